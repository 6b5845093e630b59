// Knows publishers' own light editions that are found without a guess: the table is data, with its sources.
import table from './editions.json';

/** `from` and `to` stand in addresses without their scheme: what `from` finds is replaced by `to`. */
interface Edition {
  from: string;
  to: string;
}

/** The address of a page's light edition, or ''. */
export function findEdition(address: string): string {
  const { protocol, host, pathname } = new URL(address);
  const plain = `${host}${pathname}`;
  for (const { from, to } of table.editions as Edition[]) {
    const pattern = new RegExp(`^${from}$`);
    if (pattern.test(plain)) return `${protocol}//${plain.replace(pattern, to)}`;
  }
  return '';
}
