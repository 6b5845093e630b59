// Tells why a browser stores nothing: its disk is full, or it does not let Light store anything. Neither is a fault of Light's.

/** The sentence to be said, as the name of a message. */
export function toStorageFailure(error: unknown): 'diskFull' | 'shelfDenied' {
  return isDiskFull(error) ? 'diskFull' : 'shelfDenied';
}

/** Firefox names its own error only where a write ends, Chromium already at the write. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
