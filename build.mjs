// Builds the two extensions, byte for byte the same from the same commit, prints what a reader pays for
// each part, and fails where a part is over its budget.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { zipSync } from 'fflate';
import { minify } from 'terser';

/** The budgets of docs/architecture.md, in bytes: gzip -9 of the minified part, and the zipped package. */
const BUDGETS = { 'watch.js': 1536, 'prompt.js': 3072, 'light.js': 32_768 };
const PACKAGE_BUDGET = 102_400;

const ENTRIES = ['watch', 'lit', 'prompt', 'sheets', 'light', 'kept', 'back', 'background', 'options'];
/** Entries that share their room with another. */
const ROOMS = { sheets: 'light', kept: 'light' };
/** Copied as they are, or minified where they are style sheets: [from, to]. */
const FILES = [
  ['src/light/light.css', 'light.css'],
  ['src/light/kept.html', 'kept.html'],
  ['src/back/back.html', 'back.html'],
  ['src/options/options.css', 'options.css'],
  ['src/options/options.html', 'options.html'],
];
/** The oldest browsers of the manifest: esbuild turns nothing newer into the packages. */
const TARGETS = { chrome: 'chrome121', firefox: 'firefox140' };

/** Private by their libraries' own convention: Readability's methods and constants are a tenth of its bytes by their names alone. */
const PRIVATE = /^_[a-z]|^(FLAG|DEFAULT)_|_(ELEMS|ROLES|EXCEPTIONS|ATTRIBUTES|PRESERVE|MAP)$/;
/** What Readability and the light script call their own things: no browser, no message and no page knows a property of that name. */
const OWN =
  'REGEXPS adWords allowedVideoRegex articleContent b64DataUrl charThreshold classesToPreserve contentScore disableJSONLD excerpt ' +
  'extraneous hasContent hashUrl jsonLdArticleTypes keepClasses linkDensityModifier loadingWords maxElemsToParse nbTopCandidates nextLink ' +
  'okMaybeItsACandidate prevLink publishedTime readability replaceFonts shareElements siteName srcsetUrl tokenize unlikelyCandidates ' +
  'breakOff doubtful everything headings isArticle isBehind isBlind isMeant isStopped joined likeness mayFetch mostNodes offered onBytes onPage ' +
  'onWhole plainText readQuietMs untouched ' +
  'arrival arrived chars descriptions follow paid settle signed tell writer';
/** The same of what two scripts say to each other: esbuild would give it another name in each. */
const SHARED = { byline: 'B', minutes: 'N', modified: 'M', published: 'P', section: 'S', walled: 'W' };

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
 * The add-on linter warns of every assignment to `innerHTML`, Readability's own too, which would hide one of ours among them. The
 * bundle says the same in other words; the library stays as released, and an update that assigns elsewhere stops the build.
 */
const quietReadability = {
  name: 'quiet-readability',
  setup(plugin) {
    const expected = 2;
    plugin.onLoad({ filter: /Readability\.js$/ }, async ({ path }) => {
      let assignments = 0;
      const contents = (await readFile(path, 'utf8')).replace(
        /([\w.]+)\.innerHTML = ([^;]+);/g,
        (_, element, html) => {
          assignments += 1;
          return `Reflect.set(${element}, 'innerHTML', ${html});`;
        },
      );
      if (assignments !== expected) throw new Error(`${path} assigns innerHTML ${assignments} times.`);
      return {
        contents: dropUncalled(contents, await readFile('src/light/finder.ts', 'utf8')),
        loader: 'js',
      };
    });
  },
};

/** A method of Readability, as its source is set. */
const METHOD = /^ {2}(\w+)\([^)]*\) \{\n.*?^ {2}\},\n/gms;

/**
 * Light asks Readability for the article alone, and reads for itself what the page says of it. No bundler sees that the methods for the rest
 * are never called: they are left out here, those that only they call too.
 */
function dropUncalled(library, callers) {
  const called = (name) => new RegExp(`\\b(this|reader|stock)\\.${name}\\b`);
  const left = library.replace(METHOD, (method, name) =>
    called(name).test(library.replace(method, '') + callers) ? method : '',
  );
  return left === library ? left : dropUncalled(left, callers);
}

/** Firefox has `browser` itself: there the polyfill would be dead weight in the package. */
const nativeBrowser = {
  name: 'native-browser',
  setup(plugin) {
    plugin.onResolve({ filter: /^webextension-polyfill$/ }, () => ({ path: 'browser', namespace: 'native' }));
    plugin.onLoad({ filter: /.*/, namespace: 'native' }, () => ({
      contents: 'export default globalThis.browser;',
    }));
  },
};

/** The source manifest names what both browsers need; each is given what it understands. */
function toManifest(source, target) {
  const manifest = { ...source, version: project.version };
  if (target === 'chrome') {
    delete manifest.browser_specific_settings;
    manifest.background = { service_worker: source.background.service_worker };
  } else {
    delete manifest.minimum_chrome_version;
    manifest.background = { scripts: source.background.scripts };
  }
  return manifest;
}

/** What esbuild leaves: branches that fold into one expression, functions used once. A twentieth of the bytes. */
async function tighten(path) {
  const { code } = await minify(await readFile(path, 'utf8'), {
    // Unless it is asked to, Readability tells nobody what it does: its words for that were 0.4 KB.
    compress: { passes: 5, ecma: 2020, unsafe_arrows: true, lhs_constants: false, pure_funcs: ['this.log'] },
    ecma: 2020,
    // One kind of quotes: what repeats is packed once.
    format: { quote_style: 2 },
  });
  await writeFile(path, code);
}

async function buildFor(target) {
  const out = join('dist', target);
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'icons'), { recursive: true });
  await build({
    entryPoints: ENTRIES.map((name) => ({ in: `src/${ROOMS[name] ?? name}/${name}.ts`, out: name })),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: TARGETS[target],
    // esbuild does not know for sure, and would write each `\p{…}` as a call of RegExp; both browsers have them since 2020.
    supported: { 'regexp-unicode-property-escapes': true },
    mangleProps: new RegExp(
      `${PRIVATE.source}|^(${[OWN, ...Object.keys(SHARED)].join(' ').replaceAll(' ', '|')})$`,
    ),
    mangleCache: SHARED,
    define: { FIREFOX: String(target === 'firefox') },
    plugins: [minifiedText, quietReadability, ...(target === 'firefox' ? [nativeBrowser] : [])],
    logLevel: 'warning',
  });
  for (const name of ENTRIES) await tighten(join(out, `${name}.js`));
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
  const tree = Object.fromEntries(await readTree(out));
  const zip = zipSync(tree, { level: 9, mtime: new Date(1980, 0, 1), os: 3 });
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
