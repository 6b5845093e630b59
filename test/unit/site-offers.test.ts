import type { TabFacts } from '../../src/common/isolated-world.ts';
import type { PageOffers } from '../../src/light/page/page-offers.ts';
import {
  EMPTY_MS,
  hasSettled,
  LIMIT_MS,
  SETTLED_MS,
  SHORT_SETTLED_MS,
} from '../../src/light/session/read-scripted.ts';
import { isGivenBack, toNothingNote, toSiteOffers } from '../../src/light/session/show/site-offers.ts';

const FACTS: TabFacts = {
  ...{ always: false, never: false, scripted: false },
  ...{ by: 'reader', isUnasked: false, hasScripts: false, edition: '', place: 0 },
};
const OFFERS: PageOffers = {
  nature: null,
  search: null,
  edition: '',
  feed: '',
  hasScripts: true,
  errorStatus: 0,
};
const offer = (facts: Partial<TabFacts>, offers: Partial<PageOffers> = {}) =>
  toSiteOffers({ facts: { ...FACTS, ...facts }, offers: { ...OFFERS, ...offers }, scriptsCost: '9 kB' });

test.each<[string, Partial<TabFacts>, Partial<PageOffers>, string[]]>([
  ['nothing is decided', {}, {}, ['always', 'never']],
  ['it is always light', { always: true }, {}, ['alwaysUndo']],
  ['it is never asked about', { never: true }, {}, ['always']],
  ['its scripts were loaded', { hasScripts: true }, {}, ['scriptsAlways', 'always', 'never']],
  ['they always are', { hasScripts: true, scripted: true }, {}, ['scriptsUndo', 'always', 'never']],
  ['the link is bad', { by: 'link', isUnasked: true }, {}, ['stopUnasked', 'always', 'never']],
  ['a check stands there', {}, { nature: 'check' }, ['pass', 'always', 'never']],
  ['it is a form', {}, { nature: 'form' }, ['always', 'never']],
])('of a site is offered, where %s', (_, facts, offers, presses) => {
  expect(Object.keys(offer(facts, offers).presses)).toEqual(presses);
});

test('why a text came without a question, and what its scripts cost, is said', () => {
  expect(offer({ by: 'link' }).sentences).toEqual([]);
  expect(offer({ by: 'link', isUnasked: true }).sentences.join()).toContain('connection is bad');
  expect(offer({ hasScripts: true }).sentences.join()).toContain('9 kB');
  expect(toSiteOffers({ facts: undefined, offers: OFFERS, scriptsCost: '' })).toEqual({
    sentences: [],
    presses: {},
  });
});

test.each<[string, Partial<PageOffers>, Partial<TabFacts>, boolean, RegExp, string[]]>([
  ['its scripts may bring something', {}, {}, true, /scripts bring/, ['scripts']],
  ['they brought nothing', {}, { hasScripts: true }, true, /nothing to read/, []],
  ['they have run', {}, {}, false, /nothing to read/, []],
  ['it has none', { hasScripts: false }, {}, true, /nothing to read/, []],
  ['a check stands there', { nature: 'check' }, {}, true, /check stands/, ['pass']],
  ['the network wants a log-in', { nature: 'portal' }, {}, true, /network/, ['pass']],
  ['the site has failed', { errorStatus: 503 }, {}, true, /503/, []],
  ['it is a map', { nature: 'map', hasScripts: false }, {}, true, /played or drawn/, []],
])('of a page without text is said, where %s', (_, offers, facts, isBare, sentence, presses) => {
  const known = { facts: { ...FACTS, ...facts }, offers: { ...OFFERS, ...offers } };
  const note = toNothingNote(known, isBare);
  expect(note.sentence).toMatch(sentence);
  expect(Object.keys(note.presses)).toEqual(presses);
});

test.each<[TabFacts['by'], PageOffers['nature'], boolean]>([
  ['site', 'login', true],
  ['link', 'payment', true],
  ['reader', 'login', false],
  ['site', 'check', false],
  ['site', null, false],
])('light by %s, %s: given back unasked: %s', (by, nature, is) => {
  expect(isGivenBack({ facts: { ...FACTS, by }, offers: { ...OFFERS, nature } })).toBe(is);
});

test.each([
  [600, SETTLED_MS, 5000, true],
  [600, SETTLED_MS - 1, 5000, false],
  [200, SETTLED_MS, 5000, false],
  [200, SHORT_SETTLED_MS, 5000, true],
  [0, SHORT_SETTLED_MS, 5000, false],
  [0, EMPTY_MS, EMPTY_MS, true],
  [600, 0, LIMIT_MS, true],
])('%i characters, unchanged for %i ms, after %i ms: settled %s', (chars, quietMs, waitedMs, is) => {
  expect(hasSettled({ chars, quietMs, waitedMs })).toBe(is);
});
