// Runs the question of one load: carries out what its states say is to be done.
import { watchPresses } from '../common/document/click-guard.ts';
import type { LightWorld, LoadEvent } from '../common/isolated-world.ts';
import { type Answer, ask } from '../common/messages.ts';
import { readSiteName } from '../common/words/site-name.ts';
import { toText } from '../common/words/translations.ts';
import { unblockPaint } from './pending-style-sheets.ts';
import { showHost } from './prompt-host.ts';
import { createQuestion, type Question } from './question.ts';
import { type Effect, type QuestionEvent, type QuestionState, toNext } from './question-state.ts';
import { keepInSight } from './viewport-placement.ts';

type Send = (event: QuestionEvent) => void;

/** The question while it stands in the page. */
interface Standing extends Pick<Question, 'say'> {
  /** It stays in spite of the event: the reader is about to answer, or what can be read is there because of the question. */
  outlasts(event: LoadEvent): boolean;
  hide(): void;
}

/** Asks the reader, as soon as no modal dialog of the page is open: it would make the question inert. */
export function askReader(world: LightWorld): void {
  let state: QuestionState = 'waiting';
  let standing: Standing | null = null;
  const send = (event: QuestionEvent) => {
    const step = toNext(state, event);
    state = step.state;
    for (const effect of step.effects) effects[effect]();
  };
  const askFor = (answer: 'switch' | 'always' | 'never') => () =>
    ask(answer).then((came) => send(toEvent(came)));
  // Looked up while the extension is there: one that is gone has no words.
  const gone = toText('gone');
  const effects: Record<Effect, () => void> = {
    show: () => {
      standing = showQuestion(world, send);
    },
    hide: () => standing?.hide(),
    'ask-switch': askFor('switch'),
    'ask-always': askFor('always'),
    'ask-never': askFor('never'),
    // Whatever comes of it, the question goes away: that is what was asked for.
    'ask-refuse': () => ask('refuse'),
    'say-failed': () => standing?.say(toText('failed')),
    'say-gone': () => standing?.say(gone),
    forget: () => {
      delete world.question;
    },
  };
  world.question = {
    tell: (event) => standing?.outlasts(event) || send(event),
  };
  whenFree(() => send('free'));
}

function toEvent(answer: Answer): QuestionEvent {
  if (answer.ok) return 'done';
  return answer.reason === 'gone' ? 'gone' : 'failed';
}

function whenFree(act: () => void): void {
  if (!document.querySelector(':modal')) return act();
  addEventListener('close', () => whenFree(act), { capture: true, once: true });
}

function showQuestion(world: LightWorld, send: Send): Standing {
  const question = createQuestion(readSiteName(document, location.hostname), world.reason);
  const { host, section, say } = question;
  const hidePage = showHost(document, question);
  const [restoreSheets, areSheetsPending] = unblockPaint(document);
  const stops = [
    keepInSight(section, question.isRightToLeft),
    hearAnswers(world, question, send),
    restoreSheets,
    ...(hidePage ? [hidePage] : []),
  ];
  return {
    say,
    outlasts(event) {
      if (event === 'view-opened') return false;
      if (section.matches(':hover, :focus-within')) return true;
      return event === 'readable' && (hidePage !== null || areSheetsPending());
    },
    hide() {
      for (const stop of stops) stop();
      host.remove();
    },
  };
}

/** Hears what the reader answers, by mouse, touch or keyboard, before the page can stop it; until stopped. */
function hearAnswers(world: LightWorld, { section, choices }: Question, send: Send): () => void {
  const guard = watchPresses(section);
  const hear = (event: Event) => {
    const path = event.composedPath();
    const isKey = event.type.startsWith('key');
    // The browser makes a press of a key on a button, unless the page forbids it.
    if (isKey && path.includes(section)) event.stopImmediatePropagation();
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape' && guard.isMeant(event)) {
      // Esc answers the question; it does not also stop the load.
      event.preventDefault();
      event.stopImmediatePropagation();
      return send('dismiss');
    }
    const button = path.find((target) => choices.has(target));
    const choice = button && choices.get(button);
    if (!choice || event.type !== 'click' || !path.includes(section)) return;
    if (guard.isMeant(event)) send(choice);
    else event.preventDefault();
  };
  // The watcher has registered them: without it nobody would know that the page is slow.
  world.listeners?.add(hear);
  return () => {
    guard.stop();
    world.listeners?.delete(hear);
  };
}
