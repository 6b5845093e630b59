// Without this, the question could not say why it is asked, nor go away when the page has come.

/** Stands for a name in a sentence until it is put in, isolated, so that its direction cannot reorder Light's words. */
export const NAME = '\ufffc';

/** Why the reader is asked, as a sentence in the reader's language, with `NAME` in place of the name. */
export interface Reason {
  sentence: string;
  name: string;
}

declare global {
  /** Set in Light's own world just before the question is injected. */
  var lightReason: Reason | undefined;
  /** In Light's own world from the question on, so that it is asked once: takes it away, unless the reader is about to answer it. */
  var lightWithdraw: (() => void) | undefined;
}
