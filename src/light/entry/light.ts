// Injected when the reader wants Light, or wants it gone, or wants the page's text kept: shows the view, leaves it, or keeps what there is to read.
// On a page of Light's own, shows a text again: the same view, so that it is downloaded once.
import type { Command } from '../../common/injection-command.ts';
import { readWorld } from '../../common/isolated-world.ts';
import { ask } from '../../common/messages.ts';
import { activate } from '../session/activate.ts';
import { resumeLight } from '../session/resume-light.ts';
import { shelvePage } from '../shelve/shelve-page.ts';
import { showOwnPage } from '../shelve/show-saved.ts';

const world = readWorld();
const { command = 'arrive', view, left } = world;
// Two commands may be told before the first of two injections runs: that carries out the second one, and the other has nothing left to do.
if (world.command) world.command = 'done';
if (command !== 'done') carryOut(command);

function carryOut(command: Command): void {
  if (/-extension:$/.test(location.protocol)) showOwnPage();
  else if (command === 'shelve') shelvePage();
  else if (view?.isThere() && !(view.isWord && command === 'leave')) {
    if (command === 'turn' || command === 'leave') view.leave();
  } else if (command === 'leave' && !left) {
    view?.leave();
    // A light tab without a view: only a new load gives the page its scripts back. The tab may be gone meanwhile.
    ask('leave', { reload: true }).then(({ ok }) => ok || location.reload());
  } else if (command === 'resume') {
    resumeLight();
  } else {
    // Where it was left a moment ago, of which the background had not heard yet, it is wanted again.
    activate(command === 'arrive' || command === 'scripts', command === 'scripts');
  }
}
