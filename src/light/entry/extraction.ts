// A page of Light's own without anything to be seen, in which the text is found in HTML that was fetched beside the tabs: in Chromium an offscreen
// document, in Firefox a frame of the background page. Nothing is asked for in it, and no script of the HTML runs.
import type { Extracted, Extraction, ExtractionMessage } from '../../common/shelf/extraction.ts';
import { readPage } from '../extract/extractor.ts';
import { readWayOn } from '../page/way-on.ts';
import { toShelving } from '../shelve/to-shelving.ts';
import { addBase } from '../source/html-stream.ts';

interface Runtime {
  runtime: {
    onMessage: {
      addListener(
        listener: (
          message: Partial<ExtractionMessage>,
          sender: unknown,
          answer: (extracted: Extracted) => void,
        ) => void,
      ): void;
    };
  };
}
/** Set by the build. */
declare const FIREFOX: boolean;
declare const browser: Runtime;
declare const chrome: Runtime;

function extract({ address, html, isPlain }: Extraction): Extracted {
  const parsed = isPlain ? toPlainPage(html) : new DOMParser().parseFromString(html, 'text/html');
  const page = addBase(parsed, address);
  const reading = readPage(page, {
    hostname: new URL(address).hostname,
    direction: page.body?.dir || page.documentElement.dir,
    plainText: isPlain,
    address,
    wayOn: readWayOn(page, address),
  });
  return { shelving: reading && toShelving(reading, address) };
}

/** As browsers show plain text. */
function toPlainPage(text: string): Document {
  const page = document.implementation.createHTMLDocument();
  page.body.append(Object.assign(page.createElement('pre'), { textContent: text }));
  return page;
}

(FIREFOX ? browser : chrome).runtime.onMessage.addListener(({ extraction }, _sender, answer) => {
  if (extraction) answer(extract(extraction));
});
