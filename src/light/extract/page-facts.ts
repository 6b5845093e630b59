// Reads what a page says of itself beside its text, as far as it helps to judge which of its text is meant.

/** What a page says of itself. */
export interface PageFacts {
  address: string;
  title: string;
  descriptions: string[];
  /** The types its JSON-LD and its meta elements give it, in one line: `NewsArticle article`. */
  types: string;
  /** Its JSON-LD has the text of the article, too. */
  articleBody: string;
}

const TYPE = /"@type"\s*:\s*\[?\s*"(\w+)"/g;
const BODY = /"articleBody"\s*:\s*"((?:[^"\\]|\\.)*)"/;

/** `data` is the page's JSON-LD as it stands, `title` the title its article goes by. */
export function readFacts(page: Document, data: string, title: string): PageFacts {
  const described = page.querySelectorAll('meta[name*=description i], meta[property*=description i]');
  const type = page.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  return {
    address: page.baseURI,
    title,
    descriptions: [...described].map((each) => each.getAttribute('content') ?? ''),
    types: [...data.matchAll(TYPE)]
      .map(([, each]) => each)
      .concat(type)
      .join(' '),
    articleBody: toText(BODY.exec(data)?.[1] ?? ''),
  };
}

function toText(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/[\n\r\t]/g, ' ')}"`);
  } catch {
    // Broken JSON is common: it says nothing then.
    return '';
  }
}
