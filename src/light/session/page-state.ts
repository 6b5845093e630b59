// Remembers what hiding a page loses (scroll positions, focus, selection), and gives it back.

/** Set by the build. */
declare const FIREFOX: boolean;

/** Remembers what hiding the page loses, and gives it back: scroll positions, focus and selection. The rest is never lost. */
export function rememberPage(): () => void {
  // What scrolls inside the page loses its place in Firefox only. What is folded away is not asked for its own: it would be laid out for that.
  const scrolled = [...document.querySelectorAll(FIREFOX ? '*' : ':root, body')]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, left: element.scrollLeft, top: element.scrollTop }))
    .filter(({ element, left, top }) => left || top || element === document.scrollingElement);
  const focused = document.activeElement;
  const selected = readSelection();
  return () => {
    for (const { element, left, top } of scrolled) element.scrollTo({ left, top, behavior: 'instant' });
    if (focused instanceof HTMLElement && focused !== document.body && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
    // Chromium has a field's own selection stand before the field in the document's: putting that back would end it.
    if (!selected?.anchorNode || selected.anchorNode.childNodes[selected.anchorOffset] !== focused)
      restoreSelection(selected);
  };
}

type Selected = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'> | null;

function readSelection(): Selected {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}

function restoreSelection(selected: Selected): void {
  const selection = getSelection();
  if (!selection) return;
  if (!selected?.anchorNode || !selected.focusNode) return selection.removeAllRanges();
  if (!selected.anchorNode.isConnected || !selected.focusNode.isConnected) return;
  selection.setBaseAndExtent(
    selected.anchorNode,
    selected.anchorOffset,
    selected.focusNode,
    selected.focusOffset,
  );
}
