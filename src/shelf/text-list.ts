// The list of the kept texts: what is known of each, those that hold the words looked for, and what can be done with one.
import { createElement } from '../common/document/elements.ts';
import { holdsWords, toWords } from '../common/shelf/normalise-words.ts';
import { changeArticle, readAllWords, removeShelved } from '../common/shelf/shelf-database.ts';
import type { ShelvedArticle } from '../common/shelf/shelved.ts';
import { toAmount, toMinutes } from '../common/words/quantities.ts';
import { readLanguage, toText } from '../common/words/translations.ts';

/** So many stand in the page at first, and come with each scroll to its end: to lay out two thousand would take a second. */
const SHOWN_AT_ONCE = 60;

/** The address of Light's page that shows a kept text. */
export function toTextPage(address: string): string {
  return `saved-text.html?kept=${encodeURIComponent(address)}`;
}

export class TextList {
  readonly element = createElement('ul', { id: 'texts' });
  readonly #end = createElement('p', { role: 'status', class: 'note' });
  readonly #onChange: () => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #dates = new Intl.DateTimeFormat(readLanguage(), { dateStyle: 'medium' });
  #words: Promise<Map<string, string>> | null = null;
  #articles: ShelvedArticle[] = [];
  #found: ShelvedArticle[] = [];
  #search = 0;

  constructor(onChange: () => void, onFailure: (error: unknown) => void) {
    this.#onChange = onChange;
    this.#onFailure = onFailure;
    new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#showMore();
      },
      { rootMargin: '600px' },
    ).observe(this.#end);
  }

  get elements(): HTMLElement[] {
    return [this.element, this.#end];
  }

  /** Has the words read before they are asked for: a search is answered from memory. */
  prepareSearch(): Promise<Map<string, string>> {
    this.#words ??= readAllWords();
    return this.#words;
  }

  /** Shows what there is now. */
  async show(articles: ShelvedArticle[], query: string, unreadOnly: boolean): Promise<void> {
    // Two lists of the same length may differ: one text has come, and another one has gone.
    const [newest, before] = [articles[0], this.#articles[0]];
    if (articles.length !== this.#articles.length || newest?.keptAt !== before?.keptAt) this.#words = null;
    this.#articles = articles;
    await this.find(query, unreadOnly);
  }

  /** Shows the texts that hold all the words of a query, or all texts where it has none. */
  async find(query: string, unreadOnly: boolean): Promise<void> {
    this.#search += 1;
    const search = this.#search;
    const wanted = toWords(query);
    const words = wanted ? await this.prepareSearch() : null;
    // The reader has written on meanwhile.
    if (search !== this.#search) return;
    this.#found = this.#articles.filter(
      ({ address, readAt }) =>
        (!unreadOnly || readAt === null) && (!words || holdsWords(words.get(address) ?? '', wanted)),
    );
    this.element.replaceChildren();
    this.#showMore();
    const none = this.#articles.length === 0 ? 'shelfEmpty' : 'nothingFound';
    this.#end.replaceChildren(this.#found.length === 0 ? toText(none) : '');
  }

  #showMore(): void {
    const shown = this.element.children.length;
    this.element.append(
      ...this.#found.slice(shown, shown + SHOWN_AT_ONCE).map((article) => this.#toItem(article)),
    );
  }

  #toItem(article: ShelvedArticle): HTMLElement {
    const { address, title, readAt, language, direction } = article;
    // On the list's own side, whichever way the title itself runs.
    const words = createElement('bdi', { dir: direction, lang: language }, title || address);
    const link = createElement('a', { href: toTextPage(address) }, words);
    const facts = this.#toFacts(article).map((fact) => createElement('bdi', {}, fact));
    return createElement(
      'li',
      { class: readAt === null ? 'unread' : 'read' },
      createElement('div', { class: 'text' }, link, createElement('p', { class: 'facts' }, ...facts)),
      this.#toButton('shelfRead', article, { 'aria-pressed': String(readAt !== null) }, () =>
        changeArticle(address, { readAt: readAt === null ? Date.now() : null }),
      ),
      this.#toButton('remove', article, {}, () => removeShelved([address])),
    );
  }

  #toFacts({ address, section, published, keptAt, minutes, bytes }: ShelvedArticle): string[] {
    // What a page calls its site it may call anything: its host is what it is.
    const host = new URL(address).hostname.replace(/^www\./, '');
    const time = minutes ? toText('minutes', toMinutes(minutes)) : '';
    return [host, section, this.#dates.format(published ?? keptAt), time, toAmount(bytes)].filter(Boolean);
  }

  #toButton(
    label: 'shelfRead' | 'remove',
    { title }: ShelvedArticle,
    attributes: Record<string, string>,
    act: () => Promise<void>,
  ): HTMLElement {
    const words = toText(label);
    const name = { type: 'button', 'data-action': label, 'aria-label': `${words}: ${title}`, ...attributes };
    const button = createElement('button', name, words);
    button.addEventListener('click', () => act().then(this.#onChange, this.#onFailure));
    return button;
  }
}
