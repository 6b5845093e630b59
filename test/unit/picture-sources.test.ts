import {
  parseSourceSet,
  readPictureSource,
  readSourceSet,
} from '../../src/light/sanitise/picture-sources.ts';
import { choosePicture } from '../../src/light/view/text/choose-picture.ts';

const BASE = 'https://news.example/a/';

Object.assign(globalThis, { matchMedia: (query: string) => ({ matches: query.includes('max-width') }) });

function toImage(html: string): Element {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return body.querySelector('img') as Element; // Each of them has one.
}

test.each([
  [
    'widths',
    'a.jpg 320w, b.jpg 640w',
    ['https://news.example/a/a.jpg 320 0', 'https://news.example/a/b.jpg 640 0'],
  ],
  [
    'densities',
    'a.jpg, b.jpg 1.5x',
    ['https://news.example/a/a.jpg 0 0', 'https://news.example/a/b.jpg 0 1.5'],
  ],
  ['commas in addresses', '/f,w_320/a.jpg 320w', ['https://news.example/f,w_320/a.jpg 320 0']],
  [
    'no space after a comma',
    '/a.jpg 1x,/b.jpg 2x',
    ['https://news.example/a.jpg 0 1', 'https://news.example/b.jpg 0 2'],
  ],
  ['what is no web address', 'data:image/gif;base64,AA 1x, javascript:x 2x', []],
])('of a set of %s each file is known', (_, set, expected) => {
  const found = parseSourceSet(set, BASE).map(
    ({ address, width, density }) => `${address} ${width} ${density}`,
  );
  expect(found).toEqual(expected);
});

test.each([
  ['its own address', '<img src="a.jpg">', 'https://news.example/a/a.jpg'],
  [
    'what a script would load',
    '<img src="data:image/gif;base64,AA" data-src="b.jpg">',
    'https://news.example/a/b.jpg',
  ],
  [
    'what stands there until then is not it',
    '<img src="blank.gif" data-original="c.jpg">',
    'https://news.example/a/c.jpg',
  ],
  ['the first of a set', '<img data-srcset="d.jpg 320w, e.jpg 640w">', 'https://news.example/a/d.jpg'],
  [
    'the source of its picture',
    '<picture><source srcset="f.webp" type="image/webp"><img alt=""></picture>',
    'https://news.example/a/f.webp',
  ],
])('a picture is had at %s', (_, html, expected) => {
  expect(readPictureSource(toImage(html), BASE)).toBe(expected);
});

test('of the sources of a picture those are taken that hold here and that browsers show', () => {
  const html =
    '<picture><source media="(min-width: 900px)" srcset="wide.jpg 1200w"><source media="(max-width: 600px)" srcset="small.jpg 400w">' +
    '<source type="image/jxl" srcset="new.jxl 300w"><img src="a.jpg" srcset="a.jpg 800w"></picture>';
  expect(readSourceSet(toImage(html), BASE)).toBe(
    'https://news.example/a/small.jpg 400w, https://news.example/a/a.jpg 800w',
  );
});

const SET =
  'https://n.example/320.jpg 320w, https://n.example/640.jpg 640w, https://n.example/1280.jpg 1280w';
const SRC = 'https://n.example/src.jpg';

test.each([
  ['a phone', SET, 0, 360, '640', '1280'],
  ['a narrow phone', SET, 0, 320, '320', '1280'],
  ['a desktop, whose column is narrower than it', SET, 0, 1280, '1280', '1280'],
  ['a column wider than all of them', 'https://n.example/320.jpg 320w', 0, 600, '320', '320'],
  ['the page states the width of its own', SET, 500, 400, 'src', '1280'],
  ['densities', 'https://n.example/2x.jpg 2x', 0, 360, 'src', '2x'],
  ['no choice', '', 640, 360, 'src', 'src'],
])('the smallest file is taken that fills the column of %s', (_, srcset, width, screen, small, full) => {
  expect(choosePicture({ src: SRC, srcset, width }, screen)).toEqual({
    small: `https://n.example/${small}.jpg`,
    full: `https://n.example/${full}.jpg`,
  });
});
