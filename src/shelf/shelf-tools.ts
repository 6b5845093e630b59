// What can be done with the whole shelf: how much it may hold, saving it as a file, taking such a file in, and removing everything.
import { createElement } from '../common/document/elements.ts';
import { sumBytes } from '../common/shelf/make-room.ts';
import { clearShelf, readArticles, readShelved, writeTogether } from '../common/shelf/shelf-database.ts';
import { changeLimitMb, LIMITS_MB, readLimitBytes, readLimitMb } from '../common/shelf/shelf-limit.ts';
import type { ShelvedArticle, Shelving } from '../common/shelf/shelved.ts';
import { toStorageFailure } from '../common/shelf/storage-failure.ts';
import { toRecords } from '../common/shelf/to-records.ts';
import { toAmount } from '../common/words/quantities.ts';
import { type MessageName, readLanguage, toText } from '../common/words/translations.ts';
import { parseShelfFile } from './shelf-file.ts';
import { readShelfFile, toShelfFile } from './shelf-stream.ts';

const FILE_NAME = 'light-shelf.json.gz';
/** So many texts of a file are written in one transaction, which writes each record of words once: one each takes Firefox a minute for two thousand. */
const TOGETHER = 250;
/** A browser that asks where to save a file reads it after that, in ms. */
const READ_MS = 60_000;

interface Hearing {
  /** Something has changed; `isFull`: not all of a file had room. */
  onChange: (isFull?: boolean) => Promise<void>;
  /** Tells the reader what has come of a press. */
  say: (sentence: string) => void;
}

/** The tools, and what shows in them how full the shelf is. */
export function toTools({ onChange, say }: Hearing) {
  const meter = createElement('meter', { 'aria-label': toText('shelfLimit') });
  const amount = createElement('bdi', {});
  const limits = createElement('select', { id: 'limit' }, ...LIMITS_MB.map(toOption));
  limits.addEventListener('change', () => changeLimitMb(Number(limits.value)).then(() => onChange(false)));
  const act = (label: MessageName, press: () => Promise<string>) => {
    const button = createElement('button', { type: 'button', 'data-action': label }, toText(label));
    button.addEventListener('click', async () => say(await press().catch(toFailure)));
    return button;
  };
  const file = createElement('input', { type: 'file', hidden: '', accept: '.gz,.json' });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    const taken = chosen && (await importFile(chosen).catch(toFailedImport));
    file.value = '';
    await onChange(taken?.isFull);
    if (taken) say(taken.sentence);
  });
  const row = createElement(
    'div',
    { class: 'row' },
    act('shelfExport', exportAll),
    act('shelfImport', async () => {
      file.click();
      return '';
    }),
    act('shelfClear', async () => {
      await clearShelf();
      await onChange(false);
      return toText('shelfCleared');
    }),
    file,
  );
  const element = createElement(
    'section',
    { id: 'tools' },
    createElement(
      'div',
      { class: 'row' },
      createElement('label', { for: 'limit' }, toText('shelfLimit')),
      limits,
      meter,
      amount,
    ),
    row,
  );
  const show = async (articles: ShelvedArticle[]) => {
    const limit = await readLimitMb();
    limits.value = String(limit);
    const bytes = sumBytes(articles);
    Object.assign(meter, { max: limit * 1_000_000, value: bytes });
    amount.replaceChildren(toAmount(bytes));
  };
  return { element, show };
}

function toOption(limit: number): HTMLElement {
  return createElement('option', { value: String(limit) }, toAmount(limit * 1_000_000));
}

/** What the page says of an error: of a browser that stores nothing, and of no other. */
export function toFailure(error: unknown): string {
  console.warn(error);
  return toText(toStorageFailure(error));
}

async function exportAll(): Promise<string> {
  const addresses = (await readArticles()).map(({ address }) => address);
  const file = await toShelfFile(addresses, async (address) => {
    const opened = await readShelved(address);
    return opened && toShelving(opened.article, opened.html);
  });
  const link = createElement('a', { href: URL.createObjectURL(file), download: FILE_NAME });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
  return '';
}

/** What of a text is not the reader's doing: a file tells nobody what was read. */
function toShelving(article: ShelvedArticle, html: string): Shelving {
  const { keptAt: _, readAt: _read, place: _place, bytes: _bytes, pictures: _pictures, ...known } = article;
  return { ...known, html };
}

interface Import {
  sentence: string;
  isFull: boolean;
}

function toFailedImport(error: unknown): Import {
  return { sentence: toFailure(error), isFull: false };
}

/** Takes the texts of a file in, some in each transaction, until the shelf is full. What is kept already stays as it is. */
async function importFile(file: File): Promise<Import> {
  const json = await readShelfFile(file);
  const parsed = json === null ? null : parseShelfFile(json);
  const number = new Intl.NumberFormat(readLanguage());
  if (!parsed)
    return { sentence: toText('shelfImported', number.format(0), number.format(1)), isFull: false };
  const present = new Set((await readArticles()).map(({ address }) => address));
  const limitBytes = await readLimitBytes();
  const fresh = parsed.texts.filter(({ address }) => !present.has(address));
  const startedAt = Date.now();
  let taken = 0;
  while (taken < fresh.length) {
    // Each a moment later than the one before: the list is in that order.
    const records = fresh
      .slice(taken, taken + TOGETHER)
      .map((text, at) => toRecords(text, startedAt + taken + at));
    const written = await writeTogether(records, limitBytes);
    taken += written;
    if (written < records.length) break;
  }
  const left = parsed.refused + parsed.texts.length - taken;
  const sentence = toText('shelfImported', number.format(taken), number.format(left));
  return { sentence, isFull: taken < fresh.length };
}
