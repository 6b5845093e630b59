// Measures what a page costs and when it can be read: as it is, in a tab that is light, and after a switch at the prompt.
import type { Browser, BrowserName } from '../browser/browser.ts';
import { LINKS, type LinkName } from '../site/site.ts';
import { BROWSERS, readOptions, toChoices, UsageError } from './command.ts';
import { buildLight, openLight, printHead, tellProgress } from './light.ts';
import { type Cell, toMedian, toTable } from './table.ts';
import {
  asItIs,
  CAP_MS,
  type Figures,
  lightFromTheStart,
  measure,
  SUBJECTS,
  type SubjectName,
  switchedWhenAsked,
  type Way,
} from './ways.ts';

export const about = 'requests, connections, bytes and seconds to the first readable paragraph';

const DEFAULT_LINKS: readonly LinkName[] = ['gprs', 'edge', '2g', 'slow3g', '3g'];

interface Job {
  subjects: SubjectName[];
  links: LinkName[];
  rounds: number;
}

export async function run(words: string[]): Promise<void> {
  const { options, others } = readOptions(words, ['browser', 'links', 'pages', 'rounds']);
  if (others.length > 0) throw new UsageError(`"${others[0]}" is not an option of this bench.`);
  const names = toChoices('browser', options.browser, BROWSERS);
  const rounds = Number(options.rounds ?? 3);
  if (!(Number.isInteger(rounds) && rounds > 0))
    throw new UsageError('--rounds is a number, 3 for instance.');
  const job: Job = {
    // Object.keys gives the names that the type names.
    subjects: toChoices('pages', options.pages, Object.keys(SUBJECTS) as SubjectName[]),
    links: options.links
      ? toChoices('links', options.links, Object.keys(LINKS) as LinkName[])
      : [...DEFAULT_LINKS],
    rounds,
  };
  await buildLight();
  await printHead(names);
  console.log(toNotes(job));
  // Side by side: each has a site and a link of its own, and they wait most of the time.
  const runs = await Promise.allSettled(names.map((name) => runIn(name, job)));
  const failed = runs.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

function toNotes({ links, rounds }: Job): string {
  const profiles = links.map((name) => `${name} ${LINKS[name].kbps} kbit/s ${LINKS[name].latencyMs} ms`);
  return `Medians of ${rounds}, each with nothing in the cache. Links: ${profiles.join(', ')}.
Seconds: until the first paragraph is painted, cut off at ${CAP_MS / 1000}. Then the link is made fast, so that requests,
connections and KB (bodies, as sent) are those of the whole page, however long it would take.\n`;
}

const WAYS: [string, Way][] = [
  ['as it is', asItIs],
  ['light from the start', lightFromTheStart],
  ['switched when asked', switchedWhenAsked],
];

async function runIn(name: BrowserName, { subjects, links, rounds }: Job): Promise<void> {
  const browser = await openLight(name);
  try {
    for (const subject of subjects) {
      const rows: Cell[][] = [];
      for (const link of links) {
        tellProgress(`${name} ${subject} ${link}`);
        const medians = await measureWays(browser, subject, link, rounds);
        rows.push(...toRows(link, medians));
      }
      tellProgress('');
      console.log(`${name}: ${subject}, ${SUBJECTS[subject].path}\n${toTable(HEADER, rows)}\n`);
    }
  } finally {
    await browser.close();
  }
}

async function measureWays(browser: Browser, subject: SubjectName, link: LinkName, rounds: number) {
  const medians: Figures[] = [];
  for (const [, way] of WAYS) {
    if (way === asItIs) await browser.disableExtension();
    medians.push(await measureOften(browser, way, subject, link, rounds));
    if (way === asItIs) await browser.enableExtension();
  }
  return medians;
}

async function measureOften(
  browser: Browser,
  way: Way,
  subject: SubjectName,
  link: LinkName,
  rounds: number,
): Promise<Figures> {
  const all: Figures[] = [];
  const isOver = ({ seconds }: Figures) => seconds === Number.POSITIVE_INFINITY;
  // More than half of the rounds over the limit: then so is the median, and two minutes are saved.
  while (all.length < rounds && all.filter(isOver).length <= rounds / 2) {
    all.push(await measure(browser, way, SUBJECTS[subject], link));
  }
  return {
    requests: medianOf(all, 'requests') ?? 0,
    connections: medianOf(all, 'connections') ?? 0,
    bytes: medianOf(all, 'bytes') ?? 0,
    seconds: medianOf(all, 'seconds'),
    askedSeconds: medianOf(all, 'askedSeconds'),
  };
}

/** `null` where most rounds have no figure. */
function medianOf(all: Figures[], key: keyof Figures): number | null {
  const values = all.flatMap((each) => each[key] ?? []);
  return values.length > all.length / 2 ? toMedian(values) : null;
}

const HEADER = ['link', '', 'requests', 'connections', 'KB', 'KB ratio', 'asked at', 'seconds', 'faster'];

function toRows(link: LinkName, medians: Figures[]): Cell[][] {
  const [plain] = medians;
  return medians.map((each, at) => [
    at === 0 ? link : '',
    WAYS[at]?.[0] ?? '',
    each.requests,
    each.connections,
    toKb(each.bytes),
    at === 0 || !plain
      ? ''
      : `1/${(plain.bytes / each.bytes).toFixed(each.bytes * 10 > plain.bytes ? 1 : 0)}`,
    each.askedSeconds === null ? '' : each.askedSeconds.toFixed(1),
    toSecondsCell(each),
    at === 0 || !plain ? '' : toFaster(plain.seconds, each.seconds),
  ]);
}

const toKb = (bytes: number): string => (bytes / 1024).toFixed(bytes < 102_400 ? 1 : 0);

function toSecondsCell({ seconds, askedSeconds }: Figures): string {
  if (seconds === null) return askedSeconds === null ? 'not asked' : 'not needed';
  return seconds === Number.POSITIVE_INFINITY ? `> ${CAP_MS / 1000}` : seconds.toFixed(1);
}

/** At the cap only so much is known: it is at least that much faster. */
function toFaster(plain: number | null, light: number | null): string {
  if (plain === null || light === null || light === Number.POSITIVE_INFINITY) return '';
  const isCapped = plain === Number.POSITIVE_INFINITY;
  return `${isCapped ? '> ' : ''}${((isCapped ? CAP_MS / 1000 : plain) / light).toFixed(1)}×`;
}
