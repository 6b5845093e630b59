// Injected into a page that is slow: asks the reader once, "Switch to … Light?".
import { readWorld } from '../common/isolated-world.ts';
import { askReader } from './question-session.ts';

const world = readWorld();
if (!world.question && !world.view && document.readyState !== 'complete') askReader(world);
