// The style sheet of the test site.

/** The look of every page. */
export const BASE = `
:root{--ink:#1c1b19;--soft:#6b665d;--line:#d9d4c8;--paper:#fbf9f4;--accent:#8c1d18;--wash:#f0ebe0}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:18px/1.6 "Ledger Serif",Georgia,"Times New Roman",serif}
:lang(fa) body,:lang(ar) body,body:lang(fa),body:lang(ar){font-family:"Ledger Naskh","Vazirmatn","Noto Naskh Arabic",Tahoma,serif;line-height:1.9}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.15em}a:hover{color:var(--accent)}
img,video,iframe{max-width:100%;display:block;border:0}img{height:auto}
h1,h2,h3{line-height:1.2;text-wrap:balance}
button{font:600 .8rem/1 "Ledger Sans",system-ui,sans-serif;padding:.7em 1.1em;border:1px solid var(--ink);background:none;color:inherit;cursor:pointer}
.skip{position:absolute;inset-inline-start:-99rem}.skip:focus{inset-inline-start:1rem}
.top{border-bottom:3px double var(--ink);text-align:center;padding:1rem}
.top .name{font-size:2.6rem;font-weight:700;letter-spacing:-.02em;text-decoration:none;display:inline-block}
.top .motto{margin:0;color:var(--soft);font-style:italic;font-size:.85rem}
.top .logo{margin:0 auto .3rem;width:40px;height:40px;border-radius:50%}
.nav{border-bottom:1px solid var(--line);position:sticky;top:0;background:var(--paper);z-index:2}
.nav ul{display:flex;flex-wrap:wrap;justify-content:center;gap:.3rem 1.8rem;list-style:none;margin:0;padding:.6rem 1rem;font:600 .85rem/1.4 "Ledger Sans",system-ui,sans-serif}
.nav a{text-decoration:none}
.ticker{background:var(--wash);font:.8rem/1.4 "Ledger Sans",system-ui,sans-serif;padding:.4rem 1rem;text-align:center;color:var(--soft)}
.wrap{max-width:1120px;margin:0 auto;padding:1.5rem 1rem;display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:3rem}
.side{font-size:.9rem}
.side h2,.rail h2{font:700 .8rem/1.2 "Ledger Sans",system-ui,sans-serif;text-transform:uppercase;letter-spacing:.06em;border-top:2px solid var(--ink);padding-top:.6rem;margin:0 0 .8rem}
.side section{margin-bottom:2rem}
.side ol{list-style:none;margin:0;padding:0}.side li{display:grid;grid-template-columns:72px 1fr;gap:.8rem;padding:.6rem 0;border-bottom:1px solid var(--line);line-height:1.35}
.ad{background:var(--wash);color:var(--soft);font:.7rem/1 "Ledger Sans",system-ui,sans-serif;text-align:center;padding:.6rem;margin:1.5rem 0}
.ad iframe{margin:.5rem auto 0}
.letter{background:var(--ink);color:var(--paper);padding:1.2rem}.letter h2{border-color:var(--paper)}
.letter input{width:100%;padding:.6rem;border:0;margin-bottom:.6rem;font:inherit}.letter button{border-color:var(--paper)}
.cookies{position:fixed;inset:auto 0 0;background:#fff;border-top:1px solid var(--ink);padding:1rem;display:none;gap:1rem;justify-content:center;align-items:center;flex-wrap:wrap;font:.85rem/1.4 "Ledger Sans",system-ui,sans-serif;z-index:3}
.cookies.is-open{display:flex}.cookies p{margin:0}
.foot{border-top:3px double var(--ink);padding:2rem 1rem;text-align:center;font-size:.8rem;color:var(--soft)}
.foot ul{display:flex;gap:1.5rem;justify-content:center;list-style:none;padding:0}
.foot .partners{display:flex;gap:1rem;justify-content:center;margin-top:1rem}.foot .partners img{width:64px;height:28px;object-fit:cover;filter:grayscale(1);opacity:.6}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(220px,1fr));gap:1.8rem;padding:0;margin:0;list-style:none}
.cards h3{margin:.6rem 0 .3rem;font-size:1.1rem}.cards p{margin:0;font-size:.88rem;color:var(--soft);line-height:1.45}.cards a{text-decoration:none}
.cards img,.hero img{width:100%;aspect-ratio:16/9;object-fit:cover;background:var(--wash)}
.kicker{font:700 .75rem/1 "Ledger Sans",system-ui,sans-serif;color:var(--accent);text-transform:uppercase;letter-spacing:.06em;text-decoration:none}
.hero{display:grid;grid-template-columns:1.4fr 1fr;gap:2rem;border-bottom:1px solid var(--line);padding-bottom:2rem;margin-bottom:2rem}
.hero h2{font-size:2.2rem;margin:.5rem 0}.hero a{text-decoration:none}
.rail{border-top:1px solid var(--line);padding-top:1rem;margin-top:2.5rem}
.pixel{position:absolute;width:1px;height:1px}
@media(max-width:860px){.wrap,.hero{grid-template-columns:1fr}.top .name{font-size:1.9rem}}
`;

