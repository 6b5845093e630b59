// Reads pages of the corpus within a real browser, for the words bench and the training; `chromium-reader` puts it into an empty page.
import Readability from '@mozilla/readability/Readability.js';
import { extractReading, type Place } from '../../../src/light/extract/article.ts';
import { chooseText, type Options } from '../../../src/light/extract/choose-text.ts';
import { CORRECTIONS } from '../../../src/light/extract/corrections/correct-choice.ts';
import {
  type PackedWeights,
  unpackWeights,
} from '../../../src/light/extract/judgement/model/unpack-weights.ts';
import type { Sample } from '../../train/dataset.ts';

/** What Light makes of a page; `html` is that of its text. */
export interface ShownPage {
  html: string;
  title: string;
  byline: string;
  published: string;
  direction: string;
  language: string;
  state: string;
  kind: string;
  tookMs: number;
  /** Readability's own parse of the same page. */
  stockMs: number;
}

/** What its text is chosen from. */
export type Given = Pick<Sample, 'outline' | 'kept' | 'offered' | 'elsewhere' | 'facts' | 'signed'>;

/** Runs in the page. */
export interface PageReader {
  /** Leaves corrections out, and gives the names that are none. */
  leaveOut(names: readonly string[]): string[];
  /** By these weights, not by those that Light is built with. */
  show(html: string, url: string, weights: PackedWeights | null): ShownPage;
  /** `given` is `null` where nothing is chosen. */
  readGiven(html: string, url: string): { given: Given | null; html: string };
}

const READER: PageReader = {
  leaveOut(names) {
    const unknown = names.filter((name) => !CORRECTIONS[name]);
    for (const name of names) delete CORRECTIONS[name];
    return unknown;
  },
  show(html, url, weights) {
    const unpacked = weights && unpackWeights(weights);
    const stock = parse(html, url);
    const stockMs = measure(() => new Readability(stock).parse()).tookMs;
    const page = parse(html, url);
    const choose = unpacked ? (options: Options) => chooseText(options, unpacked) : chooseText;
    const { result, tookMs } = measure(() => extractReading(page, { ...toPlace(page, url), choose }));
    return {
      html: result ? toHtml(result.body) : '',
      ...{ title: result?.title ?? '', byline: result?.byline ?? '' },
      published: result?.published?.toISOString() ?? '',
      ...{ direction: result?.direction ?? '', language: result?.language ?? '' },
      ...{ state: result?.state ?? 'nothing', kind: result?.kind ?? '', tookMs, stockMs },
    };
  },
  readGiven(html, url) {
    let given: Given | null = null;
    const page = parse(html, url);
    try {
      const choose = (options: Options) => {
        given = toGiven(options);
        throw new Enough();
      };
      const reading = extractReading(page, { ...toPlace(page, url), choose });
      return { given, html: reading ? toHtml(reading.body) : '' };
    } catch (error) {
      if (error instanceof Enough) return { given, html: '' };
      throw error;
    }
  },
};

/** Thrown where a page has been read as far as its text is chosen from. */
class Enough extends Error {}

/** A document of its own, of which nothing is drawn or asked for, with addresses as under its own one. */
function parse(html: string, url: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const own = page.querySelector('base[href]');
  const base = own ?? page.head.insertBefore(page.createElement('base'), page.head.firstChild);
  const href = own?.getAttribute('href') ?? url;
  base.setAttribute('href', URL.canParse(href, url) ? new URL(href, url).href : url);
  return page;
}

/** The direction a style sheet gives is not known here: what is declared is all. */
function toPlace(page: Document, url: string): Place {
  const direction = page.body?.dir || page.documentElement.dir;
  return { hostname: new URL(url).hostname, direction, plainText: false };
}

function toHtml(body: DocumentFragment): string {
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  return holder.innerHTML;
}

function measure<T>(work: () => T): { result: T; tookMs: number } {
  const start = performance.now();
  const result = work();
  return { result, tookMs: performance.now() - start };
}

function toGiven({ outline, candidate, facts, signed, isElsewhere }: Options): Given {
  const { boxes, runs } = outline;
  return {
    ...{ outline: { boxes, runs }, facts, signed },
    kept: Array.from(candidate.kept, (share) => Number(share.toFixed(2))),
    offered: Array.from(candidate.offered),
    elsewhere: runs.flatMap((_, at) => (isElsewhere?.(at) ? [at] : [])),
  };
}

Object.assign(window, { lightReader: READER });
