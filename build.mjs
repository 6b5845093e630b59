// Builds the two extensions, byte for byte the same from the same commit, prints what a reader pays for
// each part, and fails where a part is over its budget.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import Zip from 'jszip';

/**
 * The budgets of docs/architecture.md, in bytes: gzip -9 of the minified part, and the zipped package. The question had 4096 until it got its third
 * answer, "Always light on this site"; what finds the text had 66 KB until pictures kept their captions.
 */
const BUDGETS = { 'watch.js': 1536, 'prompt.js': 4198, 'light.js': 57_344, 'extract.js': 68_608 };
const PACKAGE_BUDGET = 286_720;

const ENTRIES = [
  'watch/watch',
  'light-tab/light-tab',
  'prompt/prompt',
  'prompt/welcome',
  'light/entry/style-sheets',
  'light/entry/extract',
  'light/entry/light',
  'light/entry/extraction',
  'history-back/history-back',
  'background/background',
  'options/options',
  'shelf/shelf',
];
/** Copied as they are, or minified where they are style sheets: [from, to]. */
const FILES = [
  ['src/light/view/screen/page.css', 'page.css'],
  ['src/light/shelve/saved-text.html', 'saved-text.html'],
  ['src/light/entry/extraction.html', 'extraction.html'],
  ['src/history-back/history-back.html', 'history-back.html'],
  ['src/common/own-page.css', 'own-page.css'],
  ['src/prompt/welcome.css', 'welcome.css'],
  ['src/prompt/welcome.html', 'welcome.html'],
  ['src/options/options.css', 'options.css'],
  ['src/options/options.html', 'options.html'],
  ['src/shelf/shelf.css', 'shelf.css'],
  ['src/shelf/shelf.html', 'shelf.html'],
];
/** The oldest browsers of the manifest: esbuild turns nothing newer into the packages. */
const TARGETS = { chrome: 'chrome124', firefox: 'firefox140' };

const project = JSON.parse(await readFile('package.json', 'utf8'));

/** A style sheet imported by a module arrives as its minified text. */
const minifiedText = {
  name: 'minified-text',
  setup(plugin) {
    plugin.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await minifyCss(await readFile(path, 'utf8'))).trim(),
      loader: 'text',
    }));
  },
};

async function minifyCss(css) {
  return (await transform(css, { loader: 'css', minify: true, target: Object.values(TARGETS) })).code;
}

/**
 * Firefox has `browser` itself, and Chromium's own `chrome` answers with promises, too: the polyfill would be dead weight, but for the background, which
 * answers questions with promises.
 */
const toNativeBrowser = (name, isKept) => ({
  name: 'native-browser',
  setup(plugin) {
    plugin.onResolve({ filter: /^webextension-polyfill$/ }, ({ importer }) =>
      isKept(importer) ? undefined : { path: 'browser', namespace: 'native' },
    );
    plugin.onLoad({ filter: /.*/, namespace: 'native' }, () => ({
      contents: `export default globalThis.${name};`,
    }));
  },
});
const NATIVE = {
  chrome: toNativeBrowser('chrome', (importer) => importer.includes('/src/background/')),
  firefox: toNativeBrowser('browser', () => false),
};

/** The source manifest names what both browsers need; each is given what it understands. */
function toManifest(source, target) {
  const manifest = { ...source, version: project.version };
  if (target === 'firefox')
    // Its background is a document itself, and can parse HTML.
    manifest.permissions = source.permissions.filter((name) => name !== 'offscreen');
  if (target === 'chrome') {
    delete manifest.browser_specific_settings;
    manifest.background = { service_worker: source.background.service_worker };
  } else {
    delete manifest.minimum_chrome_version;
    // Firefox has one background for all windows, and its pages load in each.
    delete manifest.incognito;
    manifest.background = { scripts: source.background.scripts };
  }
  return manifest;
}

async function buildFor(target) {
  const out = join('dist', target);
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'icons'), { recursive: true });
  await build({
    entryPoints: ENTRIES.map((path) => ({ in: `src/${path}.ts`, out: basename(path) })),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: TARGETS[target],
    // esbuild does not know for sure, and would write each `\p{…}` as a call of RegExp; both browsers have them since 2020.
    supported: { 'regexp-unicode-property-escapes': true },
    define: { FIREFOX: String(target === 'firefox') },
    plugins: [minifiedText, NATIVE[target]],
    logLevel: 'warning',
  });
  for (const [from, to] of FILES) {
    const text = await readFile(from, 'utf8');
    await writeFile(join(out, to), from.endsWith('.css') ? await minifyCss(text) : text);
  }
  for (const icon of (await readdir('icons')).filter((name) => name.endsWith('.png'))) {
    await cp(join('icons', icon), join(out, 'icons', icon));
  }
  await copyMessages(out);
  await cp('LICENSE', join(out, 'LICENSE'));
  await cp('src/NOTICE', join(out, 'NOTICE'));
  const manifest = toManifest(JSON.parse(await readFile('manifest.json', 'utf8')), target);
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return out;
}

/** Translators' notes stay in the source: readers do not download them. */
async function copyMessages(out) {
  for (const locale of await readdir('src/_locales')) {
    const messages = JSON.parse(await readFile(`src/_locales/${locale}/messages.json`, 'utf8'));
    const plain = Object.fromEntries(
      Object.entries(messages).map(([key, { message, placeholders }]) => [key, { message, placeholders }]),
    );
    await mkdir(join(out, '_locales', locale), { recursive: true });
    await writeFile(join(out, '_locales', locale, 'messages.json'), JSON.stringify(plain));
  }
}

async function readTree(folder, prefix = '') {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const path = prefix + entry.name;
        if (entry.isDirectory()) return readTree(join(folder, entry.name), `${path}/`);
        return [[path, await readFile(join(folder, entry.name))]];
      }),
  );
  return files.flat();
}

/** The same bytes on any machine: sorted names, one fixed date, a deflate written in JavaScript. */
async function pack(out, target) {
  const packed = new Zip();
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const [path, bytes] of await readTree(out)) packed.file(path, bytes, { date, createFolders: false });
  const zip = await packed.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
  await writeFile(`dist/light-${project.version}-${target}.zip`, zip);
  return zip.length;
}

function toKb(bytes) {
  return `${(bytes / 1024).toFixed(2)} KB`.padStart(10);
}

async function measure(out, target, zipBytes) {
  const rows = [];
  for (const [path, bytes] of await readTree(out)) {
    const size = gzipSync(bytes, { level: 9 }).length;
    const limit = BUDGETS[path];
    rows.push({ part: `${target}/${path}`, size, limit });
  }
  rows.push({ part: `light-${project.version}-${target}.zip`, size: zipBytes, limit: PACKAGE_BUDGET });
  for (const { part, size, limit } of rows) {
    const budget = limit ? `  of ${toKb(limit).trim()}${size > limit ? '  OVER BUDGET' : ''}` : '';
    console.log(`${part.padEnd(40)}${toKb(size)}${budget}`);
  }
  return rows.filter(({ size, limit }) => limit && size > limit);
}

const over = [];
console.log('gzip -9 of each part, and the zipped packages:');
for (const target of ['chrome', 'firefox']) {
  const out = await buildFor(target);
  over.push(...(await measure(out, target, await pack(out, target))));
}
if (over.length > 0) {
  console.error(`Over budget: ${over.map(({ part }) => part).join(', ')}. Nothing may be added for nothing.`);
  process.exitCode = 1;
}
