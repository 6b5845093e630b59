// The queue of addresses to be kept, as a state machine: one after another, never two at once, each tried twice; it outlives background and browser.

/** An address is given up after so many answers that were no text. */
export const MOST_FAILURES = 2;
/** An address at which the background has ended so often is what ends it. */
export const MOST_STARTS = 5;
/** So many requests in a row without any answer: there is no network, and the reader says when there is. One a minute is half an hour. */
export const MOST_SILENCES = 30;
/** So many addresses wait at most: a front page has fewer. */
export const MOST_ITEMS = 200;

export interface QueueItem {
  address: string;
  title: string;
  state:
    | 'waiting'
    | 'coming'
    | 'kept'
    /** It was kept before. */
    | 'present'
    /** Given up. */
    | 'failed';
  /** Answers that were no text. */
  failures: number;
  starts: number;
  /** What it has cost, in bytes as they were sent, as far as that is known. */
  bytes: number;
}

export interface KeepQueue {
  state:
    | 'running'
    /** Nobody answers: it goes on by itself when the network is there again. */
    | 'away'
    /** By the reader, or after too long without a network; goes on when the reader says so. */
    | 'stopped'
    /** The shelf is full of unread texts, or the disk is. */
    | 'full'
    /** Every address has come or was given up. */
    | 'over';
  items: QueueItem[];
  /** Requests without any answer since the last one that had an answer. */
  silences: number;
}

export type QueueEvent =
  /** The reader wants these kept, too. What is kept already is left out. */
  | { type: 'added'; links: Pick<QueueItem, 'address' | 'title'>[]; present: string[] }
  /** The next one may begin: nothing is being fetched. What was, when the background ended, is begun again. */
  | { type: 'begun' }
  | { type: 'kept'; address: string; bytes: number }
  /** There was an answer, and no text in it. */
  | { type: 'failed'; address: string; bytes: number; isFinal: boolean }
  /** There was no answer at all. */
  | { type: 'silent'; address: string }
  | { type: 'full'; address: string }
  /** The browser says that there is no network. */
  | { type: 'offline' }
  | { type: 'stopped' }
  /** The reader says so, or a minute has passed. */
  | { type: 'resumed'; by: 'reader' | 'clock' };

export const EMPTY_QUEUE: KeepQueue = { state: 'over', items: [], silences: 0 };

/** The address that is being fetched, if there is one. */
export function toComing({ items }: KeepQueue): QueueItem | undefined {
  return items.find(({ state }) => state === 'coming');
}

/** Whether addresses are left for which it has to wake up by itself. */
export function isUnderWay({ state }: KeepQueue): boolean {
  return state === 'running' || state === 'away';
}

/** The next state. What cannot happen in a state, or does not matter there any more, changes nothing. */
export function stepQueue(queue: KeepQueue, event: QueueEvent): KeepQueue {
  switch (event.type) {
    case 'added':
      return add(queue, event);
    case 'begun':
      return begin(queue);
    case 'stopped':
      return queue.state === 'over' ? queue : { ...giveBack(queue, 0), state: 'stopped' };
    case 'resumed':
      return resume(queue, event.by);
    case 'offline':
      return queue.state === 'running' ? { ...giveBack(queue, 0), state: 'away' } : queue;
    default: {
      const item = queue.items.find(({ address }) => address === event.address);
      // What the reader has stopped may have been written already.
      const isMeant = item?.state === 'coming' || (item?.state === 'waiting' && event.type === 'kept');
      return item && isMeant ? end(queue, item, event) : queue;
    }
  }
}

