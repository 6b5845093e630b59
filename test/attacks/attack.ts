// What an attack is: a row of markup that is armed in a plain page before it is played against Light.

/**
 * What a page may put into its article, by a name. In its HTML `RUN` stands for code that tells of itself, and `ASK` for an address
 * whose host is told of it. `armed`: in a page without Light this was seen to run its code or to ask, unasked, in both browsers.
 */
export interface Attack {
  name: string;
  html: string;
  armed?: 'runs' | 'asks';
}

/** Rows of a table: the name, the HTML, and what it was seen to do. */
export type Row = readonly [name: string, html: string, armed?: 'runs' | 'asks'];

/** The attacks of a table, named after their kind. */
export function toAttacks(kind: string, rows: readonly Row[]): Attack[] {
  return rows.map(([name, html, armed]) => ({ name: `${kind}: ${name}`, html, ...(armed ? { armed } : {}) }));
}

/** The HTML of an attack that calls `ran(id)` and asks for `<origin>/attack/<id>`. */
export function toHtml({ html }: Attack, id: number, origin: string): string {
  return html.replaceAll('RUN', `ran(${id})`).replaceAll('ASK', `${origin}/attack/${id}`);
}
