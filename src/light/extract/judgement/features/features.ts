// Describes each run of a page by numbers: its own text, the boxes around it, its neighbours, and its place against what Readability chose.
import { type Context, type KnownRun, LINKY, PROSE_CHARS, type Sums } from './context.ts';
import {
  isIn,
  log,
  toAncestor,
  toBranch,
  toHeadingAbove,
  toLevels,
  toLevelsApart,
  toSection,
  toShare,
  toSinceSentence,
  toTagKind,
  toWindow,
} from './surroundings.ts';

type Feature = (context: Context, run: KnownRun) => number;
const near =
  (by: number, read: (other: KnownRun, run: KnownRun) => number): Feature =>
  ({ runs }, run) => {
    const other = runs[run.at + by];
    return other ? read(other, run) : -1;
  };
const above =
  (levels: number, read: (sums: Sums, context: Context) => number): Feature =>
  (context, run) => {
    const sums = toAncestor(context, run, levels);
    return sums ? read(sums, context) : -1;
  };

/** How many levels up the first box around it with such a tag is, from 1; 0 where there is none. */
const inside =
  (tags: RegExp): Feature =>
  (context, run) =>
    toLevels(context, tags, ({ tag }) => tag)[run.box] ?? 0;
/** Whether a box around it says such a thing of itself. */
const marked =
  (mark: RegExp): Feature =>
  (context, run) =>
    Math.min(1, toLevels(context, mark, ({ marks }) => marks)[run.box] ?? 0);

