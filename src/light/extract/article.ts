// Makes a reading of a page: the text that is found in it, in the form that its kind asks for, with what the page says of it.
import { isolateBlocks, toDirection, toProse } from '../metadata/direction.ts';
import { toLanguage } from '../metadata/language.ts';
import { type Metadata, readMetadata } from '../metadata/metadata.ts';
import { toMinutes } from '../metadata/reading-time.ts';
import { NO_WAY_ON, type WayLink, type WayOn } from '../page/way-on.ts';
import { toSafe } from '../sanitise/sanitise.ts';
import { isProse, readBlocks } from '../text/blocks.ts';
import { readNames } from '../text/class-names.ts';
import { toKey } from '../text/text-similarity.ts';
import type { chooseText } from './choose-text.ts';
import { listFrames, readFrames } from './embedded/frames.ts';
import { unpackPage } from './embedded/unpack-page.ts';
import { findText } from './find-text.ts';
import { dropPagination } from './keep/drop-pagination.ts';
import { extractWhole } from './keep/whole-page.ts';
import type { PageForm } from './list/page-form.ts';
import { readNavigation } from './list/site-navigation.ts';
import type { PageKind } from './page-kind.ts';
import { isWalled, readData, takeWall, WALL } from './paywall.ts';
import { dropNames, normaliseDocument, toHtmlDocument } from './prepare/normalise-document.ts';
import { BOX, prepare, removeSurroundings } from './prepare/prepare-document.ts';

/** A page as it is read. Every string is text; `body` is safe, and stands in a document in which nothing is asked for. */
export interface Reading {
  state: 'article' | 'links';
  kind: PageKind;
  title: string;
  section: string;
  byline: string;
  site: string;
  /** When it was published; a day without a time is midnight UTC: see `isDay`. */
  published: Date | null;
  /** When it was changed last, where that is well after it was published. */
  modified: Date | null;
  /** Whole minutes; 0 for a list of links. */
  minutes: number;
  language: string;
  direction: 'ltr' | 'rtl';
  body: DocumentFragment;
  /** It is no article found in the page, but all the page's text. */
  whole: boolean;
  /** The rest of it is behind a wall: for subscribers. */
  walled: boolean;
  /** Whether it is likely that this is the text, and all of it. */
  sure: boolean;
  /** The pages before and after it. */
  wayOn: WayOn;
  /** The site's own menu; only of a list. */
  navigation: readonly WayLink[];
  /** As what it can be seen, too; `null` where there is no other way to see it. */
  otherForm: PageForm | null;
}

/** Where a page stands and what is known of it beside its HTML. */
export interface Place {
  hostname: string;
  /** The direction the page is laid out in, as far as that is known. */
  direction: string;
  plainText: boolean;
  /** Its address, with the fragment; by default that of the document it is given. */
  address?: string;
  /** The pages before and after it, see `readWayOn`. */
  wayOn?: WayOn;
  /** All the page's text is asked for, not the article in it. */
  whole?: boolean;
  /** The reader asks for the article, or for the list of links. */
  form?: PageForm | undefined;
  /** Chooses the text, if not as Light is built to. */
  choose?: typeof chooseText;
}

/** Less text than this is nothing to read, in characters: the shortest paragraph `isProbablyReaderable` counts. */
const LEAST_CHARS = 140;
/** Of a longer text white space is not counted as one character: looking through it takes longer than it matters. */
const COUNTED_CHARS = 500_000;

/** What was found of a page, before it is made safe. */
interface Found extends Pick<Reading, 'state' | 'kind' | 'whole' | 'walled' | 'sure' | 'otherForm'> {
  content: Element;
}

const ARTICLE = {
  state: 'article',
  kind: 'article',
  whole: false,
  walled: false,
  sure: true,
  otherForm: null,
} as const;

