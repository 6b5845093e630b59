// Keeps the view above modal dialogs of the page, which make everything else inert: it stands in a modal dialog of its own then.
import { openShadowRoots } from './open-shadow-roots.ts';

/** How often it is looked whether the view can still be reached, in ms: a modal dialog in a shadow root of the page opens unseen. */
const LOOK_MS = 400;

/** Lifts the view above the modal dialogs that are open, and above each that is opened, until stopped. */
export function stayAboveModals(root: ShadowRoot, content: HTMLElement): () => void {
  let dialog: HTMLDialogElement | null = null;
  let below = new WeakSet<Element>();
  /** Shadow roots of the page are looked into only where something in one of them stands above the view. */
  let places: (Document | ShadowRoot)[] = [document];
  const look = (records: MutationRecord[]) => {
    const modals = places.flatMap((place) => [...place.querySelectorAll(':modal')]);
    const isNew = modals.some((modal) => !below.has(modal) || isReopened(modal, records));
    below = new WeakSet(modals);
    // A modal dialog can be used in a page that is inert as a whole.
    if (isNew || (document.documentElement.inert && !dialog)) lift();
  };
  const lift = () => {
    dialog ??= createDialog(root, content);
    raise(dialog, root);
  };
  const observer = new MutationObserver(look);
  const observe = () => {
    for (const place of places)
      observer.observe(place, { subtree: true, attributeFilter: ['open', 'inert'] });
  };
  const lookWhetherReached = () => {
    if (isReached(root.host, content)) return;
    places = [document, ...openShadowRoots(document)];
    observe();
    below = new WeakSet(places.flatMap((place) => [...place.querySelectorAll(':modal')]));
    lift();
    // Whatever that is, it is no modal dialog.
    if (!isReached(root.host, content)) clearInterval(timer);
  };
  // In a frame, which has to be laid out anyway.
  let frame = 0;
  const timer = setInterval(() => {
    frame = requestAnimationFrame(lookWhetherReached);
  }, LOOK_MS);
  observe();
  look([]);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** Whether a press in the middle of what is seen of the view would meet it: what is inert is not met. */
function isReached(host: Element, content: HTMLElement): boolean {
  const { left, right, top, bottom } = content.getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  const [x, y] = [(Math.max(0, left) + Math.min(innerWidth, right)) / 2, (from + to) / 2];
  return to <= from || Document.prototype.elementFromPoint.call(document, x, y) === host;
}

function isReopened(modal: Element, records: MutationRecord[]): boolean {
  return records.some(({ target, attributeName }) => target === modal && attributeName === 'open');
}

function createDialog(root: ShadowRoot, content: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  // Whatever closes it (Esc is heard before, a phone's back gesture is not) must not leave an inert page below nothing.
  dialog.addEventListener('close', () => dialog.isConnected && !dialog.open && dialog.showModal());
  root.append(dialog);
  dialog.append(content);
  return dialog;
}

/** The dialog that was opened last stands on top. What has the focus, and what is being read, stays. */
function raise(dialog: HTMLDialogElement, root: ShadowRoot): void {
  const { scrollTop } = dialog;
  const focused = root.activeElement;
  dialog.close();
  dialog.showModal();
  dialog.scrollTop = scrollTop;
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}
