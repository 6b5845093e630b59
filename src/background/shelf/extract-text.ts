// Has the text found in HTML that was fetched beside the tabs, in a page with a parser: see light/entry/extraction.ts.
import browser from 'webextension-polyfill';
import type { Extracted, Extraction, ExtractionMessage } from '../../common/shelf/extraction.ts';
import type { Shelving } from '../../common/shelf/shelved.ts';

/** Set by the build. */
declare const FIREFOX: boolean;
/** Chromium's own, which the polyfill does not know. */
declare const chrome: {
  offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
    hasDocument(): Promise<boolean>;
  };
};

const PAGE = 'extraction.html';

/** What is to be kept of the HTML; `null` where there is nothing to read in it. One at a time: Chromium has one such page. */
export async function extractText(extraction: Extraction): Promise<Shelving | null> {
  await (FIREFOX ? openFrame() : openOffscreen());
  try {
    const message: ExtractionMessage = { extraction };
    const extracted: Extracted | undefined = await browser.runtime.sendMessage(message);
    return extracted?.shelving ?? null;
  } finally {
    // What the page has parsed goes with it.
    if (FIREFOX) document.querySelector('iframe')?.remove();
    else await chrome.offscreen.closeDocument();
  }
}

/** One may stand there since the background ended. */
async function openOffscreen(): Promise<void> {
  if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
  await chrome.offscreen.createDocument({
    url: PAGE,
    reasons: ['DOM_PARSER'],
    justification: 'Finds the text in HTML that the reader wants to keep',
  });
}

/** The event page is a document itself. What finds the text is loaded with the frame, and not at each start of the background. */
function openFrame(): Promise<void> {
  const frame = document.createElement('iframe');
  return new Promise((resolve, reject) => {
    frame.addEventListener('load', () => resolve());
    frame.addEventListener('error', () => reject(new Error(`${PAGE} did not load.`)));
    frame.src = browser.runtime.getURL(PAGE);
    document.body.append(frame);
  });
}
