// What Light asks of addresses: which page one leads to, whatever place of it, and whether that is a page of the web.

/** An address without its fragment: two places of one page are one page. */
export function toPageAddress(address: string): string {
  return address.replace(/#.*/s, '');
}

/** Whether the page is one that Light can act on: the browser's own pages, files and scripts in addresses are none. */
export function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
}
