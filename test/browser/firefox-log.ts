// Collects what pages and extensions say on Firefox's consoles. The functions run inside Firefox and travel as source
// text, so each names nothing outside itself.
import type { LogLine } from './firefox-internals.ts';

/** Starts to collect what pages and extensions say on the console. `collector` is the source of `collectConsole`. */
export function startLog(collector: string): void {
  const log: LogLine[] = [];
  window.lightLog = log;
  Services.ppmm.addMessageListener('LightTest:log', ({ data }) => log.push(data));
  Services.ppmm.loadProcessScript(
    `data:,${encodeURIComponent(`((__name) => (${collector})())((fn) => fn)`)}`,
    true,
  );
}

/** Runs in every process of Firefox: passes on what is said on its consoles. */
export function collectConsole(): void {
  const toWords = (value: unknown) => {
    try {
      const { message, stack } = Object(value) as Partial<Error>;
      // Errors have nothing that JSON would show.
      if (message !== undefined && stack !== undefined) return `${message} ${stack}`;
      return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
    } catch {
      return String(value); // An object that cannot be written as JSON.
    }
  };
  Services.console.registerListener({
    observe(message) {
      try {
        message.QueryInterface(Ci.nsIScriptError);
      } catch {
        return; // Another kind of message, without a source.
      }
      // The parent process gets a copy of everything, without the tab.
      if (message.isForwardedFromContentProcess) return;
      const isWarning = ((message.flags ?? 0) & 1) === 1;
      const owner = message.innerWindowID
        ? WindowGlobalChild.getByInnerWindowId(message.innerWindowID)
        : null;
      Services.cpmm.sendAsyncMessage('LightTest:log', {
        browserId: owner?.browsingContext.browserId ?? 0,
        text: `${isWarning ? 'warning' : 'uncaught'}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`,
        source: message.sourceName ?? '',
        isError: !isWarning,
      });
    },
  });
  const principal = Services.scriptSecurityManager.getSystemPrincipal();
  Cc['@mozilla.org/consoleAPI-storage;1']
    ?.getService(Ci.nsIConsoleAPIStorage)
    .addLogEventListener((event) => {
      const owner = typeof event.ID === 'number' ? Services.wm.getOuterWindowWithId(event.ID) : null;
      Services.cpmm.sendAsyncMessage('LightTest:log', {
        browserId: owner?.browsingContext.browserId ?? 0,
        text: `${event.level}: ${[...event.arguments].map(toWords).join(' ')}`,
        source: event.filename,
        isError: event.level === 'error',
      });
    }, principal);
}

/** What was said in one tab, or, without one, the errors of the extension at that address. */
export function readLog(browserId: number | null, extensionUrl: string): string[] {
  return (window.lightLog ?? [])
    .filter((line) =>
      browserId === null
        ? line.isError && line.source.startsWith(extensionUrl)
        : line.browserId === browserId,
    )
    .map(({ text }) => text);
}
