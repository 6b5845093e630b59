import browser from 'webextension-polyfill';
import { noteReadingPlace, readReadingPlace } from '../../src/background/actions/reading-places.ts';
import { toLocks } from './fake-browser.ts';

Object.assign(navigator, { locks: toLocks() });

const toAsker = (address: string, isPrivate = false) => ({
  tabId: 1,
  documentId: undefined,
  address,
  isPrivate,
});

test('a text is opened where its reader has left off, whatever place of it the address names', async () => {
  await noteReadingPlace(toAsker('https://news.example/rain#notes'), 12);
  expect(await readReadingPlace(toAsker('https://news.example/rain'))).toBe(12);
  expect(await readReadingPlace(toAsker('https://news.example/train'))).toBe(0);
});

test('who leaves off at the beginning begins there', async () => {
  await noteReadingPlace(toAsker('https://news.example/rain'), 0);
  expect(await readReadingPlace(toAsker('https://news.example/rain'))).toBe(0);
});

test('who has left off at no place leaves nothing behind', async () => {
  await noteReadingPlace(toAsker('https://news.example/rain'), 12);
  await noteReadingPlace(toAsker('https://news.example/rain'), 0);
  await noteReadingPlace(toAsker('https://news.example/train'), 0);
  expect(await browser.storage.session.get(null)).toEqual({});
});

test('nothing of private windows is remembered', async () => {
  await noteReadingPlace(toAsker('https://news.example/rain', true), 12);
  expect(await readReadingPlace(toAsker('https://news.example/rain', true))).toBe(0);
  expect(await readReadingPlace(toAsker('https://news.example/rain'))).toBe(0);
});

test('the oldest are forgotten', async () => {
  for (let at = 0; at <= 200; at++) await noteReadingPlace(toAsker(`https://news.example/${at}`), 5);
  expect(await readReadingPlace(toAsker('https://news.example/0'))).toBe(0);
  expect(await readReadingPlace(toAsker('https://news.example/200'))).toBe(5);
});
