// Tells what a page is beside its text: an obstacle before a text (a check, a log-in …) or a page that is used more than read. A pure function, by the
// structure of the page: fields, their names and known markup, never by site or language.
import { findAll, hasAny, readAttribute } from '../../common/document/unclobbered.ts';
import { LOGIN, PAYMENT } from '../../common/private-marks.ts';

/** What stands before the text of a page, and is passed on the page itself. */
export const OBSTACLES = ['portal', 'check', 'payment', 'login', 'consent'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What of a page is not in its text. */
export const USES = ['form', 'map', 'video', 'app'] as const;
export type Use = (typeof USES)[number];

export type Nature = Obstacle | Use;

/** A page with more running text is one to read, whatever stands beside it: a log-in in its head, a captcha below its comments. In characters. */
const TEXT_CHARS = 1500;
/** Shorter, a paragraph is a label. */
const PARAGRAPH_CHARS = 60;

// The markup that the makers of such pages have in common.
/** WISPr, and the fields of hotspots: MikroTik, CoovaChilli, Fortinet, Cisco, Aruba, Ubiquiti. */
const PORTAL =
  ':is([name=uamip], [name=uamport], [name="4Tredir"], [name=ap_mac], [name=client_mac], [name=apmac], [name=switch_url], [name=wlan_id], ' +
  'form:has([name=dst]):has([name=popup]), form:has([name=magic]):has([name*=redir]))';
const WISPR = /WISPAccessGatewayParam/;
/** Challenges of Cloudflare, hCaptcha, reCAPTCHA, Turnstile, DataDome, PerimeterX, Imperva, AWS, Friendly Captcha, GeeTest, Anubis, ALTCHA. */
const CHECK =
  ':is(#challenge-form, #challenge-running, #cf-challenge-running, #challenge-error-text, .cf-browser-verification, .cf-turnstile, ' +
  '.h-captcha, .g-recaptcha, .frc-captcha, #px-captcha, #captcha-form, #captcha-container, #anubis_challenge, altcha-widget, [id^=geetest], ' +
  '[src*="/cdn-cgi/challenge-platform/h/"], [src*="captcha-delivery.com"], [src*="_Incapsula_Resource"], [src*="awswaf.com"], ' +
  'img[src*=captcha i], input[name*=captcha i], [src*="hcaptcha.com/"], [src*="/recaptcha/"])';
/** A challenge that is nothing but a script. */
const CHECK_SCRIPT = /_cf_chl_opt|AwsWafIntegration|gokuProps|_pxAppId|bobcmn|dd=\{'rt'/;
const CONSENT = /consent|cookie-?wall|gdpr|cookie-?notice-?page/i;
const CART =
  ':is(input[name^="updates["], input[name^="cart["], input[name^="qty["], input[name^="quantity["], .woocommerce-cart-form, [itemtype$="/Order"])';
const MAIL =
  ':is(form, [role=dialog], [role=main]):has([name=subject]):has(:is([name=to], [name=cc], [name=recipients]))';
const MAP =
  ':is(.leaflet-container, .ol-viewport, .mapboxgl-map, .maplibregl-map, .gm-style, .ymaps-map, iframe[src*="/maps/embed"])';
const VIDEO =
  ':is(video, [itemtype$="/VideoObject"], meta[property="og:type"][content^=video], iframe[src*="/embed/"][allowfullscreen])';
const FIELD =
  ':is(input:not([type=hidden], [type=submit], [type=button], [type=image], [type=search], [type=reset]), textarea, select)';
/** So many fields are filled in, where one or two are a search or a newsletter. */
const FIELDS = 4;

/** The nature of a page; `null` where it is one to read. Nothing of the page is changed or asked for. */
export function classifyPage(page: Document): Nature | null {
  if (hasAny(page, PAYMENT)) return 'payment';
  const chars = countText(page);
  if (chars < TEXT_CHARS) return findObstacle(page, chars) ?? findUse(page);
  return hasAny(page, CART) ? 'form' : null;
}

/** Whether a page is one on which Light never asks and never switches by itself. */
export function isPrivateNature(nature: Nature | null): boolean {
  return nature === 'login' || nature === 'payment';
}

export function isObstacle(nature: Nature | null): nature is Obstacle {
  return (OBSTACLES as readonly (string | null)[]).includes(nature);
}

function findObstacle(page: Document, chars: number): Obstacle | null {
  if (hasAny(page, PORTAL) || WISPR.test(page.documentElement?.outerHTML ?? '')) return 'portal';
  if (hasAny(page, CHECK) || scripts(page).some((text) => CHECK_SCRIPT.test(text))) return 'check';
  if (hasAny(page, LOGIN)) return 'login';
  return isConsent(page, chars) ? 'consent' : null;
}

/** A form for consent with nothing to read but what it says itself. */
function isConsent(page: Document, chars: number): boolean {
  const forms = findAll(page, 'form').filter(
    (form) =>
      CONSENT.test(['action', 'id', 'class', 'name'].map((name) => readAttribute(form, name)).join(' ')) &&
      hasAny(form, 'button, input[type=submit]'),
  );
  const [form] = forms;
  return form !== undefined && chars - countParagraphs(form) < TEXT_CHARS / 5;
}

function findUse(page: Document): Use | null {
  if (hasAny(page, CART) || hasAny(page, MAIL)) return 'form';
  if (hasAny(page, MAP)) return 'map';
  if (hasAny(page, VIDEO)) return 'video';
  const isForm = findAll(page, 'form').some((form) => findAll(form, FIELD).length >= FIELDS);
  if (isForm) return 'form';
  return hasAny(page, ':is([role=application], canvas)') ? 'app' : null;
}

function scripts(page: Document): string[] {
  return findAll(page, 'script:not([src])').map((script) => script.textContent ?? '');
}

function countText(page: Document): number {
  const [body] = findAll(page, 'body');
  return body ? countParagraphs(body) : 0;
}

/** Characters of running text: what a log-in or a check says of itself is short. */
function countParagraphs(within: Element): number {
  let chars = 0;
  for (const each of findAll(within, 'p, li, blockquote, dd, td, div, section, article')) {
    // Of a box only its own words: what stands in boxes below is counted there.
    const own = [...each.childNodes].filter(isInline).map((node) => node.textContent ?? '');
    const length = own.join('').replace(/\s+/g, ' ').trim().length;
    if (length >= PARAGRAPH_CHARS) chars += length;
  }
  return chars;
}

const INLINE = /^(a|abbr|b|bdi|cite|code|em|i|mark|q|small|span|strong|sub|sup|time|u|#text)$/i;

function isInline({ nodeName }: Node): boolean {
  return INLINE.test(nodeName);
}
