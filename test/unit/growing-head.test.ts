// What stands above a text that grows must be what the page said, not what is left of the page when its text has been taken out of it.
import { extractReading } from '../../src/light/extract/article.ts';
import { completeText } from '../../src/light/session/complete-text.ts';
import { ViewSession } from '../../src/light/session/view-session.ts';

const TITLE = 'A bridge for the valley';
const SENTENCE = 'The bridge was built in one summer by the people who needed it most of all, and it stands.';
const HTML = `<title>${TITLE}</title><meta name="author" content="Ada Weber"><body><main><h1>${TITLE}</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(6)}</main>`;

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  globalThis.requestAnimationFrame = (callback) => frames.push(callback);
  performance.getEntriesByType = () => [];
  window.stop = () => {};
  window.scrollTo = () => {};
  globalThis.lightWorld = { extractReading };
});

const playFrames = () => {
  for (const frame of frames.splice(0)) frame(0);
};

test('a frame that comes when a page has been read that came at once shows its title all the same', async () => {
  const page = new DOMParser().parseFromString(HTML, 'text/html');
  const session = new ViewSession('loading');
  const readHead = () => session.view.article.querySelector('header, h1')?.parentElement?.textContent;
  session.send({ type: 'found', joined: true, mayFetch: true });
  session.growing.follow(page);
  await completeText(session, { page, closed: true });
  expect(session.view.host.dataset.state).toBe('article');
  expect(readHead()).toContain(TITLE);
  playFrames();
  expect(readHead()).toContain(TITLE);
  expect(readHead()).toContain('Ada Weber');
  session.send({ type: 'pressedLeave', reload: false });
});
