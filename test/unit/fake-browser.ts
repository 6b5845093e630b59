// A working fake instead of mocks: storage keeps, rules stand, locks wait for each other, tabs open and close. Only what Light uses.

type Messages = Record<string, { message: string }>;
interface Rule {
  id: number;
  condition: { tabIds?: number[] | null; requestDomains?: string[] | null };
}

/** As storage does: what comes out is not what went in, but its equal. */
function toCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

function toStorage() {
  let kept: Record<string, unknown> = {};
  let quotaChars = Number.POSITIVE_INFINITY;
  return {
    async get(keys: string | string[] | null) {
      const wanted = keys === null ? Object.keys(kept) : [keys].flat();
      return Object.fromEntries(wanted.filter((key) => key in kept).map((key) => [key, toCopy(kept[key])]));
    },
    async getKeys() {
      return Object.keys(kept);
    },
    async set(values: Record<string, unknown>) {
      const after = { ...kept, ...toCopy(values) };
      if (JSON.stringify(after).length > quotaChars) throw new Error('Session storage quota bytes exceeded.');
      kept = after;
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) delete kept[key];
    },
    async clear() {
      kept = {};
      quotaChars = Number.POSITIVE_INFINITY;
    },
    /** The test's own: how much fits in. */
    holdAtMost(chars: number) {
      quotaChars = chars;
    },
  };
}

