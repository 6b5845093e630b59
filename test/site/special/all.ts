// All special pages of the test site, by path.
import { escapeHtml, html, type Route, redirect } from '../reply.ts';
import { answers } from './answers.ts';
import { attacks } from './attacks.ts';
import { encoded } from './encoded.ts';
import { faulty } from './faulty.ts';
import { hostiles } from './hostile.ts';
import { kinds } from './kinds.ts';
import { loading } from './loading.ts';
import { offers } from './offers.ts';
import { parts } from './parts.ts';
import { plain, type Specials } from './plain.ts';
import { privates } from './private.ts';
import { question } from './question.ts';
import { shapes } from './shapes.ts';

const ALL = join([
  ...[loading, answers, shapes, hostiles, kinds, encoded, attacks, faulty, question, parts, offers, privates],
]);

/** Two pages of one name would be one page, and the stories of the other would play the wrong one. */
function join(groups: Specials[]): Specials {
  const names = groups.flatMap((group) => Object.keys(group));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`Special pages of one name: ${twice.join(', ')}.`);
  return Object.assign({}, ...groups);
}

/** Pictures of the page `images` that are somewhere else. */
const moved: Route = ({ url, places }) => {
  const [, away, file] = /^\/special\/moved(-away)?\/(.+)$/.exec(url.pathname) ?? [];
  if (!file) return undefined;
  return redirect(`${away ? places.cdn : ''}/img/${file}`);
};

/** Any address under `/special/odd/` is an article that says how it was asked for. */
const odd: Route = ({ url, places }) => {
  if (!url.pathname.startsWith('/special/odd/')) return undefined;
  const asked = escapeHtml(url.pathname + url.search);
  return html(plain({ places, title: 'An odd address', before: `<p id="asked">${asked}</p>` }));
};

/** The other site's own front. */
const portal: Route = (request) =>
  request.url.hostname === 'portal.localhost' && request.url.pathname === '/'
    ? ALL['cross-link']?.(request)
    : undefined;

const named: Route = (request) => {
  const name = request.url.pathname.replace('/special/', '');
  return request.url.pathname.startsWith('/special/') && Object.hasOwn(ALL, name)
    ? ALL[name]?.(request)
    : undefined;
};

export const specials: Route = (request) =>
  named(request) ?? moved(request) ?? odd(request) ?? portal(request);

/** Addresses of the special pages, for people. */
export const SPECIALS: readonly string[] = [
  ...Object.keys(ALL)
    .filter((name) => !/\.js(on)?$/.test(name))
    .map((name) => `/special/${name}`),
  '/special/throws-out?how=replace',
  '/special/throws-out?how=inner',
  '/special/odd/a%20b/%D8%B3?q=a%20b&x=%D8%B3#frag\'"<>',
];
