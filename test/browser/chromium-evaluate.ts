// Runs a function in a Chromium target, and tells a document that went away from a function that threw.
import type { CDPSession } from 'puppeteer-core';
import { PageGone } from './tab.ts';

/** What Chromium says when the document or its target went away under a running evaluation. */
const GONE =
  /context was destroyed|navigated or closed|find (default )?(execution )?context|Target closed|detached|closed/i;

/** Runs the source of a function with JSON arguments in the target's main world. */
export async function evaluateIn(
  session: CDPSession,
  source: string,
  args: unknown[],
): Promise<{ value?: unknown }> {
  // esbuild wraps named functions in calls of __name, which the page does not have.
  const expression = `((__name) => (${source})(...${JSON.stringify(args)}))((fn) => fn)`;
  const answer = await session
    .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    .catch((error: Error) => {
      throw GONE.test(error.message) ? new PageGone(error.message) : error;
    });
  const thrown = answer.exceptionDetails;
  if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
  return { value: answer.result.value };
}