/** As both browsers: a read and an update are two steps, so that unguarded changes lose each other. */
function toRules() {
  let rules: Rule[] = [];
  let dynamic: Rule[] = [];
  return {
    async getDynamicRules() {
      return toCopy(dynamic);
    },
    async updateDynamicRules({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) {
      dynamic = [...dynamic.filter(({ id }) => !removeRuleIds.includes(id)), ...toCopy(addRules)];
    },
    async getSessionRules() {
      // Firefox writes out what a rule does not say.
      const unsaid = { tabIds: null, urlFilter: null, initiatorDomains: null };
      return toCopy(rules).map((rule) => ({ ...rule, condition: { ...unsaid, ...rule.condition } }));
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

interface Injection {
  target: { tabId: number };
  files?: string[];
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
}

/** What is injected is written down: no page is there in which it could run. */
function toScripting() {
  let registered: { id: string; matches?: string[] }[] = [];
  const injected: Injection[] = [];
  const documents = { readyState: 'complete' };
  return {
    injected,
    /** The test's own: how far the documents have come. */
    documents,
    async getRegisteredContentScripts({ ids }: { ids: string[] }) {
      return registered.filter(({ id }) => ids.includes(id));
    },
    async registerContentScripts(scripts: { id: string; matches?: string[] }[]) {
      registered = [...registered, ...scripts];
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      registered = registered.filter(({ id }) => !ids.includes(id));
    },
    async executeScript(injection: Injection): Promise<{ result: unknown }[]> {
      injected.push(injection);
      // What is told arrives; what a page is asked about itself is not so.
      return [{ result: injection.args !== undefined && documents.readyState }];
    },
    async insertCSS() {},
    async removeCSS() {},
  };
}

interface FakeTab {
  id: number;
  url?: string;
  pendingUrl?: string;
  status?: string;
  incognito?: boolean;
}

/** Every tab is open until it is closed; what is known of it is what a test has said. */
function toTabs() {
  const closed = new Set<number>();
  const tabs = new Map<number, FakeTab>();
  return {
    async get(id: number): Promise<FakeTab> {
      if (closed.has(id)) throw new Error(`No tab with id: ${id}.`);
      return { id, incognito: false, status: 'complete', ...tabs.get(id) };
    },
    async query() {
      return [...tabs.values()].filter(({ id }) => !closed.has(id));
    },
    async remove(id: number) {
      closed.add(id);
    },
    async create(tab: Omit<FakeTab, 'id'> & { openerTabId?: number }) {
      const id = 1000 + tabs.size;
      tabs.set(id, { ...tab, id });
      return { id };
    },
    async update(id: number, changes: Partial<FakeTab>) {
      tabs.set(id, { ...tabs.get(id), ...changes, id });
    },
    async reload() {},
    async goBack() {},
    /** The test's own: no tab was ever closed, and none is known. */
    clear() {
      closed.clear();
      tabs.clear();
    },
  };
}

/** The entries that were made, in their order. */
function toMenus() {
  let entries: { id: string; contexts: string[] }[] = [];
  return {
    readEntries: () => entries,
    async removeAll() {
      entries = [];
    },
    create(entry: { id: string; contexts: string[] }) {
      entries.push(entry);
    },
    onClicked: toEvent<[object, object]>(),
  };
}

/** The toolbar button, tab by tab. */
function toAction() {
  const badges = new Map<number, string>();
  const titles = new Map<number, string>();
  return {
    badges,
    titles,
    async setIcon() {},
    async setBadgeText({ tabId, text }: { tabId: number; text: string }) {
      badges.set(tabId, text);
    },
    async setBadgeBackgroundColor() {},
    async setBadgeTextColor() {},
    async setTitle({ tabId, title }: { tabId: number; title: string }) {
      titles.set(tabId, title);
    },
  };
}

/** Host permissions: all of them, but for those taken away. */
function toPermissions() {
  const withheld = new Set<string>();
  return {
    withheld,
    async contains({ origins }: { origins: string[] }) {
      return !origins.some((origin) => withheld.has(origin));
    },
  };
}

/** An event that a test can let happen. */
export function toEvent<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => unknown>();
  return {
    addListener: (listener: (...args: A) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...args: A) => unknown) => void listeners.delete(listener),
    hasListeners: () => listeners.size > 0,
    /** The test's own: the background has ended. */
    forget: () => listeners.clear(),
    /** The test's own: resolves with what the listeners answer. */
    happen: (...args: A) => Promise.all([...listeners].map((listener) => listener(...args))),
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
  /** The test's own: resolves when nobody holds a lock or waits for one. */
  async function whenFree(): Promise<void> {
    while (last.size > 0) await Promise.allSettled(last.values());
  }
  return { request, whenFree };
}

function toWebNavigation() {
  const frames = new Map<number, { url: string; errorOccurred?: boolean }>();
  return {
    frames,
    async getFrame({ tabId }: { tabId: number }) {
      return frames.get(tabId) ?? null;
    },
    onBeforeNavigate: toEvent<[object]>(),
    onCommitted: toEvent<[object]>(),
    onErrorOccurred: toEvent<[object]>(),
    onCreatedNavigationTarget: toEvent<[object]>(),
  };
}

export function toFakeBrowser(messages: Messages) {
  return {
    runtime: {
      id: 'light',
      sendMessage: async () => undefined,
      getURL: (path: string) => `extension://light/${path}`,
      openOptionsPage: async () => {},
      onMessage: toEvent<[object, object]>(),
      onStartup: toEvent<[]>(),
      onInstalled: toEvent<[{ reason: string }]>(),
    },
    alarms: { onAlarm: toEvent<[object]>(), async create() {}, async clear() {} },
    extension: { inIncognitoContext: false },
    storage: { local: toStorage(), session: toStorage(), onChanged: toEvent<[object, string]>() },
    contextMenus: toMenus(),
    declarativeNetRequest: toRules(),
    scripting: toScripting(),
    tabs: {
      ...toTabs(),
      onRemoved: toEvent<[number, object]>(),
      onCreated: toEvent<[object]>(),
      onReplaced: toEvent<[number, number]>(),
      onUpdated: toEvent<[number, object]>(),
    },
    action: { ...toAction(), onClicked: toEvent<[object]>() },
    permissions: { ...toPermissions(), onRemoved: toEvent<[object]>(), onAdded: toEvent<[object]>() },
    webNavigation: toWebNavigation(),
    i18n: {
      getUILanguage: () => 'en-GB',
      getMessage: (name: string, given: string[] = []) =>
        (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => given[Number(at) - 1] ?? ''),
    },
  };
}

export type FakeBrowser = ReturnType<typeof toFakeBrowser>;
