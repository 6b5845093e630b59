import { readWorld } from '../../src/common/isolated-world.ts';
import { joinResponse } from '../../src/light/source/html-copy.ts';

const NEVER = new Promise<void>(() => {});

/** What the page asked for, and what had happened by then to the look for the copy. */
interface Joining {
  init: RequestInit;
  isLookOver: boolean;
}

/** Joins while the browser answers so; gives what was asked for. */
async function join(broken: Promise<void>, answer: (init: RequestInit) => Promise<Response>) {
  const look = new AbortController();
  let isTaskOver = false;
  look.signal.addEventListener('abort', () =>
    setTimeout(() => {
      isTaskOver = true;
    }),
  );
  const asked: Joining[] = [];
  readWorld().documentAddress = 'https://a.example/page';
  globalThis.fetch = (_, init = {}) => {
    asked.push({ init, isLookOver: look.signal.aborted && isTaskOver });
    return answer(init);
  };
  return { response: await joinResponse(look, broken), asked };
}

const came = { ok: true } as Response; // All that is looked at.

test('the response in flight is joined when the look for the copy is over, and not in the same task', async () => {
  const { response, asked } = await join(NEVER, async () => came);
  expect(response).toBe(came);
  expect(asked.map(({ isLookOver, init }) => [isLookOver, init.cache])).toEqual([[true, 'force-cache']]);
});

test('a join is ended when it is heard that the response has broken off: it may be on its way to the network', async () => {
  let tellBroken = () => {};
  const broken = new Promise<void>((resolve) => {
    tellBroken = resolve;
  });
  const { response, asked } = await join(broken, () => {
    setTimeout(tellBroken);
    return new Promise(() => {});
  });
  expect(response).toBeNull();
  expect(asked[0]?.init.signal?.aborted).toBe(true);
});

test('where the response had broken off before, nothing is asked for', async () => {
  const { response, asked } = await join(Promise.resolve(), async () => came);
  expect(response).toBeNull();
  expect(asked).toEqual([]);
});

test('a join that is refused is none', async () => {
  const { response } = await join(NEVER, () => Promise.reject(new TypeError('refused')));
  expect(response).toBeNull();
});
