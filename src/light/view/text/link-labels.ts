// Says of links where they lead, if not to a page of the same site: another site, a file, an address.
import { toText } from '../../../common/words/translations.ts';

/** Files that browsers download or hand to another program, by the end of their address. */
const FILES = new Set(
  (
    '7z aab aac apk apkg appimage avi bat bin bz2 cmd crx csv deb dmg doc docm docx epub exe flac gz ipa iso jar js lnk m4a m4v ' +
    'mkv mobi mov mp3 mp4 mpg msi odp ods odt ogg opus pdf pkg pps ppt pptx ps1 rar rpm rtf scr sh tar tgz torrent vbs wav webm ' +
    'wmv xls xlsm xlsx xpi xz zip'
  ).split(' '),
);
/** A longer host is cut at its beginning, in characters: whose it is stands at its end. */
const MOST_HOST_CHARS = 40;

/** Words that are an address: with a scheme or `www.`, or nothing but a name with a dot in it. */
const CLAIM = /(?:https?:\/\/|www\.)[^\s/?#:]+|^[^\s/?#:@]+\.\p{L}{2,}(?=$|[/?#:])/giu;
/** On a site's links to itself other such names are mostly names of things: `node.js`, `os.path`. */
const KNOWN_CLAIM = /^https?:\/\/|^www\.|\.(com|edu|gov|info|int|mil|net|org)$/i;

/**
 * Says of each link of a text where it leads, if not to a page of the text's own site: `host` is the host of that.
 * The words are attributes, which the view's sheet shows: they are not copied with the text, and not found in it.
 */
export function markLinks(body: ParentNode, host: string): void {
  for (const link of body.querySelectorAll('a')) {
    const url = new URL(link.getAttribute('href') ?? 'about:blank');
    if (/^https?:$/.test(url.protocol)) markPage(link, url, host);
    else if (url.protocol !== 'about:') markOther(link, url);
  }
}

function markPage(link: HTMLAnchorElement, url: URL, host: string): void {
  const text = link.textContent ?? '';
  const [, ending = ''] = /\.(\w+)$/.exec(url.pathname) ?? [];
  const kind = FILES.has(ending.toLowerCase()) ? ending.toUpperCase() : '';
  const away = isSameSite(url.hostname, host) ? '' : toShown(url.host);
  const told = isDisguised(text, url.hostname, away !== '') ? toShown(url.host) : '';
  if (away) link.className = 'away';
  show(link, [text.toUpperCase().includes(kind) ? '' : kind, told]);
  if (kind || away || told)
    link.title = [kind && toText('file', kind), away || told].filter(Boolean).join(', ');
}

/** An address that opens something else than a page. */
function markOther(link: HTMLAnchorElement, { protocol, pathname }: URL): void {
  const word = toText(protocol === 'mailto:' ? 'mail' : 'phone');
  const address = toDecoded(pathname);
  show(link, [link.textContent?.includes(address) ? '' : word]);
  link.title = `${word}: ${address}`;
}

function show(link: HTMLAnchorElement, words: string[]): void {
  const mark = words.filter(Boolean).join(' ');
  if (mark) link.dataset.mark = mark;
}

/** The words say another host than the link's, or the host is written in letters that may look like others. */
function isDisguised(text: string, host: string, isAway: boolean): boolean {
  if (isAway && /(^|\.)xn--/.test(host)) return true;
  // Full-width letters and dots are what they look like; what cannot be seen is not there.
  const seen = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return (seen.match(CLAIM) ?? []).some(
    (claim) => (isAway || KNOWN_CLAIM.test(claim)) && !isSameSite(toClaimedHost(claim), host),
  );
}

function toClaimedHost(claim: string): string {
  const address = /^https?:/i.test(claim) ? claim : `https://${claim}`;
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/** One is the other, or a part of it. */
function isSameSite(one: string, other: string): boolean {
  const [longer = '', shorter = ''] = [one, other]
    .map((host) => `.${host.replace(/^www\.|\.$/g, '')}`)
    .sort((a, b) => b.length - a.length);
  return longer.endsWith(shorter);
}

function toShown(host: string): string {
  const name = host.replace(/^www\./, '');
  return name.length > MOST_HOST_CHARS ? `…${name.slice(-MOST_HOST_CHARS)}` : name;
}

function toDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not every address is encoded as UTF-8: it is shown as it is.
    return text;
  }
}
