import { toReport } from '../../src/watch/slow-report.ts';

const SEEN = { trouble: 'unpainted', activeMs: 4000, quietMs: 3000 } as const;

function report(html: string, files: { name: string; transferSize: number }[] = []) {
  document.head.innerHTML = html;
  performance.getEntriesByType = (type: string) =>
    (type === 'resource' ? files : [{ responseStart: 120 }]) as unknown as PerformanceEntryList;
  return toReport(document, SEEN);
}

test('what is known of the load, with what has come over the network', () => {
  const files = [
    { name: 'https://a.example/1.js', transferSize: 300 },
    { name: 'https://a.example/2.js', transferSize: 0 },
  ];
  expect(report('', files)).toEqual({ ...SEEN, firstByteMs: 120, bytes: 300, waitsFor: '' });
});

test.each([
  ['a script', '<script src="https://cdn.example/a.js"></script>', 'cdn.example'],
  ['a style sheet', '<link rel=stylesheet href="https://style.example/a.css">', 'style.example'],
  ['no script that blocks nothing', '<script async src="https://cdn.example/a.js"></script>', ''],
  ['nothing that is here', '<script src="https://here.example/a.js"></script>', ''],
  ['no address that is none', '<script src="https://"></script>', ''],
  ['no SVG script', '<svg><script src="https://svg.example/a.js"></script></svg>', ''],
  [
    'what comes after an address that is none',
    '<script src="https://"></script><link rel=stylesheet href="//"><script src="https://cdn.example/a.js"></script>',
    'cdn.example',
  ],
])('a page waits for %s', (_, html, waitsFor) => {
  const here = [{ name: 'https://here.example/a.js', transferSize: 100 }];
  expect(report(html, here).waitsFor).toBe(waitsFor);
});
