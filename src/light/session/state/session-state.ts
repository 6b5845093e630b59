// The states of a view session. What can happen to it stands in session-events.ts, what follows from that in session-transitions.ts, and what
// the view says in each state in session-note.ts.

/** What is known of a text that is complete. */
export interface Completeness {
  /** It cannot be known whether this is all of it: nothing of the page came after it. */
  doubtful: boolean;
  /** Light cannot tell whether it is all of the page's text. */
  unsure: boolean;
  /** The rest of it is behind a wall. */
  walled: boolean;
  /** What the page below was still loading has been stopped. */
  unfinished: boolean;
}

/** What came in place of the rest of a text. */
export type Answer =
  /** Something else: the title of another page, a number such as 503. */
  | { kind: 'other'; words: string }
  /** The same page with less of its text than is on the screen. */
  | { kind: 'less' };

/** A text whose end is missing. */
export type Interrupted =
  /** Nothing has come for a while; it still may. */
  | { name: 'stalled'; tries: number }
  /** The HTML has broken off. `answer` is what came when the rest was asked for, if that was not it: nothing more is asked for by itself. */
  | { name: 'broken'; tries: number; answer: Answer | null };

/** What stands in the view of a page that is here: its article, or its list, or all its text in their place. */
export type Shown = 'article' | 'page';

export type Complete = { name: 'complete'; shows: Shown } & Completeness;

/** How a view is left: it is taken away, the page is loaded again in full or light, or the browser replays it from its history. */
export type Departure = 'close' | 'reload' | 'load' | 'replay';

export type State =
  /** It is being found out where the text can come from; the tab does not have to be under the light rules yet. */
  | { name: 'finding' }
  /** The text grows with what comes. `tries`: so often the rest has been asked for by itself. */
  | { name: 'arriving'; tries: number }
  | Interrupted
  /** The rest has been asked for. `after` is what the text was before, and is again where nothing comes. */
  | { name: 'retrying'; tries: number; after: Interrupted | Complete }
  | Complete
  /** The document is about to go, or the view has gone. */
  | { name: 'leaving'; by: Departure }
  /** There is nothing to read here. */
  | { name: 'nothing' }
  /** Light could not read the page. */
  | { name: 'failed' };

/**
 * The page below the view: it was `whole` when it was switched, so that leaving gives it back as it was, without a request; or still
 * `loading`; or it has come `light`, under the rules, without scripts and files.
 */
export type Below = 'whole' | 'loading' | 'light';

/** A state, and what is the same in all of them: `joined` and `mayFetch` are known when the source is found. */
export interface Session {
  state: State;
  below: Below;
  /** The tab is under the light rules. */
  joined: boolean;
  /** The HTML may be asked for beside the tab: it is not the answer to a form. */
  mayFetch: boolean;
}

export function startSession(below: Below): Session {
  return { state: { name: 'finding' }, below, joined: false, mayFetch: false };
}

/** Whether the text may still grow, or be asked for. */
export function isGrowing({ name }: State): boolean {
  return name === 'arriving' || name === 'stalled' || name === 'broken' || name === 'retrying';
}

/** Whether nothing that the view was waiting for matters any more. */
export function isOver({ name }: State): boolean {
  return name === 'leaving' || name === 'nothing' || name === 'failed';
}
