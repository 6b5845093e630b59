// Serves the test site for a look by hand: npx tsx test/site/serve.ts --link=2g --port=8080
import { parseArgs } from 'node:util';
import { PAGES } from './route.ts';
import { LINKS, type LinkName, startSite } from './site.ts';

const { values } = parseArgs({ options: { link: { type: 'string' }, port: { type: 'string' } } });
const isLink = (name: string): name is LinkName => name in LINKS;
const link = values.link ?? 'fast';
if (!isLink(link)) throw new Error(`--link is one of ${Object.keys(LINKS).join(', ')}`);

const site = await startSite({ link, port: Number(values.port ?? 8080) });
console.log(`The Morning Ledger over ${link} (${site.link.kbps} kbit/s, ${site.link.latencyMs} ms)\n`);
for (const path of PAGES) console.log(`  ${site.url(path)}`);
console.log(`\nAnother site: ${site.elsewhere}/`);
console.log(
  'Faults: ?never  ?stall=5000  ?stall=5000&for=3000  ?break=5000  ?think=6000  ?drip=8&every=1500  ?refuse  ?status=503  ?plain',
);
