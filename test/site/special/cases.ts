// The pages of test/cases, as a plain host serves them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCases } from '../../cases/case.ts';
import { type Reply, type Route, reply } from '../reply.ts';

export const CASES_FOLDER = fileURLToPath(new URL('../../cases/pages', import.meta.url));

const byName = new Map(readCases(CASES_FOLDER).map(({ name }) => [name, name]));

/** `/cases/27-heading-in-link.html` */
export const cases: Route = ({ url }): Reply | undefined => {
  const name = byName.get(decodeURIComponent(url.pathname.replace(/^\/cases\//, '')));
  if (!name) return undefined;
  const type = name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'text/html; charset=utf-8';
  return reply(type, readFileSync(`${CASES_FOLDER}/${name}`));
};
