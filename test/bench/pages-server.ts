// Serves the collected pages under addresses of their own, in their own encodings.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One row of the collection's `index.json`. */
export interface CollectedPage {
  id: string;
  file: string;
  url: string;
  dir: 'ltr' | 'rtl';
  charset: string;
  gold_file: string | null;
}

export interface PagesServer {
  port: number;
  url(page: CollectedPage): string;
  /** Every address asked for so far, on this server or, through it as a proxy, on any other. */
  asked: string[];
  close(): Promise<void>;
}

const toHost = ({ id }: CollectedPage) => `${id.replaceAll('_', '-')}.localhost`;

/** The path of the original address, so that links of the page resolve as they did. */
function toPath({ url }: CollectedPage): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Serves the pages and nothing else: whatever a page asks for is answered at once with nothing. */
export async function servePages(folder: string, pages: readonly CollectedPage[]): Promise<PagesServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    const address = request.url ?? '/';
    asked.push(address.startsWith('/') ? `http://${host}${address}` : address);
    const page = pages.find((each) => toHost(each) === host && toPath(each) === address);
    if (!page) return void response.writeHead(404, { 'content-length': 0 }).end();
    response.writeHead(200, { 'content-type': `text/html; charset=${page.charset}` });
    response.end(await readFile(join(folder, page.file)));
  });
  // What should go over TLS to another host: the browser asks its proxy for a way there, and gets none.
  server.on('connect', (request, socket) => {
    asked.push(`https://${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // Listening on TCP: an address, never a pipe's name.
  return {
    port,
    asked,
    url: (page) => `http://${toHost(page)}:${port}${toPath(page)}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
