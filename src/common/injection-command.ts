// The reasons for which the background injects the light script into a page.

/**
 * `show` the view (nothing happens where it stands already), show it as the page of a light load (`arrive`), `turn` it on or off, or
 * `leave` Light, also where no view stands. `scripts`: as `arrive`, of a page that comes with its scripts. `resume`: show the page unless what is
 * to be passed still stands before its text. Or `shelve`: keep the text of the page, in the view or without one.
 */
export type Command = 'show' | 'arrive' | 'turn' | 'leave' | 'scripts' | 'resume' | 'shelve';
