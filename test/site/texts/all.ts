// All articles of the test site.
import type { Article } from './article.ts';
import { books } from './books.ts';
import { bread } from './bread.ts';
import { lighthouse } from './lighthouse.ts';
import { market } from './market.ts';
import { qanat } from './qanat.ts';
import { rain } from './rain.ts';
import { train } from './train.ts';

export const ARTICLES: readonly Article[] = [rain, train, bread, qanat, books, lighthouse, market];
