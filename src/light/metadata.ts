// Without this, the reader would not learn what section a text is from, when it was published, and in what language it is.

/** What a page says of its article beside the text. */
export interface Metadata {
  section: string;
  /** When it was first published; `null` where the page does not say, or says nonsense. */
  published: Date | null;
  /** BCP 47 tag, '' where the page does not say. */
  language: string;
}

type Json = Record<string, unknown>;

/** Reads what the page says of its article: JSON-LD first, then meta elements, then the page's own marks. */
export function readMetadata(page: Document): Metadata {
  const data = readJsonLd(page);
  const section = toName(data.articleSection) || readMeta(page, 'article:section');
  const published =
    data.datePublished ||
    readMeta(page, 'article:published_time') ||
    page
      .querySelector('article time[datetime], main time[datetime], time[datetime]')
      ?.getAttribute('datetime');
  return {
    section: section.trim(),
    published: toDate(published),
    language: page.documentElement.lang || toName(data.inLanguage) || readMeta(page, 'content-language'),
  };
}

function readMeta(page: Document, name: string): string {
  const found = page.querySelector(
    `meta[property="${name}"], meta[name="${name}"], meta[http-equiv="${name}"]`,
  );
  return found?.getAttribute('content') ?? '';
}

function readJsonLd(page: Document): Json {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(toJson(script.textContent ?? ''));
    if (found) return found;
  }
  return {};
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    // Broken JSON-LD is common: it says nothing then.
    return null;
  }
}

function findArticle(value: unknown): Json | null {
  if (Array.isArray(value)) return value.map(findArticle).find(Boolean) ?? null;
  if (typeof value !== 'object' || !value) return null;
  const data = value as Json;
  const types = [data['@type']].flat().join(' ');
  return /Article|BlogPosting|Report/.test(types) ? data : findArticle(data['@graph'] ?? null);
}

function toName(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

function toDate(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
