// The actions in the bar's menu, in the order in which they stand there. One more is one more row here, and an answer in `hearView`.
import { isPrivateWindow } from '../../../common/private-window.ts';
import type { MessageName } from '../../../common/words/translations.ts';
import type { Press } from '../press-buttons.ts';
import { hasContents } from './contents.ts';
import { findLocalVoice, isReadingAloud } from './read-aloud.ts';

/** An action of the menu. It is offered in a view that answers its press. */
export interface BarAction {
  press: Press;
  label: MessageName;
  /** Not there where this says no. By default it is offered. */
  isOffered?(main: HTMLElement): boolean;
  /** What stands for `$1` in the label. */
  toAmount?(main: HTMLElement): number;
  /** A line stands above it: another kind of actions begins. */
  begins?: true;
}

const countPictures = (main: HTMLElement): number =>
  main.querySelectorAll('[data-part=body] [data-action=picture]').length;

export const BAR_ACTIONS: readonly BarAction[] = [
  {
    press: 'pictures',
    label: 'allPictures',
    isOffered: (main) => countPictures(main) > 1,
    toAmount: countPictures,
  },
  { press: 'contents', label: 'contents', isOffered: hasContents },
  {
    press: 'aloud',
    label: 'readAloud',
    isOffered: (main) =>
      !isReadingAloud() && findLocalVoice(main.querySelector('article')?.lang ?? '') !== null,
  },
  { press: 'stopAloud', label: 'stopReading', isOffered: isReadingAloud },
  { press: 'shelve', label: 'keep', begins: true, isOffered: () => !isPrivateWindow() },
  { press: 'shelf', label: 'openShelf' },
  { press: 'copyLink', label: 'copyLink', begins: true },
  { press: 'copyText', label: 'copyText' },
  { press: 'share', label: 'share', isOffered: () => 'share' in navigator },
  { press: 'save', label: 'saveFile' },
  { press: 'print', label: 'print' },
  { press: 'again', label: 'again', begins: true },
  { press: 'settings', label: 'optionsTitle' },
];
