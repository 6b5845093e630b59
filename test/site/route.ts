// Routes an address of the test site to its page.
import { articles } from './pages/article.ts';
import { files } from './pages/files.ts';
import { fronts } from './pages/front.ts';
import type { Route } from './reply.ts';
import { SPECIALS, specials } from './special/all.ts';
import { cases } from './special/cases.ts';
import { ARTICLES } from './texts/all.ts';

const ROUTES: readonly Route[] = [files, specials, cases, articles, fronts];

/** The first answer that any part of the site has. */
export const route: Route = (request) => {
  for (const each of ROUTES) {
    const answer = each(request);
    if (answer) return answer;
  }
  return undefined;
};

/** Every page a person may want to look at. */
export const PAGES: readonly string[] = [
  '/',
  '/world/',
  '/science/',
  '/business/',
  '/fa/',
  '/ar/',
  ...ARTICLES.map((article) => article.path),
  ...SPECIALS,
];
