// Defines why the reader is asked, as the background says it and the question shows it.

/** Stands for a name in a sentence until it is put in, isolated, so that its direction cannot reorder Light's words. */
export const NAME = '\ufffc';

/** Why the reader is asked, as a sentence in the reader's language, with `NAME` in place of the name. */
export interface Reason {
  sentence: string;
  name: string;
}
