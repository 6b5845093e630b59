import { toTextActions } from '../../src/light/view/bar/text-actions.ts';

const main = document.createElement('main');
main.innerHTML = '<article><h1>Rain</h1></article><p class="source">https://news.example/rain</p>';
const article = main.querySelector('article') as HTMLElement;

let copied: string[] = [];

beforeEach(() => {
  copied = [];
  document.body.replaceChildren(main);
  Object.assign(document, { execCommand: (name: string) => copied.push(name) });
});

/** Presses "Share" where the device answers with that error. */
async function share(error: Error | null): Promise<unknown[]> {
  const given: unknown[] = [];
  Object.assign(navigator, {
    share: async (what: unknown) => {
      given.push(what);
      if (error) throw error;
    },
  });
  toTextActions({ main, article }).share();
  await new Promise((resolve) => setTimeout(resolve));
  return given;
}

test('the device is given the title, and the address that the text is of', async () => {
  expect(await share(null)).toEqual([{ title: 'Rain', url: 'https://news.example/rain' }]);
  expect(copied).toEqual([]);
});

test('a reader who shares nothing after all copies nothing', async () => {
  await share(new DOMException('', 'AbortError'));
  expect(copied).toEqual([]);
});

test('where the page or the device does not let it be shared, the address is copied', async () => {
  await share(new DOMException('', 'NotAllowedError'));
  expect(copied).toEqual(['copy']);
});
