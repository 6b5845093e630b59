// A long plain article with few blocks.
import type { Article } from './article.ts';

export const train: Article = {
  path: '/world/the-night-train-comes-back-to-the-salt-coast',
  lang: 'en',
  direction: 'none',
  section: 'World',
  sectionPath: '/world/',
  title: 'The night train comes back to the salt coast',
  standfirst:
    'For nineteen years the only way to the pans at Ostermere after dark was a bus that did not always turn up. On Sunday, the sleeper left again, eleven minutes late and full.',
  author: 'Joss Verhaegen',
  published: '2026-11-10T17:05:00+00:00',
  minutes: 4,
  lead: {
    name: 'ostermere-platform',
    alt: 'Passengers with bags waiting on a lamplit platform beside a dark blue train',
    caption: 'The platform at Halvard Junction, shortly before eleven on Sunday night.',
  },
  body: ({ picture, portal }) => `
<p>The first person to board the night train to Ostermere in nineteen years was a dog. It belonged to the guard, it had been sleeping in the brake van since the afternoon, and when the doors were opened at Halvard Junction on Sunday evening it stepped down, looked at the four hundred people on the platform, and stepped back up again.</p>
<p>The people followed. There were salt workers going home with a month's wages, students, a wedding party in two compartments, and a great many men of a certain age with notebooks. By the time the whistle went, at eleven minutes past eleven, every berth had been sold and the corridor of the third carriage had become a kind of public house.</p>
<p>The line to the coast is 312 kilometres long and for most of that distance there is nothing beside it but reeds. It was built to carry salt, and carried passengers because somebody pointed out that the wagons went back empty. The sleeper was added in 1931 and taken off in 2007, when the ministry of transport decided that a service with an average of twenty-six passengers could not be defended. The bus that took its place cost less. It also stopped at nine in the evening, did not run in high water, and in the winter of 2014 was missing for two days.</p>
<p>“Everyone on this coast has a story about that bus,” said Nadia Quill, who teaches at the school in Ostermere and who spent a night of that winter in it with thirty-one others and a crate of live crabs. “You planned your life around it. You did not get ill on a Friday. You did not fall in love with anyone inland.”</p>
<h2>A timetable drawn by hand</h2>
<p>What brought the train back was not a campaign, though there were several, but a drawing. In 2022 a signalling engineer called Bram Osei, who was on sick leave with a broken ankle, asked himself why the sleeper had needed two sets of carriages. The answer was that it waited five hours at the coast for the tide to clear the causeway at Sill. He looked up the tides for the next ten years, found that the causeway had been raised in 1998, and understood that nobody had told the timetable.</p>
<p>Without the wait, one set of carriages could go down and come back in a night and a day. Osei drew the new timetable on the back of a calendar and posted it to the ministry. He received a printed card thanking him for his interest. He then posted it to the salt company, whose manager drove to his house the same afternoon.</p>
${picture({ name: 'causeway-sill', alt: 'A railway line running across a low causeway between two sheets of grey water', caption: 'The causeway at Sill was raised by a metre and a half in 1998. The timetable was not told.' })}
<p>The company, which has trouble finding anyone under forty to work on the pans, offered to pay for half the berths for five years whether anyone slept in them or not. With that promise the district councils found the rest. The carriages were bought second-hand from a line in the mountains and still have ski racks. In the end the ministry contributed a speech.</p>
<h2>What a night costs</h2>
<p>A berth in a compartment for four costs 19 crowns, less than a tank of fuel and a little more than the bus. A seat costs 8. Salt workers travel at half price, and children under twelve go free if they bring, in the words of the notice, “an adult who behaves”. The company running the service expects to fill six berths in ten. For November it has so far sold nine in ten, and for the week of the lantern festival there is nothing left at all.</p>
<p>Not everyone is persuaded. Economists at the Carrow Institute, who have <a href="${portal}/special/cross-link">published their figures</a>, reckon that each passenger will still cost the public purse 14 crowns, and that the same money would buy a bus every hour. Quill, asked about this, said that she would like the economists to come and wait for it.</p>
<p>There are quieter doubts too. Ostermere has 2,900 inhabitants, and some remember that the last time it was easy to arrive it was also easy to leave. The town lost a fifth of its people in the ten years after the sleeper first ran. It lost another fifth after it stopped. “Perhaps it is not about the train,” said the harbour master, and would not be drawn further.</p>
<h2>Low water</h2>
<p>At a quarter to six on Monday the train ran out on to the causeway. It was still dark, and the guard came down the corridor knocking on doors, which is not in his instructions. People stood at the windows in blankets. On both sides the water lay perfectly flat, and a long way out there were lamps where the first shift was already walking to the pans.</p>
<p>Somebody asked how deep it was. A salt worker in the next compartment, who had slept in his boots, said that it came to about the knee; that it had always come to about the knee; and that his grandmother used to say the whole sea was like that, if you knew where to walk.</p>
<p>The measuring of water is a serious matter in these parts, as it is <a href="/science/the-valley-that-counts-its-own-rain">further up the Tessel</a>, and nobody argued. The train came into Ostermere at 6.22, two minutes early. There was no band. A boy on the platform was selling hot bread from a pram, and had sold out before the dog got down.</p>`,
  comments: [
    { author: 'crabs_not_included', text: 'I was on that bus. It was two crates.' },
    {
      author: 'Elin',
      text: 'Booked for the festival in August on the strength of a rumour. Best rumour I ever trusted.',
    },
  ],
  gallery: [],
};
