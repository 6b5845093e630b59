import { placeAnswer } from '../../src/light/view/text/place-blocks.ts';

const paragraph = (n: number) => `<p>Paragraph number ${n} of the text about the rain gauge.</p>`;
const WALL = '<p>Subscribe to go on: three months for the price of one.</p>';
const SIGN_IN = '<p>Sign in to use this network, and agree to its terms.</p>';
const CUT = '<p>Paragraph number 3 of the te</p>';

function place(shown: string, answers: string[]): string {
  const body = document.createElement('div');
  body.innerHTML = shown;
  const put = placeAnswer(body);
  for (const answer of answers) {
    const blocks = document.createElement('div');
    blocks.innerHTML = answer;
    put([...blocks.children] as HTMLElement[]);
  }
  return body.innerHTML;
}

const [P1, P2, P3, P4, P5] = [1, 2, 3, 4, 5].map(paragraph);

test.each<[what: string, shown: string, answers: string[], after: string]>([
  ['the text goes on', `${P1}${P2}`, [`${P1}${P2}`, `${P3}${P4}`], `${P1}${P2}${P3}${P4}`],
  ['its last paragraph was cut', `${P1}${P2}${CUT}`, [`${P1}${P2}${P3}${P4}`], `${P1}${P2}${P3}${P4}`],
  ['something was missing in it', `${P1}${P3}`, [`${P1}${P2}${P3}${P4}`], `${P1}${P2}${P3}${P4}`],
  [
    'a wall comes after its beginning',
    `${P1}${P2}${P3}${P4}${P5}`,
    [`${P1}${P2}`, WALL],
    `${P1}${P2}${P3}${P4}${P5}`,
  ],
  ['another page comes', `${P1}${P2}`, [SIGN_IN, WALL], `${P1}${P2}`],
  ['nothing stands there yet', '', [`${P1}${P2}`], `${P1}${P2}`],
])('%s', (_, shown, answers, after) => {
  expect(place(shown, answers)).toBe(after);
});