/** The page as it is read, or `null` where there is nothing to read. Changes the document it is given. */
export function extractReading(given: Document, place: Place): Reading | null {
  const page = toHtmlDocument(given);
  normaliseDocument(page);
  unpackPage(page);
  dropNames(page);
  const named = readNames(page);
  const metadata = readMetadata(page, place.hostname, named);
  const { address = page.baseURI } = place;
  const navigation = readNavigation(page);
  const frames = readFrames(page);
  const found = place.plainText
    ? { ...ARTICLE, content: toParagraphs(page) }
    : place.whole
      ? { ...ARTICLE, content: toEverything(page, metadata.title), whole: true }
      : findInPage(page, { named, metadata, address, choose: place.choose, form: place.form });
  const isText =
    found &&
    toChars(found.content) >= LEAST_CHARS &&
    !(found.whole && !place.whole && frames.length > 0 && !holdsProse(found.content));
  if (isText) return toReading(found, { metadata, place, navigation });
  const listing = { ...ARTICLE, state: 'links', kind: 'listing', content: listFrames(page, frames) } as const;
  return frames.length > 0 ? toReading(listing, { metadata, place, navigation }) : null;
}

function holdsProse(content: Element): boolean {
  return readBlocks(content).some(isProse);
}

interface Known {
  named: ReturnType<typeof readNames>;
  metadata: Metadata;
  address: string;
  choose: Place['choose'];
  form: Place['form'];
}

function findInPage(page: Document, { named, metadata, address, choose, form }: Known): Found | null {
  const data = readData(page);
  const wall = takeWall(data, named(WALL));
  let boxes: Element[] | null = named(BOX);
  const found = findText(page, {
    data,
    ...{ title: metadata.title, address, choose, form },
    signed: Boolean(metadata.byline || metadata.published),
    prepare() {
      // What the page held first is known; in one that was restored, the same is looked for again.
      prepare(page, boxes ?? readNames(page)(BOX));
      boxes = null;
    },
  });
  return found && { ...found, walled: isWalled(wall, toChars(found.content)) };
}

/** All the page's text; the title stands above it. */
function toEverything(page: Document, title: string): Element {
  removeSurroundings(page);
  const content = extractWhole(page.body ?? page.documentElement);
  for (const heading of content.querySelectorAll('h1'))
    if (toKey(heading.textContent ?? '') === toKey(title)) heading.remove();
  return content;
}

interface Told {
  metadata: Metadata;
  place: Place;
  navigation: WayLink[];
}

function toReading(found: Found, { metadata: told, place, navigation }: Told): Reading {
  const { content, ...rest } = found;
  const { wayOn = NO_WAY_ON } = place;
  const { direction: declared, ...metadata } = told;
  dropPagination(content, wayOn);
  const body = toSafe(content, { base: content.baseURI });
  const prose = toProse(body);
  const language = toLanguage(prose, metadata.language);
  // A style sheet that has not come, or a copy of the HTML that is ahead of the page, has only the attribute.
  const direction = toDirection(prose, place.direction === 'rtl' ? 'rtl' : declared);
  const isLinks = found.state === 'links';
  isolateBlocks(body, direction, found.state);
  return {
    ...metadata,
    ...(isLinks ? { section: '', byline: '', published: null, modified: null } : {}),
    ...rest,
    ...{ language, direction, body, wayOn },
    navigation: isLinks ? navigation : [],
    minutes: isLinks ? 0 : toMinutes(countChars(body.textContent ?? ''), language),
  };
}

/** White space counts as one character. */
function countChars(text: string): number {
  return (text.length < COUNTED_CHARS ? text.replace(/\s+/g, ' ') : text).length;
}

function toChars(content: Node): number {
  return content.textContent?.trim().length ?? 0;
}

/** Plain text has no marks but empty lines. */
function toParagraphs(page: Document): Element {
  const content = page.createElement('div');
  for (const paragraph of (page.body?.textContent ?? '').split(/\n\s*\n/))
    content.append(Object.assign(page.createElement('p'), { textContent: paragraph.trim() }));
  return content;
}
