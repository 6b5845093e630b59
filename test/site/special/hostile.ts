// Pages that forbid, cover or fight what an extension does.
import { randomBytes } from 'node:crypto';
import { html } from '../reply.ts';
import { plain, type Specials } from './plain.ts';

const modal = `<dialog id="offer"><h2>Before you read on</h2><p>Take three months for the price of one.</p><form method="dialog"><button>No, thank you</button></form></dialog>
<script>addEventListener("load",function(){document.getElementById("offer").showModal()})</script>`;

const hostile = `<style>
html{overflow:hidden!important;font-size:2px!important;transform:rotate(12deg) scale(.2)!important;filter:invert(1) blur(3px)!important;visibility:hidden!important;position:fixed!important;height:0!important;opacity:.1!important;pointer-events:none!important}
body{position:absolute!important;inset:0!important;z-index:2147483647!important;background:#f0f!important}
html>*{display:none!important;opacity:0!important}html>body{display:block!important}
*{color:#f0f!important;font:2px monospace!important;letter-spacing:9px!important;direction:rtl!important;animation:spin 1s infinite!important}
[data-light=view],[data-light=prompt]{display:none!important;width:0!important;clip-path:inset(50%)!important}
@keyframes spin{to{transform:rotate(1turn)}}
@media print{*{display:none!important}}
</style>`;

const fights = `<script>setInterval(function(){var root=document.documentElement;Array.from(root.children).forEach(function(child){
if(child!==document.head&&child!==document.body){child.remove();window.removed=(window.removed||0)+1}})},50)</script>`;

/** What each way of throwing everything out does. \`kept\` is the page without whatever else has been added under html. */
const WAYS = {
  open: 'document.open();document.write(kept);document.close()',
  replace:
    'var copy=root.cloneNode(false);copy.append(document.head.cloneNode(true),document.body.cloneNode(true));root.replaceWith(copy)',
  inner: 'root.innerHTML=document.head.outerHTML+document.body.outerHTML',
};

const isWay = (name: string): name is keyof typeof WAYS => name in WAYS;

const throwsOut = (way: keyof typeof WAYS): string => `<script>window.throwOut=function(){
var root=document.documentElement;var kept="<!doctype html><html lang=en>"+document.head.outerHTML+document.body.outerHTML+"</html>";window.thrown=(window.thrown||0)+1;${WAYS[way]}}</script>`;

export const hostiles: Specials = {
  // `?violates`: with a script of its own that its policy forbids and reports.
  'strict-csp': ({ places, url }) => {
    const nonce = randomBytes(12).toString('base64');
    const policy = `default-src 'none'; img-src ${places.news}/favicon.ico; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; require-trusted-types-for 'script'; report-uri /csp-report`;
    const page = plain({
      places,
      title: 'Behind a strict policy',
      files: false,
      head: '<style>body{font:18px/1.6 serif}</style>',
    });
    // Browsers ask for /favicon.ico unasked; refused, it would be reported, and reports must be ours or nobody's.
    const signed = page
      .replace(/<(script|style)>/g, `<$1 nonce="${nonce}">`)
      .replace(/<link rel="icon"[^>]*>/, '');
    const whole = url.searchParams.has('violates')
      ? signed.replace('</body>', '<script>window.__ran=["unsigned"]</script></body>')
      : signed;
    return html(whole, { 'content-security-policy': policy, 'cache-control': 'no-cache' });
  },
  modal: ({ places }) => html(plain({ places, title: 'An offer first', after: modal })),
  hidden: ({ places }) =>
    html(plain({ places, title: 'Hidden from view', head: '<style>html{display:none!important}</style>' })),
  unset: ({ places }) =>
    html(plain({ places, title: 'All unset', head: '<style>*{all:unset!important}</style>' })),
  'hostile-styles': ({ places }) => html(plain({ places, title: 'Styles with intent', head: hostile })),
  fights: ({ places }) => html(plain({ places, title: 'A page that fights', head: fights })),
  'throws-out': ({ places, url }) => {
    const how = url.searchParams.get('how') ?? 'open';
    return html(plain({ places, title: 'Everybody out', head: throwsOut(isWay(how) ? how : 'open') }));
  },
};
