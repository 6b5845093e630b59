// Names the folder of the screenshots of failed stories. Each run of stories empties it, and what other commands write beside it stays.
import { fileURLToPath } from 'node:url';

export const FAILED_FOLDER = fileURLToPath(new URL('../../test-results/failed', import.meta.url));
