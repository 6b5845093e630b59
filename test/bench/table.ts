// Prints rows as a table with aligned columns.

/** A cell: what is not known is `null` and printed as a dash. */
export type Cell = string | number | null;

const toWords = (cell: Cell): string => (cell === null ? '–' : String(cell));

/** Wide characters take two columns of a terminal, marks above or below another none. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, each) =>
      sum +
      (/\p{M}/u.test(each) ? 0 : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/.test(each) ? 2 : 1),
    0,
  );
}

/** Aligned plain text: columns of figures to the right, all others to the left. */
export function toTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(toWords));
  const widths = header.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))));
  const isFigure = header.map((_, at) =>
    rows.every((row) => /^([–\d>]|not )/.test(toWords(row[at] ?? null))),
  );
  const toLine = (line: string[]) =>
    line
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return isFigure[at] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = lines;
  return [toLine(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(toLine)].join('\n');
}

export function toMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
