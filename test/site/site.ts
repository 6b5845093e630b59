// The test news site, over a link as slow as asked for, with faults on request.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { encode, send } from './answer.ts';
import { type Fault, faultNames, toFault } from './faults.ts';
import { LINKS, type Link, type LinkName, openLink, realClock } from './link.ts';
import { html, type Places, type Reply, withStatus } from './reply.ts';
import { route } from './route.ts';
import { acceptWebSocket } from './websocket.ts';

export { LINKS, type Link, type LinkName } from './link.ts';
export type { Fault };

/** One request as the server saw it. */
export interface Asked {
  /** Milliseconds since the server started. */
  at: number;
  method: string;
  /** Without the port: `news.localhost`. */
  host: string;
  /** With the query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** What the request took on its way up, roughly. */
  requestBytes: number;
  /** Bytes of the body sent so far, compressed where the response is. */
  sentBytes: number;
  ended: boolean;
  /** The client went, or a fault broke the response, before its end. */
  aborted: boolean;
  /** Which TCP connection it came on. */
  connection: number;
}

export interface Site {
  /** `http://news.localhost:PORT`. Browsers take `*.localhost` to be loopback; Node does not: fetch `127.0.0.1` there. */
  origin: string;
  port: number;
  url: (path: string) => string;
  /** The other hosts that the news pages load from. */
  thirdParty: string[];
  /** The origin of another site, for links that cross sites. It has every page of this one too. */
  elsewhere: string;
  link: Link;
  setLink: (link: Link | LinkName) => void;
  /** The link dies for `ms`: no byte passes, nothing is closed. */
  cutLink: (ms: number) => void;
  /** When the link died for good, as `Date.now()` tells the time; `null` while it lives. */
  readDeath: () => number | null;
  asked: Asked[];
  /** Empties `asked`, `connections` and `messages`. */
  forget: () => void;
  /** TCP connections accepted since `forget()`. */
  connections: number;
  /** WebSocket messages received since `forget()`. */
  messages: number;
  /** Sets or lifts a fault for later requests of a name: a path, with or without query and host, or a host alone. */
  fault: (name: string, fault: Fault | null) => void;
  /** Lifts all faults that were set. */
  mend: () => void;
  waitFor: (predicate: (asked: Asked[]) => boolean, timeoutMs?: number) => Promise<void>;
  /** Destroys all sockets. */
  close: () => Promise<void>;
}

const POST_LIMIT_BYTES = 1e6;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) if (text.length < POST_LIMIT_BYTES) text += part;
  return new URLSearchParams(text);
}

const requestSize = (request: IncomingMessage): number =>
  (request.method ?? '').length + (request.url ?? '').length + 12 + request.rawHeaders.join('    ').length;

function placesAt(port: number): Places {
  const at = (name: string) => `http://${name}.localhost:${port}`;
  return {
    news: at('news'),
    cdn: at('cdn'),
    fonts: at('fonts'),
    ads: at('ads'),
    stats: at('stats'),
    social: at('social'),
    video: at('video'),
    never: at('never'),
    portal: at('portal'),
  };
}

export interface SiteOptions {
  link?: LinkName;
  /** 0 or none takes any free one. */
  port?: number;
  /** Draws what befalls a link that stalls or dies. */
  seed?: string;
}

/** Starts the site on loopback. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const startedAt = performance.now();
  const link = openLink(LINKS[options.link ?? 'fast'], realClock, options.seed);
  const faults = new Map<string, Fault>();
  const sockets = new Map<object, number>();
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  let connectionId = 0;

  function note(request: IncomingMessage, url: URL): Asked {
    const asked: Asked = {
      at: performance.now() - startedAt,
      method: request.method ?? 'GET',
      host: url.hostname,
      path: url.pathname + url.search,
      headers: request.headers,
      requestBytes: requestSize(request),
      sentBytes: 0,
      ended: false,
      aborted: false,
      connection: sockets.get(request.socket) ?? 0,
    };
    site.asked.push(asked);
    changed();
    return asked;
  }

  const toUrl = (request: IncomingMessage) =>
    new URL(`http://${request.headers.host ?? 'news.localhost'}${request.url ?? '/'}`);

  function findFault(url: URL): Fault | null {
    const name = faultNames(url.hostname, url).find((each) => faults.has(each));
    return (name && faults.get(name)) || toFault(url.searchParams);
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = toUrl(request);
    const asked = note(request, url);
    response.on('error', () => response.destroy());
    response.on('close', () => {
      asked.ended = response.writableFinished;
      asked.aborted = !response.writableFinished;
      changed();
    });
    const form = await readForm(request);
    const { method, host, headers } = { ...asked, headers: request.headers };
    const found: Reply =
      route({ method, host, url, headers, form, places }) ??
      withStatus(404, html('<!doctype html><h1>Not found</h1>'));
    const count = (bytes: number) => {
      asked.sentBytes += bytes;
    };
    await send(response, encode(found, request, url), { link, fault: findFault(url), count });
  }

  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (request, response) => {
    // A client that goes while its request is read is no failure of the site; anything else is.
    respond(request, response).catch((reason: unknown) => {
      response.destroy();
      if (!request.destroyed) console.error(reason);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.set(socket, ++connectionId);
    site.connections++;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const asked = note(request, toUrl(request));
    socket.on('close', () => {
      asked.ended = true;
      changed();
    });
    acceptWebSocket(request, socket, () => {
      site.messages++;
      changed();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // listening on TCP: an address, never a pipe's name
  const places = placesAt(port);

  const site: Site = {
    origin: places.news,
    port,
    url: (path) => places.news + path,
    thirdParty: [places.cdn, places.fonts, places.ads, places.stats, places.social, places.video],
    elsewhere: places.portal,
    link: link.profile,
    setLink(next) {
      site.link = typeof next === 'string' ? LINKS[next] : next;
      link.change(site.link);
    },
    cutLink: link.cut,
    readDeath: () => (link.diedAtMs === null ? null : performance.timeOrigin + link.diedAtMs),
    asked: [],
    connections: 0,
    messages: 0,
    forget() {
      site.asked.length = 0;
      site.connections = 0;
      site.messages = 0;
    },
    fault(name, fault) {
      if (fault) faults.set(name, fault);
      else faults.delete(name);
    },
    mend() {
      faults.clear();
      faults.set('never.localhost', { kind: 'never' });
    },
    waitFor: (predicate, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          clearInterval(poll);
          watchers.delete(look);
        };
        const look = () => {
          if (!predicate(site.asked)) return;
          stop();
          resolve();
        };
        const late = () => {
          stop();
          reject(
            new Error(
              `Not asked within ${timeoutMs} ms; seen: ${site.asked.map((each) => each.path).join(' ')}`,
            ),
          );
        };
        const timer = setTimeout(late, timeoutMs);
        const poll = setInterval(look, 100);
        watchers.add(look);
        look();
      }),
    close() {
      link.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets.keys()) (socket as Socket).destroy();
      return closed;
    },
  };
  site.mend();
  return site;
}
