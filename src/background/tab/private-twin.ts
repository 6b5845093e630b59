// Chrome runs a second background for private windows (`"incognito": "split"`), for Light's own pages do not load there otherwise.
// The two share session rules, registered scripts and all storage, in memory and on disk, and each sees its own tabs alone. Where the last private
// window is closed while this one sleeps, its records stay in memory until it wakes again. Firefox has one background for both.
import browser from 'webextension-polyfill';

/** Whether this is the background of private windows. */
export function isPrivateTwin(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}
