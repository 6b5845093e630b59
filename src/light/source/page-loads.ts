// What the page still loads, and whether it may be stopped: in Firefox the load of the page that the reader goes on to would end with it.

export class PageLoads {
  /** The reader goes on from this page, as the browser says before it asks for the next one. Nobody says where that comes to nothing. */
  #isLeaving = false;
  readonly #onLeave = () => {
    this.#isLeaving = true;
  };

  constructor() {
    addEventListener('beforeunload', this.#onLeave);
  }

  /** Ends them, unless the reader goes on. */
  stop(): void {
    this.unwatch();
    if (!this.#isLeaving) window.stop();
  }

  /** Browsers may keep no page for going back that listens to this. */
  unwatch(): void {
    removeEventListener('beforeunload', this.#onLeave);
  }
}
