// Gives pages made for wide screens the width of the phone while the view stands.

/** The width of the phone, and as large as the reader wants it. */
const VIEWPORT = 'width=device-width, initial-scale=1';

/** Gives the page the width of the phone, whatever it says of its own; returns what makes it as it was. */
export function fitViewport(): () => void {
  const own = [...document.querySelectorAll('meta[name="viewport" i]')];
  const stops = own.length > 0 ? own.map(replaceContent) : [addViewport()];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What the page has set meanwhile stays. */
function replaceContent(meta: Element): () => void {
  const content = meta.getAttribute('content');
  meta.setAttribute('content', VIEWPORT);
  return () => {
    if (meta.getAttribute('content') !== VIEWPORT) return;
    if (content === null) meta.removeAttribute('content');
    else meta.setAttribute('content', content);
  };
}

function addViewport(): () => void {
  const meta = document.createElement('meta');
  meta.name = 'viewport';
  meta.content = VIEWPORT;
  document.documentElement.append(meta);
  return () => meta.remove();
}
