import { faultNames, toFault } from '../site/faults.ts';

test.each([
  ['never', { kind: 'never' }],
  ['stall=5000', { kind: 'stall', atByte: 5000 }],
  ['stall=5000&for=3000', { kind: 'stall', atByte: 5000, forMs: 3000 }],
  ['break=5000', { kind: 'break', atByte: 5000 }],
  ['think=6000', { kind: 'think', ms: 6000 }],
  ['drip=6&every=900', { kind: 'drip', pieces: 6, everyMs: 900 }],
  ['refuse', { kind: 'refuse' }],
  ['status=503', { kind: 'status', status: 503 }],
  ['cut=4000', { kind: 'cut', atByte: 4000 }],
  ['overlong=7', { kind: 'overlong', byBytes: 7 }],
  ['unended', { kind: 'unended' }],
  ['encoding=br', { kind: 'encoding', name: 'br' }],
  ['reset=4000', { kind: 'reset', atByte: 4000 }],
  ['for=3000', null],
  ['', null],
])('?%s', (query, fault) => {
  expect(toFault(new URLSearchParams(query))).toEqual(fault);
});

test('the most exact name of a fault comes first', () => {
  expect(faultNames('news.localhost', new URL('http://news.localhost:1/a?b'))).toEqual([
    'news.localhost/a?b',
    '/a?b',
    'news.localhost/a',
    '/a',
    'news.localhost',
  ]);
});
