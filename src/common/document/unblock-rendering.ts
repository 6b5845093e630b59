// Lets Chromium paint while a page is stuck in its head: it paints nothing before there is a body, nor while a script or style sheet of the
// head is pending. Firefox paints.

/** Set by the build. */
declare const FIREFOX: boolean;

/** Lets the browser paint now, where no style sheet is pending any more. The page stays as it is: its scripts run once, in their turn. */
export function startPainting(page: Document): void {
  if (FIREFOX || page.body || !page.head) return;
  // The script the parser waits for blocks painting only where it was put: out and in again, it does not.
  const script = [...page.querySelectorAll('script[src]')].pop();
  const place = page.createComment('');
  script?.replaceWith(place);
  if (script) place.replaceWith(script);
  // Painting starts when the last thing that blocks it goes and there is a body: both for a moment, in one turn, unseen by any script.
  const last = page.createElement('link');
  last.rel = 'expect';
  last.setAttribute('blocking', 'render');
  last.href = '#light';
  const body = page.createElement('body');
  page.head.append(last);
  page.documentElement.append(body);
  last.remove();
  body.remove();
}
