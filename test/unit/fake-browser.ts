// A working fake instead of mocks: storage keeps, rules stand, locks wait for each other. Only what Light uses.

type Messages = Record<string, { message: string }>;
interface Rule {
  id: number;
  condition: { tabIds?: number[] };
}

/** As storage does: what comes out is not what went in, but its equal. */
function toCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function toStorage() {
  let kept: Record<string, unknown> = {};
  return {
    async get(keys: string | string[]) {
      return Object.fromEntries(
        [keys]
          .flat()
          .filter((key) => key in kept)
          .map((key) => [key, toCopy(kept[key])]),
      );
    },
    async set(values: Record<string, unknown>) {
      kept = { ...kept, ...toCopy(values) };
    },
    async remove(key: string) {
      delete kept[key];
    },
    async clear() {
      kept = {};
    },
  };
}

/** As both browsers: a read and an update are two steps, so that unguarded changes lose each other. */
function toRules() {
  let rules: Rule[] = [];
  return {
    async getSessionRules() {
      return toCopy(rules);
    },
    async updateSessionRules({
      removeRuleIds = [],
      addRules = [],
    }: {
      removeRuleIds?: number[];
      addRules?: Rule[];
    }) {
      const left = rules.filter(({ id }) => !removeRuleIds.includes(id));
      if (addRules.some(({ id }) => left.some((rule) => rule.id === id)))
        throw new Error('A rule of that id is there.');
      rules = [...left, ...toCopy(addRules)];
    },
  };
}

function toScripting() {
  let registered: { id: string }[] = [];
  return {
    async getRegisteredContentScripts({ ids }: { ids: string[] }) {
      return registered.filter(({ id }) => ids.includes(id));
    },
    async registerContentScripts(scripts: { id: string }[]) {
      registered = [...registered, ...scripts];
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      registered = registered.filter(({ id }) => !ids.includes(id));
    },
  };
}

/** Every tab is open until it is closed. */
function toTabs() {
  const closed = new Set<number>();
  return {
    async get(id: number) {
      if (closed.has(id)) throw new Error(`No tab with id: ${id}.`);
      return { id };
    },
    async remove(id: number) {
      closed.add(id);
    },
  };
}

type Work<T> = (lock: object | null) => Promise<T>;

/** One lock a name, held by one at a time, in the order asked for; who asks `ifAvailable` does not wait for it. */
export function toLocks() {
  const last = new Map<string, Promise<unknown>>();
  function request<T>(name: string, ...given: [Work<T>] | [{ ifAvailable: boolean }, Work<T>]): Promise<T> {
    const [options, work] = given.length === 2 ? given : [{ ifAvailable: false }, given[0]];
    const before = last.get(name);
    if (before && options.ifAvailable) return work(null);
    const run = () => work({ name });
    const done = (before ?? Promise.resolve()).then(run, run);
    last.set(name, done);
    const leave = () => last.get(name) === done && last.delete(name);
    done.then(leave, leave);
    return done;
  }
  return { request };
}

export function toFakeBrowser(messages: Messages) {
  return {
    runtime: { id: 'light', sendMessage: async () => undefined },
    storage: { local: toStorage(), session: toStorage() },
    declarativeNetRequest: toRules(),
    scripting: toScripting(),
    tabs: toTabs(),
    i18n: {
      getUILanguage: () => 'en-GB',
      getMessage: (name: string, given: string[] = []) =>
        (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => given[Number(at) - 1] ?? ''),
    },
  };
}
