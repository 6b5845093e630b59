// Injected when the reader wants Light, or wants it gone: without it there would be no text.
import { ask } from '../common/messages.ts';
import { PARTS } from './parts.ts';
import { turnLight } from './turn.ts';

// An element of the page may be named so: what Light has not put there itself is not there.
if (!Object.hasOwn(globalThis, 'lightHere')) globalThis.lightHere = undefined;
const wish = globalThis.lightWish;

if (location.protocol.endsWith('extension:')) {
  globalThis.lightParts = PARTS;
} else if (globalThis.lightHere) {
  if (wish === 'turn' || wish === 'leave') globalThis.lightHere.leave();
} else if (wish === 'leave') {
  // A light tab without a view: only a new load gives the page its scripts back. The tab may be gone meanwhile.
  ask('leave', { reload: true }).catch(() => location.reload());
} else {
  turnLight(wish === 'arrive');
}
