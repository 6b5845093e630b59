// Keys by the name `KeyboardEvent.key` gives them, with the codes a browser expects beside it.
import type { Modifier } from './browser.ts';

export interface Key {
  key: string;
  code: string;
  keyCode: number;
  /** What the key types, if anything. */
  text?: string;
}

const NAMED: Record<string, Omit<Key, 'key'>> = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Tab: { code: 'Tab', keyCode: 9 },
  Escape: { code: 'Escape', keyCode: 27 },
  Backspace: { code: 'Backspace', keyCode: 8 },
  Delete: { code: 'Delete', keyCode: 46 },
  Home: { code: 'Home', keyCode: 36 },
  End: { code: 'End', keyCode: 35 },
  PageUp: { code: 'PageUp', keyCode: 33 },
  PageDown: { code: 'PageDown', keyCode: 34 },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  ArrowRight: { code: 'ArrowRight', keyCode: 39 },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
  F5: { code: 'F5', keyCode: 116 },
  ' ': { code: 'Space', keyCode: 32, text: ' ' },
};

export const MODIFIER_KEYS: Record<Modifier, Key & { bit: number }> = {
  Alt: { key: 'Alt', code: 'AltLeft', keyCode: 18, bit: 1 },
  Control: { key: 'Control', code: 'ControlLeft', keyCode: 17, bit: 2 },
  Shift: { key: 'Shift', code: 'ShiftLeft', keyCode: 16, bit: 8 },
};

/** The key of that name; a single character is the key that types it. Throws for a name it does not know. */
export function toKey(name: string): Key {
  const named = NAMED[name];
  if (named) return { key: name, ...named };
  if ([...name].length !== 1) throw new Error(`There is no key named ${name}.`);
  if (/[a-z]/i.test(name)) {
    const upper = name.toUpperCase();
    return { key: name, code: `Key${upper}`, keyCode: upper.charCodeAt(0), text: name };
  }
  if (/\d/.test(name)) return { key: name, code: `Digit${name}`, keyCode: name.charCodeAt(0), text: name };
  return { key: name, code: '', keyCode: 0, text: name };
}
