// A client of Marionette, Firefox's own remote control: length-prefixed JSON over TCP. It can press what is outside
// the page, which WebDriver BiDi cannot.
import { connect, type Socket } from 'node:net';
import { PageGone } from './tab.ts';

type Context = 'chrome' | 'content';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Longest time any command may take. */
const COMMAND_MS = 90_000;

/** What Marionette calls the disappearance of a tab or a document. */
const GONE = new Set(['no such window', 'no such frame']);

export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #rest = Buffer.alloc(0);
  #turn: Promise<unknown> = Promise.resolve();
  #context: Context | undefined;
  #handle: string | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => {}); // 'close' follows and rejects whoever waits.
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox closed the connection.'));
      this.#waiting.clear();
    });
  }

  /** Connects and opens a session that never waits for a page to load. */
  static async open(port: number): Promise<Marionette> {
    const socket = connect({ port, host: '127.0.0.1' });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const client = new Marionette(socket);
    await client.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { pageLoadStrategy: 'none', unhandledPromptBehavior: 'accept' } },
    });
    await client.send('WebDriver:SetTimeouts', { script: COMMAND_MS });
    return client;
  }

  close() {
    this.#socket.destroy();
  }

  /** One command; its answer's `value` where it has one. */
  send(name: string, parameters: object = {}): Promise<unknown> {
    if (this.#socket.destroyed) return Promise.reject(new Error('Firefox has closed the connection.'));
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Firefox did not answer ${name}.`)), COMMAND_MS);
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (result) => {
          done();
          resolve(result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  /** Runs the source of a function in Firefox's own window: that of the tab, or the one that the last command was for. */
  async inChrome(source: string, args: unknown[], handle?: string): Promise<unknown> {
    return (await this.#execute('chrome', handle, source, args)).value;
  }

  /** Runs the source of a function in a tab. */
  inTab(handle: string, source: string, args: unknown[]): Promise<{ value?: unknown }> {
    return this.#execute('content', handle, source, args);
  }

  /** The same with the browser's own rights, out of the page's reach. */
  lookIntoTab(handle: string, source: string, args: unknown[]): Promise<{ value?: unknown }> {
    return this.#execute('content', handle, source, args, 'system');
  }

  async #execute(
    context: Context,
    handle: string | undefined,
    source: string,
    args: unknown[],
    sandbox?: 'system',
  ) {
    // The object around the answer tells "null" from "the document went away", which Marionette answers with null.
    // esbuild wraps named functions in calls of __name, which the page does not have.
    const script = `const __name = (fn) => fn; return (async () => ({value: await (${source})(...arguments[0])}))();`;
    let answer: unknown;
    try {
      answer = await this.#inTurn(context, handle, 'WebDriver:ExecuteScript', {
        script,
        args: [args],
        ...(sandbox && { sandbox }),
      });
    } catch (error) {
      if (error instanceof PageGone || !(error instanceof Error)) throw error;
      // The error was made where the socket was read; this one knows who asked.
      throw new Error(error.message, { cause: error });
    }
    const { value } = answer as { value: { value?: unknown } | null }; // As the script says, or null.
    if (!value) throw new PageGone('The document went away.');
    return value;
  }

  /** A command in a tab, other than a script. */
  command(handle: string, name: string, parameters: object): Promise<unknown> {
    return this.#inTurn('content', handle, name, parameters);
  }

  /** A command in the window of that tab, other than a script. */
  commandInWindow(handle: string, name: string, parameters: object): Promise<unknown> {
    return this.#inTurn('chrome', handle, name, parameters);
  }

  /**
   * Context and tab are state of the session, so commands that need them go out one after another. A command's own
   * answer is not waited for: Firefox has bound it to its document by the time it reads the next command, so a
   * function that waits in one page does not hold up the others.
   */
  #inTurn(context: Context, handle: string | undefined, name: string, parameters: object): Promise<unknown> {
    const sent = this.#turn.then(async () => {
      if (context !== this.#context) {
        this.#context = undefined;
        await this.send('Marionette:SetContext', { value: context });
        this.#context = context;
      }
      if (handle && handle !== this.#handle) {
        this.#handle = undefined;
        await this.send('WebDriver:SwitchToWindow', { handle, focus: false });
        this.#handle = handle;
      }
      return { answer: this.send(name, parameters) };
    });
    this.#turn = sent.catch(() => {}); // The caller hears of it; the next one starts afresh.
    return sent.then(({ answer }) => answer);
  }

  #read(bytes: Buffer) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const colon = this.#rest.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#rest.toString('ascii', 0, colon));
      if (this.#rest.length < end) return;
      const message: unknown = JSON.parse(this.#rest.toString('utf8', colon + 1, end));
      this.#rest = this.#rest.subarray(end);
      if (Array.isArray(message)) this.#settle(message); // The other kind is the greeting.
    }
  }

  #settle([, id, error, result]: unknown[]) {
    const waiting = this.#waiting.get(Number(id));
    if (!error) return waiting?.resolve(result);
    const { error: kind, message } = error as { error: string; message: string }; // By Marionette's protocol.
    const text = `${kind}: ${message}`;
    const isGone = GONE.has(kind) || message.includes('Document was unloaded');
    waiting?.reject(isGone ? new PageGone(text) : new Error(text));
  }
}
