// Puts words on the clipboard by the browser's own copying: the newer interface for it is not there on pages without encryption.

let words: string | null = null;

/** Puts words on the clipboard, at a press of the reader; whether the browser let it happen. The view hears `copy` before the page does. */
export function copyWords(wanted: string): boolean {
  words = wanted;
  const isCopied = document.execCommand('copy') && words === null;
  words = null;
  return isCopied;
}

/** Answers the `copy` that was just asked for; nothing where the reader copies by hand. */
export function answerCopy(event: Event): void {
  if (words === null || !(event instanceof ClipboardEvent)) return;
  event.clipboardData?.setData('text/plain', words);
  event.preventDefault();
  words = null;
}
