// Waiting, as promises.

/** Resolves after `ms`. */
export function whenLater(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