/** What only a page with an article needs. */
export const ARTICLE = `
.story{max-width:680px}
.story>header h1{font-size:2.6rem;margin:.6rem 0}
.story .standfirst{font-size:1.2rem;color:var(--soft);margin:0 0 1.2rem;line-height:1.5}
.meta{display:flex;flex-wrap:wrap;gap:.3rem 1rem;align-items:center;border-block:1px solid var(--line);padding:.6rem 0;font:.85rem/1.4 "Ledger Sans",system-ui,sans-serif;color:var(--soft)}
.meta img{width:36px;height:36px;border-radius:50%}.meta .author{color:var(--ink);font-weight:600}
.share{display:flex;gap:.6rem;margin:1rem 0;padding:0;list-style:none;font:.75rem/1 "Ledger Sans",system-ui,sans-serif}.share img{width:18px;height:18px;display:inline;vertical-align:middle}
.story figure{margin:2rem 0}.story figure img{width:100%;aspect-ratio:16/9;object-fit:cover;background:var(--wash)}
.story figcaption,caption{font:.82rem/1.4 "Ledger Sans",system-ui,sans-serif;color:var(--soft);padding:.5rem 0;text-align:start}
.story blockquote{margin:2rem 0;padding-inline-start:1.4rem;border-inline-start:4px solid var(--accent);font-size:1.25rem;font-style:italic}
.story blockquote footer{font-size:.85rem;font-style:normal;color:var(--soft)}
.story table{border-collapse:collapse;width:100%;font:.88rem/1.4 "Ledger Sans",system-ui,sans-serif;margin:1.5rem 0}
.story th,.story td{border-bottom:1px solid var(--line);padding:.5rem;text-align:start}.story th{border-bottom-color:var(--ink)}
.story pre{background:var(--wash);padding:1rem;overflow:auto;font-size:.85rem}
.promo{border:1px solid var(--accent);padding:1.2rem;margin:2rem 0;font:.95rem/1.5 "Ledger Sans",system-ui,sans-serif}.promo h3{margin:0 0 .4rem;color:var(--accent)}.promo p{margin:0 0 .8rem}
.comments ol{list-style:none;padding:0}.comments li{border-top:1px solid var(--line);padding:.8rem 0;font-size:.95rem}.comments b{font:600 .85rem/1 "Ledger Sans",system-ui,sans-serif}
.gallery ul{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem;padding:0;list-style:none}.gallery figure{margin:0}.gallery figcaption{font-size:.75rem}
`;

/** The only place that says that a Persian culture page runs from right to left. */
export const RTL = `
html.edition-right{direction:rtl}
html.edition-right .top,html.edition-right .foot{text-align:center}
`;

export function fontFaces(origin: string): string {
  const face = (family: string, weight: number, file: string) =>
    `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${origin}/fonts/${file}) format("truetype")}\n`;
  return [
    face('Ledger Serif', 400, 'ledger-serif-400-28k.ttf'),
    face('Ledger Serif', 700, 'ledger-serif-700-30k.ttf'),
    face('Ledger Sans', 600, 'ledger-sans-600-26k.ttf'),
    face('Ledger Sans', 400, 'ledger-sans-400-26k.ttf'),
    face('Ledger Naskh', 400, 'ledger-naskh-400-34k.ttf'),
  ].join('');
}
