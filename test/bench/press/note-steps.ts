// Notes, as a content script of the bench, when each step from the press of the button to the painted text is done.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Moments on the clock, in ms since 1970; each is when the step of that name was done. */
export interface Steps {
  /** The first of what the background injects has come. */
  told: number;
  /** The scripts of the view have come. */
  injected: number;
  /** They have been evaluated. */
  evaluated: number;
  /** The page has been copied and read, and the tab has joined the light rules: the view is put over the page. */
  read: number;
  /** The text stands in the view. */
  drawn: number;
  /** It has been laid out and painted. */
  painted: number;
}

/** Adds to an extension what notes these moments. */
export async function noteSteps(folder: string): Promise<void> {
  // esbuild wraps named functions in calls of __name, which the page does not have.
  await writeFile(join(folder, 'bench.js'), `((__name) => (${watchSteps})())((fn) => fn);`);
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.content_scripts.push({ matches: ['http://*/*'], js: ['bench.js'], run_at: 'document_start' });
  await writeFile(file, JSON.stringify(manifest));
}

/** Runs in every page, in the world of Light's scripts: what they leave there tells how far they are. */
function watchSteps(): void {
  const steps: Partial<Steps> = {};
  const now = () => performance.timeOrigin + performance.now();
  const world = globalThis as { lightWorld?: object };
  const watched = new Proxy(world.lightWorld ?? {}, {
    set(target, key, value) {
      if (key === 'command') steps.told ??= now();
      if (key === 'sheets') steps.injected ??= now();
      if (key === 'view') steps.evaluated ??= now();
      return Reflect.set(target, key, value);
    },
  });
  world.lightWorld = watched;
  const finish = () => {
    steps.painted = now();
    document.documentElement.dataset.benchSteps = JSON.stringify(steps);
  };
  const look = () => {
    const view = document.querySelector('[data-light=view]');
    if (view) steps.read ??= now();
    if (steps.drawn || !view || !/article|links/.test(view.getAttribute('data-state') ?? '')) return;
    steps.drawn = now();
    // What comes after a frame has been painted comes after the next task.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = finish;
      channel.port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document, {
    ...{ childList: true, subtree: true, attributes: true },
    attributeFilter: ['data-state'],
  });
}
