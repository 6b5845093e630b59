// Registered only while some tab is light: without this, the next page in a light tab would not know that it is light.
import { ask } from '../common/messages.ts';

// Rejected where the extension was updated or switched off under the page: the tab is not light any more then.
const askWhetherLit = (restored: boolean) => ask('lit', { restored }).catch(() => {});

addEventListener('pageshow', (event) => {
  if (event.persisted) askWhetherLit(true);
});
askWhetherLit(false);
