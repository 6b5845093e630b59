import { FeedHeadlines } from '../../src/light/session/feed-headlines.ts';
import { GIVE_UP_MS } from '../../src/light/session/state/session-transitions.ts';

const ADDRESS = 'https://news.example/rss.xml';

beforeEach(() => {
  jest.useFakeTimers();
  // It never answers, and ends when it is let go.
  const fetch = (_: string, { signal }: RequestInit) =>
    new Promise((_, reject) => {
      const end = () => reject(new Error('let go'));
      if (signal?.aborted) end();
      else signal?.addEventListener('abort', end);
    });
  Object.assign(globalThis, { fetch });
  // jsdom has none.
  Object.assign(performance, { getEntriesByType: () => [] });
});
afterEach(() => jest.useRealTimers());

test('a feed that brings nothing for long is let go, and may be tried once more', async () => {
  const headlines = new FeedHeadlines(() => {});
  const reading = headlines.get(ADDRESS);
  await jest.advanceTimersByTimeAsync(GIVE_UP_MS - 1);
  expect(headlines.toNote().presses).toEqual({});
  await jest.advanceTimersByTimeAsync(1);
  expect(await reading).toBeNull();
  expect(headlines.toNote().presses).toEqual({ headlines: 'Try again' });
  headlines.get(ADDRESS);
  expect(headlines.toNote().sentences).not.toEqual([]);
  expect(headlines.toNote().presses).toEqual({});
});

test('what was let go because the list is wanted again says nothing later', async () => {
  const headlines = new FeedHeadlines(() => {});
  const reading = headlines.get(ADDRESS);
  headlines.stop();
  await jest.advanceTimersByTimeAsync(GIVE_UP_MS);
  expect(await reading).toBeNull();
  expect(Object.keys(headlines.toNote().presses)).toEqual(['headlines']);
  expect(headlines.toNote().sentences).toEqual([]);
});
