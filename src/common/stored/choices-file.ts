// The reader's choices as one small file: written from the settings, and read by the parser that reads these.
import { parseSettings, type Settings } from './settings.ts';

/** Where the reader has closed the question lately is no choice, and says where somebody has been. */
type Choices = Omit<Settings, 'refused'>;

/** What tells the file from any other. */
const FORMAT = 'light-choices';

/** The file, as text. */
export function toChoicesFile({ refused: _, ...choices }: Settings): string {
  return `${JSON.stringify({ format: FORMAT, ...choices }, null, 2)}\n`;
}

/** What is sound in a file, and the names of what was left out; `null` where it is no such file. What it does not name stays as it is. */
export function parseChoicesFile(text: string): { choices: Partial<Choices>; dropped: string[] } | null {
  const given = parseObject(text);
  if (given?.format !== FORMAT) return null;
  const { settings, dropped } = parseSettings(given);
  const { refused: _, ...choices } = settings;
  const named = Object.entries(choices).filter(([name]) => given[name] !== undefined);
  const unknown = Object.keys(given).filter((name) => name !== 'format' && !(name in choices));
  // Object.entries forgets which names these are.
  return { choices: Object.fromEntries(named) as Partial<Choices>, dropped: [...dropped, ...unknown] };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // Expected: any file may be chosen.
    return null;
  }
}
