// Tells where on a page no headline stands: in menus, footers, dialogs, and in what moves.

/** What moves says again what stands below it. */
export const TICKER = 'marquee';
const APART =
  'nav, footer, dialog, menu, [role=navigation], [role=contentinfo], [role=menu], [role=menubar], [role=toolbar], [role=search], [role=dialog], ' +
  '[aria-modal=true], [hidden], fieldset, label, button, ' +
  TICKER;
/** The header of the page, not that of an entry. */
const HEADER = 'header, [role=banner]';
export const ENTRY = 'article, li, main, section, td, [role=main], [role=article], [role=listitem]';
/** Whether an anchor stands in such a place. */
export function isApart(anchor: Element): boolean {
  if (anchor.closest(APART)) return true;
  const header = anchor.closest(HEADER);
  return header !== null && header.closest(ENTRY) === null;
}