/** Each feature by its name: a number for a run in its page. The order is that of the weights: add at the end, and train again. */
export const FEATURES: Record<string, Feature> = {
  length: (_, run) => log(run.traits.length),
  words: (_, run) => log(run.traits.words),
  wordLength: (_, run) => run.text.length / run.traits.words,
  letters: (_, run) => toShare(run.traits.letters, run.text.length),
  digits: (_, run) => toShare(run.traits.digits, run.text.length),
  capitals: (_, run) => toShare(run.traits.capitals, run.traits.letters),
  commas: (_, run) => toShare(run.traits.commas, run.traits.length),
  stops: (_, run) => toShare(run.traits.stops, run.traits.length),
  isSentence: (_, run) => Number(run.traits.isSentence),
  linkShare: (_, run) => run.linkShare,
  links: (_, run) => run.links,
  boldShare: (_, run) => toShare(run.boldChars, run.text.length),
  pictures: (_, run) => run.pictures,
  tag: toTagKind,
  depth: ({ outline }, run) => outline.boxes[run.box]?.depth ?? 0,
  inList: inside(/^[uod]l$/),
  inTable: inside(/^table$/),
  inForm: inside(/^form$/),
  inNav: inside(/^nav$/),
  inHeader: inside(/^header$/),
  inFooter: inside(/^footer$/),
  inAside: inside(/^aside$/),
  inArticle: inside(/^article$/),
  inMain: inside(/^main$/),
  inFigure: inside(/^figure$/),
  inQuote: inside(/^(blockquote|pre|code)$/),
  isHidden: marked(/hidden/),
  isBody: marked(/articlebody|itemprop=text|itemprop=description|role=main/),
  isAround: marked(/role=(nav|compl|banner|contentinfo|dialog|search|menu|tool|tab)/),
  kept: (_, run) => run.kept,
  keptLevels: (_, run) => run.keptLevels,
  keptBoxShare: ({ sums }, run) => toShare(sums[run.keptBox]?.kept ?? 0, sums[run.keptBox]?.chars ?? 0),
  keptBoxOfAll: ({ sums, total }, run) => toShare(sums[run.keptBox]?.kept ?? 0, total.kept),
  inMainBox: (context, run) => Number(isIn(context, run.box, context.main)),
  branchKept: (context, run) =>
    toShare(toBranch(context, run)?.kept ?? 0, toBranch(context, run)?.chars ?? 0),
  branchLinks: (context, run) =>
    toShare(toBranch(context, run)?.linked ?? 0, toBranch(context, run)?.chars ?? 0),
  branchChars: (context, run) => log(toBranch(context, run)?.chars ?? 0),
  belowMain: ({ outline, main }, run) =>
    (outline.boxes[run.box]?.depth ?? 0) - (outline.boxes[main]?.depth ?? 0),
  fromFirst: ({ first }, run) => Math.sign(run.at - first) * log(Math.abs(run.at - first)),
  fromLast: ({ last }, run) => Math.sign(run.at - last) * log(Math.abs(run.at - last)),
  keptBefore: ({ keptBefore, total }, run) => toShare(keptBefore[run.at] ?? 0, total.kept),
  place: ({ runs }, run) => run.at / runs.length,
  charsBefore: ({ charsBefore, total }, run) => toShare(charsBefore[run.at] ?? 0, total.chars),
  fromHeadline: ({ headline }, run) =>
    headline < 0 ? -20 : Math.sign(run.at - headline) * log(Math.abs(run.at - headline)),
  isHeadline: ({ headline }, run) => Number(run.at === headline),
  titleShare: ({ titleKey }, run) =>
    run.key.length > 3 && titleKey.includes(run.key) ? toShare(run.key.length, titleKey.length) : 0,
  isDescription: ({ descriptionKeys }, run) =>
    Number(
      run.key.length > 20 &&
        descriptionKeys.some(
          (key) => key.startsWith(run.key.slice(0, 50)) || run.key.startsWith(key.slice(0, 50)),
        ),
    ),
  inArticleBody: ({ bodyKey }, run) =>
    bodyKey.length < 200 ? -1 : Number(run.key.length > 3 && bodyKey.includes(run.key.slice(0, 100))),
  copies: ({ copies }, run) => (copies.get(run.key) ?? 1) - 1,
  familyMembers: (_, run) => log(run.family.runs),
  familyKept: (_, run) =>
    toShare(run.family.kept - run.kept * run.traits.length, run.family.chars - run.traits.length),
  familyLength: (_, run) => log(run.family.chars / run.family.runs),
  familyLinks: (_, run) => toShare(run.family.linked, run.family.chars),
  familyOfAll: ({ total }, run) => toShare(run.family.chars, total.chars),
  familyOfKept: ({ total }, run) => toShare(run.family.kept, total.kept),
  parentChars: above(0, ({ chars }) => log(chars)),
  parentLinks: above(0, ({ linked, chars }) => toShare(linked, chars)),
  parentKept: above(0, ({ kept, chars }) => toShare(kept, chars)),
  parentRuns: above(0, ({ runs }) => log(runs)),
  up1Chars: above(1, ({ chars }) => log(chars)),
  up1Links: above(1, ({ linked, chars }) => toShare(linked, chars)),
  up1Kept: above(1, ({ kept, chars }) => toShare(kept, chars)),
  up1Prose: above(1, ({ prose, chars }) => toShare(prose, chars)),
  up2Chars: above(2, ({ chars }) => log(chars)),
  up2Links: above(2, ({ linked, chars }) => toShare(linked, chars)),
  up2Kept: above(2, ({ kept, chars }) => toShare(kept, chars)),
  up2Prose: above(2, ({ prose, chars }) => toShare(prose, chars)),
  up3Chars: above(3, ({ chars }) => log(chars)),
  up3Links: above(3, ({ linked, chars }) => toShare(linked, chars)),
  up3Kept: above(3, ({ kept, chars }) => toShare(kept, chars)),
  up3Mean: above(3, ({ runs, chars }) => log(chars / runs)),
  up4Links: above(4, ({ linked, chars }) => toShare(linked, chars)),
  up4Kept: above(4, ({ kept, chars }) => toShare(kept, chars)),
  up5OfAll: above(5, ({ chars }, { total }) => toShare(chars, total.chars)),
  up6Kept: above(6, ({ kept, chars }) => toShare(kept, chars)),
  before1Length: near(-1, (other) => log(other.traits.length)),
  before1Links: near(-1, (other) => other.linkShare),
  before1Kept: near(-1, (other) => other.kept),
  before1Same: near(-1, (other, run) => Number(other.family === run.family)),
  before2Length: near(-2, (other) => log(other.traits.length)),
  before2Kept: near(-2, (other) => other.kept),
  after1Length: near(1, (other) => log(other.traits.length)),
  after1Links: near(1, (other) => other.linkShare),
  after1Kept: near(1, (other) => other.kept),
  after1Same: near(1, (other, run) => Number(other.family === run.family)),
  after2Length: near(2, (other) => log(other.traits.length)),
  after2Kept: near(2, (other) => other.kept),
  windowKept: (context, run) => toWindow(context, run, 3, (other) => other.kept),
  windowLinks: (context, run) => toWindow(context, run, 3, (other) => other.linkShare),
  wideKept: (context, run) => toWindow(context, run, 8, (other) => other.kept),
  wideProse: (context, run) =>
    toWindow(context, run, 8, (other) =>
      Number(other.traits.length >= PROSE_CHARS && other.linkShare < LINKY),
    ),
  sectionChars: (context, run) => log(toSection(context, run).chars),
  sectionLinks: (context, run) => toSection(context, run).linkShare,
  sectionKept: (context, run) => toSection(context, run).kept,
  headingKept: (context, run) => toHeadingAbove(context, run)?.kept ?? -1,
  headingLevel: (context, run) => toHeadingAbove(context, run)?.level ?? 0,
  fromHeading: (context, run) => run.at - (toHeadingAbove(context, run)?.at ?? -60),
  signs: (_, run) => run.traits.signs,
  before1Apart: (context, run) => toLevelsApart(context, run, -1),
  after1Apart: (context, run) => toLevelsApart(context, run, 1),
  after3Length: near(3, (other) => log(other.traits.length)),
  before3Length: near(-3, (other) => log(other.traits.length)),
  sinceSentence: (context, run) => toSinceSentence(context, run),
  pageRuns: ({ runs }) => log(runs.length),
  pageChars: ({ total }) => log(total.chars),
  pageLinks: ({ total }) => toShare(total.linked, total.chars),
  pageKept: ({ total }) => toShare(total.kept, total.chars),
  pageProse: ({ total }) => toShare(total.prose, total.chars),
  keptChars: ({ total }) => log(total.kept),
  keptMean: ({ total, keptRuns }) => log(toShare(total.kept, keptRuns)),
  pageFamily: ({ mostInFamily, total }) => toShare(mostInFamily, total.chars),
  saysArticle: ({ facts }) => Number(/article|posting|report/i.test(facts.types)),
  saysProduct: ({ facts }) => Number(/product|offer/i.test(facts.types)),
  saysThread: ({ facts }) => Number(/discussion|question|qapage/i.test(facts.types)),
  saysList: ({ facts }) => Number(/itemlist|collection|website|searchresults/i.test(facts.types)),
  ruled: (_, run) => run.ruled,
  before1Ruled: near(-1, (other) => other.ruled),
  after1Ruled: near(1, (other) => other.ruled),
  windowRuled: (context, run) => toWindow(context, run, 3, (other) => other.ruled),
  titled: (_, run) => run.titled,
  familyTitled: (_, run) =>
    toShare(run.family.titled - run.titled * run.traits.length, run.family.chars - run.traits.length),
  up2Titled: above(2, ({ titled, chars }) => toShare(titled, chars)),
  up4Titled: above(4, ({ titled, chars }) => toShare(titled, chars)),
  titledToPage: above(3, ({ titled, chars }, { total }) =>
    toShare(toShare(titled, chars), toShare(total.titled, total.chars)),
  ),
  dated: (_, run) => Number(run.traits.hasDate),
  familyDated: (_, run) => toShare(run.family.dated, run.family.runs),
  parentDated: above(1, ({ dated, runs }) => toShare(dated, runs)),
  up3Dated: above(3, ({ dated, runs }) => toShare(dated, runs)),
  windowDated: (context, run) => toWindow(context, run, 4, (other) => Number(other.traits.hasDate)),
  isArticle: ({ kinds }) => kinds[0] ?? 0,
  isForum: ({ kinds }) => kinds[1] ?? 0,
  isProduct: ({ kinds }) => kinds[2] ?? 0,
  isList: ({ kinds }) => (kinds[3] ?? 0) + (kinds[4] ?? 0),
  isService: ({ kinds }) => kinds[5] ?? 0,
  isDocumentation: ({ kinds }) => kinds[6] ?? 0,
};

/** The features of all runs, one row after another. */
export function toRows(context: Context): Float32Array {
  const features = Object.values(FEATURES);
  const rows = new Float32Array(context.runs.length * features.length);
  let place = 0;
  for (const run of context.runs) for (const feature of features) rows[place++] = feature(context, run);
  return rows;
}
