// Cleans a byline: without the label "By", addresses, dates, and the name of the site itself.
import { isSite, toKey } from '../text/text-similarity.ts';

/** A longer one is a sentence, in characters. */
const NAME_CHARS = 120;
/** What content management systems call those who have no name; the place of a report in brackets; what counts comments. */
const NOBODY = /^(?:admin\w*|editor|staff|user|\(.*)$|\(\d+\)/i;
const ADDRESS = /\S*@\S*|https?:\S*/g;
/** `Von` and `Di` are parts of names, too, but not before two words. */
const LABEL =
  /^(?:(?:\S+ )?by|par|por|door|(?:von|di|da)(?= \S+ \S)|автор\S*|текст|نویسنده|به قلم|بقلم|كتبت?|[文作者記记]+(?=[:：/]))[\s:：/]+/i;
/** The office, or a date in any order, and all after it. */
const REST = /\s+[|•·–—-]\s.*|[\s,،]+(?:[^\s\d]+ \d{1,2},? (?=\d{4})|[\d٠-٩۰-۹]{1,4}[./: -]\S).*/;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu;

/** Who wrote the text, as the first list says that names somebody other than the site; '' where none does. */
export function toByline(lists: string[][], sites: string[]): string {
  const isPerson = (name: string) => /\p{L}/u.test(name) && name.length <= NAME_CHARS && !isSite(name, sites);
  const named = lists.map((list) => list.map(toName).filter(isPerson)).find(({ length }) => length) ?? [];
  const names = [...new Map(named.map((name) => [toKey(name), name])).values()];
  return names.join(/[\u0600-\u06ff]/.test(names.join('')) ? '، ' : ', ');
}

function toName(text: string): string {
  const plain = text.replace(ADDRESS, '').trim();
  return NOBODY.test(plain) ? '' : plain.replace(LABEL, '').replace(REST, '').replace(AROUND, '');
}
