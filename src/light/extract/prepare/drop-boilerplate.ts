// Drops boilerplate before a page is read: markup that a CMS has written as words, and the line that ends a newsletter's subscription.
import { toLength } from '../../text/blocks.ts';

/** Elements that a CMS has written as text, from the first tag to the last. */
const MARKUP =
  /^\s*<(?:iframe|img|script|style|embed|object|video|div|figure|p|span|a|blockquote)\b[^<>]*>[\s\S]*>\s*$/i;
/** Where markup is what is written about. */
const CODE =
  'pre, code, samp, kbd, tt, var, textarea, script, style, title, xmp, listing, plaintext, noscript';

/** Takes the tags out of text that is nothing but markup. */
export function dropMarkup(page: Document): void {
  const walker = page.createTreeWalker(page.body ?? page.documentElement, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (!text.trimStart().startsWith('<') || !MARKUP.test(text) || node.parentElement?.closest(CODE))
      continue;
    node.nodeValue = text.replace(/<[^<>]*>/g, ' ');
  }
}

/** What ends a subscription, in its own link. */
const UNSUBSCRIBE =
  /unsubscribe|abmelden|abbestellen|désabonn|désinscri|darse de baja|cancelar (?:la |a )?(?:suscripción|inscrição|assinatura)|disiscri|annulla l.iscrizione|afmelden|uitschrijven|отписаться|відписатися|wypisz|abonelikten|aboneliği|لغو (?:عضویت|اشتراک)|إلغاء الاشتراك|退订|取消订阅|退訂|配信停止|구독 (?:취소|해지)/i;
/** A longer line says more than how to end a subscription, in characters as if written in letters. */
const LINE_CHARS = 400;

/** Takes out the line with the link that ends a subscription, where it is at the end of the page. */
export function dropMailing(page: Document): void {
  for (const link of page.querySelectorAll('a[href]')) {
    if (!UNSUBSCRIBE.test(link.textContent ?? '')) continue;
    const line = link.closest('p, td, li') ?? link.parentElement;
    if (line && line !== page.body && toLength(line.textContent ?? '') <= LINE_CHARS && isLast(line))
      line.remove();
  }
}

/** No paragraph follows that is longer than such a line may be. */
function isLast(line: Element): boolean {
  const paragraphs = line.ownerDocument.querySelectorAll('p');
  const last = [...paragraphs].findLast(
    (each) => toLength(each.textContent ?? '') >= 140 && !each.contains(line),
  );
  return !last || (line.compareDocumentPosition(last) & 2) /* Node.DOCUMENT_POSITION_PRECEDING */ > 0;
}
