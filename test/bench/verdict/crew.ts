// Plays loads side by side, so many browsers at a time: they mostly wait.
import type { Browser, BrowserName } from '../../browser/browser.ts';
import { tellProgress } from '../light.ts';

/** A piece of work in a browser of that name. */
export interface Task {
  browser: BrowserName;
  name: string;
  run(browser: Browser): Promise<void>;
}

/** A browser that has done so many loads is started afresh: what leaks, leaks no further. */
const LOADS_PER_BROWSER = 40;
/** A load that fails is tried once more in a fresh browser: a browser that broke down is no finding. */
const TRIES = 2;

/** Does all tasks with at most `hands` browsers open at a time, each with a browser of its own; gives what failed. */
export async function doTasks(
  tasks: readonly Task[],
  hands: number,
  open: (name: BrowserName) => Promise<Browser>,
): Promise<string[]> {
  const left = [...tasks];
  const failed: string[] = [];
  const busy: BrowserName[] = [];
  const count = (name: BrowserName) => left.filter((task) => task.browser === name).length;
  const loadOf = (name: BrowserName) => count(name) / (1 + busy.filter((each) => each === name).length);

  /** The browser with the most work for each that is open. */
  const choose = (): BrowserName => (loadOf('chromium') >= loadOf('firefox') ? 'chromium' : 'firefox');
  const take = (name: BrowserName): Task | undefined => {
    const at = left.findIndex((task) => task.browser === name);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const attempt = async (task: Task, browser: Browser, tried: number): Promise<string | null> => {
    try {
      await task.run(browser);
      return null;
    } catch (error) {
      return `${task.browser} ${task.name}, try ${tried}: ${error instanceof Error ? error.message : error}`;
    }
  };
  /** One browser's life. */
  const live = async (name: BrowserName): Promise<void> => {
    const again: Task[] = [];
    const browser = await open(name);
    try {
      for (let done = 0; done < LOADS_PER_BROWSER; done++) {
        const task = take(name);
        if (!task) return;
        tellProgress(`${left.length} to go, ${name} ${task.name}`);
        const why = await attempt(task, browser, tries.get(task) ?? 1);
        if (why === null) continue;
        failed.push(why);
        const tried = tries.get(task) ?? 1;
        tries.set(task, tried + 1);
        if (tried < TRIES) again.push(task);
        return;
      }
    } finally {
      left.push(...again);
      await browser.close();
    }
  };
  const tries = new Map<Task, number>();
  const work = async () => {
    while (left.length > 0) {
      const name = choose();
      busy.push(name);
      await live(name);
      busy.splice(busy.indexOf(name), 1);
    }
  };
  await Promise.all(Array.from({ length: hands }, work));
  tellProgress('');
  return failed;
}
