// What pages read with Light have cost, week by week: type, parser for what is stored, and adding to it. On this device only.

/** One week. */
export interface SpentWeek {
  /** Its Monday: `2026-11-30`. */
  week: string;
  pages: number;
  bytes: number;
  /** Files that the pages named and that were not loaded. */
  files: number;
}

export type Spent = Omit<SpentWeek, 'week'>;

/** Where it stands in `storage.local`. */
export const SPENT_KEY = 'spent';
/** A season. */
export const MOST_WEEKS = 12;

/** The weeks that are stored, the latest last, without what is unsound. */
export function parseSpent(stored: unknown): SpentWeek[] {
  return Array.isArray(stored) ? stored.filter(isWeek).slice(-MOST_WEEKS) : [];
}

function isWeek(value: unknown): value is SpentWeek {
  const { week, pages, bytes, files } = (value ?? {}) as Partial<SpentWeek>;
  const isDay = typeof week === 'string' && /^\d{4}-\d\d-\d\d$/.test(week);
  return (
    isDay && [pages, bytes, files].every((amount) => Number.isSafeInteger(amount) && Number(amount) >= 0)
  );
}

/** The weeks with that added to the one of `now`, by the reader's own clock. */
export function addSpent(weeks: SpentWeek[], spent: Spent, now: Date): SpentWeek[] {
  const week = toMonday(now);
  const before = weeks.find((each) => each.week === week) ?? { week, pages: 0, bytes: 0, files: 0 };
  const after = {
    week,
    pages: before.pages + spent.pages,
    bytes: before.bytes + spent.bytes,
    files: before.files + spent.files,
  };
  return [...weeks.filter((each) => each.week !== week), after].slice(-MOST_WEEKS);
}

function toMonday(now: Date): string {
  const sinceMonday = (now.getDay() + 6) % 7;
  const monday = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() - sinceMonday));
  return monday.toISOString().slice(0, 10);
}