function add(queue: KeepQueue, { links, present }: Extract<QueueEvent, { type: 'added' }>): KeepQueue {
  const isOver = queue.state === 'over';
  // What was asked for before is told of until something else is asked for.
  const before = isOver ? [] : queue.items;
  const known = new Set(before.map(({ address }) => address));
  const wanted = [...new Map(links.map((link) => [link.address, link])).values()];
  const added = wanted
    .filter(({ address }) => !known.has(address))
    .map(({ address, title }): QueueItem => {
      const state = present.includes(address) ? 'present' : 'waiting';
      return { address, title, state, failures: 0, starts: 0, bytes: 0 };
    });
  const items = [...before, ...added].slice(0, MOST_ITEMS);
  return settle({ state: 'running', items, silences: isOver ? 0 : queue.silences });
}

function begin(queue: KeepQueue): KeepQueue {
  if (queue.state !== 'running') return queue;
  const left = giveBack(queue, MOST_STARTS);
  const at = left.items.findIndex(({ state }) => state === 'waiting');
  if (at < 0) return settle(left);
  const items = left.items.map(
    (item, index): QueueItem => (index === at ? { ...item, state: 'coming', starts: item.starts + 1 } : item),
  );
  return { ...left, items };
}

/** What was being fetched waits again; given up where it was begun `most` times, if that is a number of times. */
function giveBack(queue: KeepQueue, most: number): KeepQueue {
  const items = queue.items.map((item): QueueItem => {
    if (item.state !== 'coming') return item;
    return { ...item, state: most > 0 && item.starts >= most ? 'failed' : 'waiting' };
  });
  return { ...queue, items };
}

type Ending = Extract<QueueEvent, { type: 'kept' | 'failed' | 'silent' | 'full' }>;

function end(queue: KeepQueue, item: QueueItem, event: Ending): KeepQueue {
  switch (event.type) {
    case 'kept':
      return settle(put(queue, { ...item, state: 'kept', bytes: item.bytes + event.bytes }, 0));
    case 'failed':
      return fail(queue, { ...item, bytes: item.bytes + event.bytes }, event.isFinal);
    case 'silent':
      return fallSilent(queue, item);
    case 'full':
      return { ...put(queue, { ...item, state: 'waiting' }, 0), state: 'full' };
  }
}

function fail(queue: KeepQueue, item: QueueItem, isFinal: boolean, silences = 0): KeepQueue {
  const failures = item.failures + 1;
  const isGivenUp = isFinal || failures >= MOST_FAILURES;
  return settle(put(queue, { ...item, failures, state: isGivenUp ? 'failed' : 'waiting' }, silences));
}

/**
 * The first silence is this one address's. Where another address is silent, too, the network is: nothing is given up for that. A single address that is
 * left is given up like any other.
 */
function fallSilent(queue: KeepQueue, item: QueueItem): KeepQueue {
  const silences = queue.silences + 1;
  const hasOthers = queue.items.some((other) => other.state === 'waiting');
  if (silences === 1 || !hasOthers) return fail(queue, item, false, silences);
  const state = silences < MOST_SILENCES ? 'away' : 'stopped';
  return { ...put(queue, { ...item, state: 'waiting' }, silences), state };
}

/** Puts the item in its place; one that waits once more goes behind all others. */
function put(queue: KeepQueue, item: QueueItem, silences: number): KeepQueue {
  const { items } = queue;
  if (item.state === 'waiting')
    return { ...queue, silences, items: [...items.filter((other) => !isSame(other, item)), item] };
  return { ...queue, silences, items: items.map((other) => (isSame(other, item) ? item : other)) };
}

function isSame(one: QueueItem, other: QueueItem): boolean {
  return one.address === other.address;
}

function resume(queue: KeepQueue, by: 'reader' | 'clock'): KeepQueue {
  if (by === 'reader' && queue.state !== 'over') return settle({ ...queue, state: 'running', silences: 0 });
  return queue.state === 'away' ? { ...queue, state: 'running' } : queue;
}

function settle(queue: KeepQueue): KeepQueue {
  const isLeft = queue.items.some(({ state }) => state === 'waiting' || state === 'coming');
  return isLeft ? queue : { ...queue, state: 'over' };
}
