// Reads what a site calls itself, so that it is a name and nothing else: the page must not word Light's question.

/** Longest site name shown, in characters: one line on a 320 px wide phone at most wraps once. */
export const NAME_CHARS = 40;

// Everything that steers the direction of text or does not show: a name made of these can lie about itself.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** One line of at most `maxChars` characters, without control or direction characters; '' if none is left. */
export function toSafeName(name: string, maxChars = NAME_CHARS): string {
  // ZWNJ belongs to Persian spelling; every other unseen character goes.
  const seen = name.replace(UNSEEN, (char) => (char === '\u200c' ? char : ' '));
  const line = seen.replace(/\s+/g, ' ').trim();
  const chars = [...line];
  return chars.length <= maxChars
    ? line
    : `${chars
        .slice(0, maxChars - 1)
        .join('')
        .trimEnd()}…`;
}

/** Sites add what they are to their name: "BBC News | Breaking news, video and more". */
const TAGLINE = /\s[|–—·:-]+\s.*/s;

/**
 * The name a site gives itself (`og:site_name`, `application-name`), made safe, else its host name.
 * `host` is set only where the name is not the host's own, to be shown beside it.
 */
export function readSiteName(page: Document, host: string): { name: string; host: string | null } {
  const own =
    page.querySelector<HTMLMetaElement>('meta[property="og:site_name"]') ??
    page.querySelector<HTMLMetaElement>('meta[name="application-name"]');
  const plainHost = host.replace(/^www\./, '');
  const name = toSafeName(own?.content.replace(TAGLINE, '') ?? '');
  if (!name || name.toLowerCase() === plainHost.toLowerCase()) return { name: plainHost, host: null };
  return { name, host: plainHost };
}
