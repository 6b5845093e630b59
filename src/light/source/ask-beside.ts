// Asks for an address beside the tab: the light rule lets this one through until its answer begins to come.
import { ask } from '../../common/messages.ts';

const HTML = 'text/html,application/xhtml+xml';

/** `null` where nothing answers: the request was aborted, there is no network, or the extension is gone, which the view says by itself. */
export async function askBeside(
  address: string,
  signal: AbortSignal,
  accept = HTML,
): Promise<Response | null> {
  try {
    await ask('text', address);
    return await fetch(address, { headers: { accept, 'save-data': 'on' }, redirect: 'manual', signal });
  } catch {
    // Expected, as above.
    return null;
  } finally {
    ask('text', null);
  }
}
