// Injected before the light script: gives it what finds the text in a page, Readability and the learned judgement among it.
import { readWorld } from '../../common/isolated-world.ts';
import { extractReading } from '../extract/article.ts';
import '../extract/extractor.ts';

readWorld().extractReading = extractReading;
