// The kinds of page that are read in different ways.

export const PAGE_KINDS = [
  ...(['article', 'forum', 'product', 'listing', 'collection', 'service', 'documentation'] as const),
];

export type PageKind = (typeof PAGE_KINDS)[number];
