// Watches a text that grows: looks from time to time whether more has come, and hears that the network is back or that the page goes.

/** How often it is looked whether more has come, in ms. */
const LOOK_MS = 500;

export interface ArrivalHearer {
  onLook(): void;
  onOnline(): void;
  /** Firefox puts an error page in the place of a page whose connection is reset. */
  onHide(): void;
}

/** Watches until what is given is called. */
export function watchArrival({ onLook, onOnline, onHide }: ArrivalHearer): () => void {
  addEventListener('online', onOnline);
  addEventListener('pagehide', onHide);
  const clock = setInterval(onLook, LOOK_MS);
  return () => {
    clearInterval(clock);
    removeEventListener('online', onOnline);
    removeEventListener('pagehide', onHide);
  };
}
