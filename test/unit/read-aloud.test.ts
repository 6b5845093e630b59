import {
  findLocalVoice,
  isReadingAloud,
  readAloud,
  stopReadingAloud,
} from '../../src/light/view/bar/read-aloud.ts';

interface Said {
  text: string;
  onend?: () => void;
}

const voices = [
  { lang: 'en-US', localService: false, default: true, name: 'remote' },
  { lang: 'en_GB', localService: true, default: false, name: 'local' },
  { lang: 'fa-IR', localService: false, default: false, name: 'remote Persian' },
];
const said: Said[] = [];

Object.assign(globalThis, {
  SpeechSynthesisUtterance: class {
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  },
  speechSynthesis: {
    getVoices: () => voices,
    speak: (utterance: Said) => void said.push(utterance),
    cancel: () => said.at(-1)?.onend?.(),
  },
});
Element.prototype.scrollIntoView = () => {};
Element.prototype.getBoundingClientRect = () => ({ bottom: 10 }) as DOMRect;

/** A view with a title, a paragraph, a picture and another paragraph. */
function toStage() {
  const main = document.createElement('main');
  main.innerHTML =
    '<article lang="en"><h1>Rain</h1><div><p>It rains.</p><button class="picture">Show picture</button><p>It stops.</p></div></article>';
  document.body.replaceChildren(main);
  const article = main.querySelector('article') as HTMLElement; // Just made.
  return { main, article, body: article.querySelector('div') as HTMLElement };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => said.splice(0));

test.each([
  ['en', 'local'],
  ['en-AU', 'local'],
  ['fa', undefined],
  ['', undefined],
])('a voice on the device is taken for %j, and no other', (language, name) => {
  expect(findLocalVoice(language)?.name).toBe(name);
});

test('title and paragraphs are read one after another, and the one that is read is shown', async () => {
  const stage = toStage();
  const reading = readAloud(stage);
  for (const [at, text] of ['Rain', 'It rains.', 'It stops.'].entries()) {
    await settle();
    expect(said.at(at)?.text).toBe(text);
    expect(stage.main.querySelector('.spoken')?.textContent).toBe(text);
    said.at(at)?.onend?.();
  }
  await reading;
  expect(isReadingAloud()).toBe(false);
  expect(stage.main.querySelector('.spoken')).toBeNull();
});

test('it ends where it is stopped', async () => {
  const stage = toStage();
  const reading = readAloud(stage);
  await settle();
  expect(isReadingAloud()).toBe(true);
  stopReadingAloud();
  await reading;
  expect(said.map(({ text }) => text)).toEqual(['Rain']);
  expect(isReadingAloud()).toBe(false);
});

test('without a voice of the device nothing is read', async () => {
  const stage = toStage();
  stage.article.lang = 'fa';
  await readAloud(stage);
  expect(said).toEqual([]);
});
