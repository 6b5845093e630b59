// Names sites by host, each with its subdomains: what a reader has decided for a site holds on all of them.

/** The site of a host: without the `www.` that says nothing. */
export function toSite(hostname: string): string {
  return hostname.toLowerCase().replace(/^www\./, '');
}

/** Whether a host is a site's own, or one of its subdomains. */
export function isOfSite(hostname: string, site: string): boolean {
  const host = hostname.toLowerCase();
  return host === site || host.endsWith(`.${toSite(site)}`) || host === toSite(site);
}

/** Whether a host belongs to one of these sites. */
export function isAmong(sites: readonly string[], hostname: string): boolean {
  return sites.some((site) => isOfSite(hostname, site));
}

/** The sites with one more; where one of them holds it already, as they are. */
export function addSite(sites: readonly string[], site: string): string[] {
  return sites.includes(site) ? [...sites] : [...sites, site];
}

/** The sites without those that a host belongs to. */
export function dropSite(sites: readonly string[], hostname: string): string[] {
  return sites.filter((site) => !isOfSite(hostname, site));
}

/** A name or an IPv4 address: what both rules and match patterns of browsers take. */
const HOST = /^[a-z\d_]([\w-]*\.?[a-z\d_])*$/;

/** The site of an address as a person writes it, with or without `https://`; `null` where it is none. */
export function parseSite(written: string): string | null {
  const text = written.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || /\s|:\/\/.*:\/\//.test(address) || !URL.canParse(address)) return null;
  const { hostname, username } = new URL(address);
  return username || !HOST.test(hostname) ? null : toSite(hostname);
}
