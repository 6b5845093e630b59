// Finds the text of a page: Readability's choice and a judgement of every run of text are held against each other.
import { toKey } from '../text/text-similarity.ts';
import { findCandidate } from './candidate.ts';
import { type Choice, chooseText } from './choose-text.ts';
import { isPartOfSentence } from './embedded/shield-text.ts';
import { type ReadOutline, readOutline } from './judgement/features/outline.ts';
import { keepChosen } from './keep/keep-chosen.ts';
import { findContents } from './keep/keep-contents.ts';
import { keepPrice, readPrice } from './keep/keep-price.ts';
import { chooseHeadlines } from './list/headlines.ts';
import { toLinkList } from './list/link-list.ts';
import {
  countLinkedHeadings,
  countProse,
  decideForm,
  type FormFacts,
  hasLongLinks,
  isListable,
  isSurelyArticle,
  measureAlike,
  measureFound,
  measureListed,
  type PageForm,
} from './list/page-form.ts';
import { readPageLinks } from './list/page-links.ts';
import { readFacts } from './page-facts.ts';
import type { PageKind } from './page-kind.ts';
import { namePictures, noteCaptions } from './prepare/name-pictures.ts';
import { notePlaces } from './prepare/places.ts';
import { unfold } from './prepare/prepare-document.ts';
import { signPosts } from './prepare/sign-posts.ts';
import { fixPictures, unwrapPictures } from './readability-adapter.ts';

/** The text of a page in its own structure, not yet safe. */
export interface FoundText {
  state: 'article' | 'links';
  kind: PageKind;
  content: Element;
  whole: boolean;
  /** Whether it is likely that this is the text, and all of it. */
  sure: boolean;
  /** As what it can be seen, too. */
  otherForm: PageForm | null;
}

interface Told {
  /** The page's JSON-LD, as it stands. */
  data: string;
  title: string;
  /** The page's address, with its fragment. */
  address: string;
  /** As which it is to be read; by default as which it is told to be. */
  form?: PageForm | undefined;
  /** It is known who wrote it, or when. */
  signed: boolean;
  /** Takes out of the page what Readability should not weigh. */
  prepare(): void;
  /** Chooses the text, if not as Light is built to. */
  choose?: typeof chooseText | undefined;
}

/** `null` where there is no text. Changes the page. */
export function findText(
  page: Document,
  { data, title, address, form, signed, prepare, choose = chooseText }: Told,
): FoundText | null {
  unfold(page);
  unwrapPictures(page);
  const untouched = (page.body ?? page.documentElement).cloneNode(true) as Element;
  const outline = readOutline(untouched);
  // Front pages have articles in their JSON-LD, and days beside their teasers, but were not published themselves.
  const isDated = page.querySelector('meta[property="article:published_time"]') !== null;
  const facts = readFacts(page, data, title);
  const price = readPrice(page, data);
  const candidate = findCandidate(page, { untouched, outline, prepare });
  const choice = choose({
    ...{ outline, candidate, facts, signed },
    contents: findContents(untouched, outline),
    isElsewhere: (at) => isElsewhere(outline.nodes[at]?.[0]) || isSentence(outline.nodes[at]?.[0]),
  });
  const told = {
    kind: choice.kind,
    dated: isDated,
    typed: /Article|BlogPosting/.test(facts.types),
    prose: countProse(outline, candidate),
  };
  const isArticle = form === 'article' || (form !== 'links' && isSurelyArticle(told));
  const hasLinks = isArticle && hasLongLinks(untouched);
  const list = isArticle ? null : findList(untouched, outline, { told, keep: choice.keep, address, form });
  if (list?.content)
    return {
      ...({ state: 'links', kind: 'listing', whole: false, sure: true, otherForm: 'article' } as const),
      content: list.content,
    };
  if (choice.kind === 'product') keepPrice(outline, choice.keep, price);
  const named = namePictures(outline, choice.keep);
  noteCaptions(outline, choice.keep);
  const signatures = signPosts(outline, choice.keep);
  const texts = toTexts(outline, choice, toKey(title));
  for (const text of signatures) texts.add(text);
  const restorePlaces = notePlaces(untouched, texts, /#.*/s.exec(address)?.[0] ?? '');
  keepChosen(untouched, { texts, pictures: new Set([...candidate.pictures, ...named]) });
  restorePlaces();
  fixPictures(page, untouched);
  const { kind, whole, sure } = choice;
  const otherForm = hasLinks || list?.isListable ? 'links' : null;
  return { state: 'article', kind, content: untouched, whole, sure, otherForm };
}

interface Asked {
  told: Pick<FormFacts, 'kind' | 'dated' | 'typed' | 'prose'>;
  keep: readonly boolean[];
  address: string;
  form: PageForm | undefined;
}

/** The page as a list, and whether it can be one; `content` is `null` where it is an article. */
function findList(root: Element, outline: ReadOutline, { told, keep, address, form }: Asked) {
  const headlines = chooseHeadlines(readPageLinks(root), address);
  const decide = () =>
    decideForm({
      ...{ ...told, headlines: headlines.length, linkedHeadings: countLinkedHeadings(headlines) },
      ...{ listed: measureListed(outline, keep, headlines), alike: measureAlike(headlines) },
      found: measureFound(outline, keep, headlines),
    });
  const isList = (form ?? (isListable(headlines.length) ? decide() : 'article')) === 'links';
  const texts = outline.nodes.filter((_, at) => keep[at]);
  return {
    content: isList ? toLinkList(root, headlines, texts) : null,
    isListable: isListable(headlines.length),
  };
}

/** Whether a text is in a link to another site. */
function isElsewhere(text: Text | undefined): boolean {
  const link = text?.parentElement?.closest<HTMLAnchorElement>('a[href]');
  return Boolean(link) && link?.hostname !== new URL(link?.baseURI ?? '').hostname;
}

/** Whether a text is part of a line that is more than a link with a label. */
function isSentence(text: Text | undefined): boolean {
  const line = text?.parentElement?.closest('p, div, li, dd, td, section');
  return line ? isPartOfSentence(line) : false;
}

/** The texts that were chosen, but for the title, which stands above them. */
function toTexts({ runs, boxes, nodes }: ReadOutline, { keep }: Choice, titleKey: string): Set<Node> {
  const isTitle = (at: number) =>
    /^h[1-6]$/.test(boxes[runs[at]?.box ?? -1]?.tag ?? '') && toKey(runs[at]?.text ?? '') === titleKey;
  return new Set(nodes.flatMap((texts, at) => (keep[at] && !isTitle(at) ? texts : [])));
}
