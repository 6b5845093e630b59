/** @jest-environment node */
import { dropSite, toTitle } from '../../src/light/metadata/title.ts';

const SITES = ['The Morning Ledger', 'ledger'];
const title = (headings: string[], told: string[], sites = SITES) =>
  toTitle({ headings, told, sites, section: 'Science' });

test.each([
  [
    'a heading wins over what search engines are told',
    ['The rain in the valley'],
    ['Rain in the valley: what we know'],
    'The rain in the valley',
  ],
  [
    'a title of two parts that the heading has',
    ['Rain: the valley waits'],
    ['Rain: the valley waits | The Morning Ledger'],
    'Rain: the valley waits',
  ],
  ['a bar that the heading has', ['Rain | Sun'], ['Rain | Sun | The Morning Ledger'], 'Rain | Sun'],
  [
    'a heading that names the site',
    ['The Morning Ledger', ''],
    ['The rain - The Morning Ledger'],
    'The rain',
  ],
  ['a claim that only says more, joined by a word', ['Rain'], ['Rain at The Morning Ledger'], 'Rain'],
  ['a claim that only says more', ['Rain'], ['Rain | News and views of the valley'], 'Rain'],
  [
    'a claim that goes on',
    ['Rain'],
    ['Rain in the valley for a third day'],
    'Rain in the valley for a third day',
  ],
  ['a heading of something else', ['Subscribe now'], ['The rain in the valley'], 'The rain in the valley'],
  [
    'the heading most like the title',
    ['The rain', 'The rain in the valley', 'The valley'],
    ['The rain in the valley – Ledger'],
    'The rain in the valley',
  ],
  [
    'words in another order',
    ['آرون و دوستان او در انتظار باران'],
    ['در انتظار باران: آرون و دوستان او'],
    'آرون و دوستان او در انتظار باران',
  ],
  [
    'what is told of itself is the site',
    [],
    ['The Morning Ledger', 'The rain | The Morning Ledger'],
    'The rain',
  ],
  ['no heading, a section', [], ['The rain | Science | The Morning Ledger'], 'The rain'],
  ['nothing', [], [''], ''],
  ['the front page', ['The Morning Ledger'], ['The Morning Ledger'], ''],
])('%s', (_, headings, told, expected) => {
  expect(title(headings, told)).toBe(expected);
});

test.each([
  ['The rain - The Morning Ledger', 'The rain'],
  ['The rain | Morning Ledger', 'The rain'],
  ['The rain « The Morning Ledger »', 'The rain'],
  ['The Morning Ledger - The rain', 'The rain'],
  ['The rain (2) :: The Morning Ledger ::', 'The rain (2)'],
  ['The Morning Ledger: a history', 'The Morning Ledger: a history'],
  ['Why we love The Morning Ledger', 'Why we love The Morning Ledger'],
  ['Rain - and sun', 'Rain - and sun'],
  ['The Morning Ledger', 'The Morning Ledger'],
])('%s', (given, expected) => {
  expect(dropSite(given, SITES)).toBe(expected);
});

test.each([
  ['قناتی که آب داد - دفتر صبح', 'دفتر صبح', 'قناتی که آب داد'],
  ['山谷的雨_科技_晨报网', '晨报网', '山谷的雨_科技'],
  ['谷の雨：朝の帳面', '朝の帳面', '谷の雨'],
  ['골짜기의 비ㅣ아침장부', '아침장부', '골짜기의 비'],
  ['Дождь в долине — Утренняя книга', 'Утренняя книга', 'Дождь в долине'],
  ['Pluie - Le Régistre', 'Le Regîstre.fr', 'Pluie'],
])('in any script: %s', (given, site, expected) => {
  expect(dropSite(given, [site])).toBe(expected);
});

test.each([
  [
    'the part that the page shows',
    'ΛΟΓΟΣ : Η βροχή της κοιλάδας',
    ['Η βροχή της κοιλάδας'],
    'Η βροχή της κοιλάδας',
  ],
  ['all of it where that is shown', 'Rain - and sun', ['Rain - and sun', 'Rain'], 'Rain - and sun'],
  [
    'a title with a colon in it',
    'Rain in the valley: it counts',
    ['Rain in the valley', 'it counts'],
    'Rain in the valley: it counts',
  ],
  [
    'a short part is a label',
    'The rain of the valley counted for six years | News',
    ['News'],
    'The rain of the valley counted for six years | News',
  ],
  ['nothing that is shown', 'Rain | Valley', [], 'Rain | Valley'],
])('without a heading and a known site, %s', (_, told, shown, expected) => {
  const isShown = (text: string) => shown.includes(text);
  expect(toTitle({ headings: [], told: [told], sites: [], section: '', isShown })).toBe(expected);
});
