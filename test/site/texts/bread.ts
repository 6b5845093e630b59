// An everyday English story, for the special pages.
import type { Article } from './article.ts';

export const bread: Article = {
  path: '/business/what-a-loaf-costs-on-corn-street',
  lang: 'en',
  direction: 'none',
  section: 'Business',
  sectionPath: '/business/',
  title: 'What a loaf costs on Corn Street',
  standfirst:
    'Flour is cheaper than it was a year ago. Bread is not. Three bakers opened their books to explain where the money goes.',
  author: 'Delphine Arkwright',
  published: '2026-11-09T05:00:00+00:00',
  minutes: 4,
  lead: {
    name: 'corn-street-oven',
    alt: 'A baker sliding loaves out of a brick oven with a long wooden peel',
    caption: 'The oven at Pell and Daughter has not been allowed to go cold since 1974.',
  },
  body: ({ picture }) => `
<p>There are three bakeries on Corn Street, and for as long as anyone can remember they have sold the plain white loaf at the same price. They do not agree on it. Each waits for one of the others to move, and then moves by the same amount on the same day. On the first of October, for the fourth time in two years, the price went up: from 3.20 crowns to 3.45.</p>
<p>Customers noticed something odd. Flour, as every newspaper had reported, has been getting cheaper since the spring. The harvest was the best in a decade; a sack which cost 31 crowns last November costs 24 today. If the one thing that bread is made of costs a quarter less, why does bread cost more?</p>
<p>We asked the bakers. To our surprise all three brought out their books.</p>
<h2>Pennies in the dough</h2>
<p>“People think that a loaf is flour with some air in it,” says Hester Pell, who runs the oldest of the three, Pell and Daughter, and is the daughter. “By weight they are right. By money it is mostly other people's time and heat.” She has worked out the figures for one loaf on the back of a paper bag. Flour comes to 38 pence. Salt, yeast and fat are five more. The oven, which burns gas from two in the morning, takes 44. Rent takes 31. Wages, including her own, which she has not raised in three years, take 1.62.</p>
<p>What is left over, on a good day, is 14 pence. On a bad day, when a tray is burned or it rains and the market is empty, nothing is left. The price of flour could fall to zero, she says, and she could take 38 pence off a loaf. It could not fall further than that, and nothing else on the bag is falling.</p>
<p>Gas has doubled since 2023. Her landlord, a pension fund with an address in another country, has written to say that the rent will follow the index, and has enclosed a leaflet about the index. The boy who used to carry the trays has gone to work in a warehouse at the ring road, where it is warm and the day begins at eight.</p>
${picture({ name: 'paper-bag-sums', alt: 'A column of figures in pencil on a brown paper bag', caption: 'Hester Pell’s account of one loaf. The bag, she points out, is another three pence.' })}
<h2>The machine next door</h2>
<p>Two doors down, the Mill Oven has gone another way. It was bought last year by a chain of nineteen shops, and the dough now arrives frozen on a lorry. One person can run the place. Its manager, Casimir Bloom, is frank about the sums: with 60 pence of wages in every loaf instead of 1.62, he could sell at 2.60 and still be content. He does not, because the chain has looked into it. When the price was lowered for a month at another branch, hardly any more bread was sold.</p>
<p>“People buy a loaf when they need a loaf,” he says. “They don't eat twice as much because it's cheap. All that happened was that the shop next door closed, and we were sorry about that, because it brought people into the street.”</p>
<p>So the Mill Oven follows the others, and the difference goes to head office. Bloom, who trained under Pell's father, eats her bread at home.</p>
<h2>Waiting for the third</h2>
<p>The third bakery, Anwar's, is the smallest and usually the last to move. Its owner, Idris Anwar, sells flat loaves from a clay oven, and half of his customers have known him since he sold them from a bicycle. Raising the price is a thing he puts off for as long as he can. This time he waited until noon.</p>
<p>His book is a real one, with a cloth cover, and in the back of it there is a list of names. These are the people who pay at the end of the month, or when they can. It has grown from four to twenty-six. “If you want to know what bread costs,” he says, “don't look at the front of the book. Look at the back.”</p>
<p>Economists have a phrase for what is happening on Corn Street. Prices, they say, go up like a rocket and come down like a feather. A study of 212 towns by the statistics office last year found that when flour becomes dearer by a tenth, bread follows within six weeks; when it becomes cheaper, bread takes most of a year and makes only half of the journey. The authors thought that habit had as much to do with it as cost. No baker wants to be the one who lowers a price in March and must put it up again in May.</p>
<p>Pell has an answer to that. In the drawer under her till is a roll of printed labels reading 3.20, several thousand of them, left over from September. She is keeping them. They were expensive, she says, and one never knows.</p>`,
  comments: [
    {
      author: 'Two Crusts',
      text: 'I am one of the names in the back of that book. There is no better man in this town.',
    },
  ],
  gallery: [],
};
