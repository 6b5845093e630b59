import {
  classifyPage,
  isObstacle,
  isPrivateNature,
  type Nature,
} from '../../src/light/page/classify-page.ts';

const toPage = (body: string, head = '') =>
  new DOMParser().parseFromString(`<!doctype html><head>${head}</head><body>${body}</body>`, 'text/html');

const TEXT = `<p>${'The rain was measured again in the morning, and again at noon. '.repeat(40)}</p>`;
const FA = `<p>${'بارانِ دره را هر بامداد می‌سنجند و در دفتری می‌نویسند که از پدران مانده است. '.repeat(40)}</p>`;
const field = (attributes: string) => `<input ${attributes}>`;
const form = (inner: string, attributes = '') =>
  `<form method=post ${attributes}>${inner}<button>OK</button></form>`;

const PAGES: [string, Nature | null, string, string?][] = [
  ['an article', null, TEXT],
  ['a Persian article', null, FA],
  ['an article with a log-in folded away in its head', null, form(field('type=password')) + TEXT],
  ['an article with a captcha below its comments', null, `${TEXT}<div class="g-recaptcha"></div>`],
  ['an article with its video', null, `<video src=a.mp4></video>${TEXT}`],
  ['an article with a form for a newsletter', null, TEXT + form(field('type=email name=mail'))],
  ['an empty page', null, ''],
  ['a log-in', 'login', `<h1>Sign in</h1>${form(field('name=user') + field('type=password'))}`],
  [
    'a Persian log-in',
    'login',
    `<h1>ورود به حساب</h1>${form(`<label>گذرواژه ${field('type=password name=p')}</label>`)}`,
  ],
  [
    'a Chinese log-in by a code',
    'login',
    `<h1>登录</h1>${form(`验证码 ${field('autocomplete=one-time-code')}`)}`,
  ],
  ['a log-in by a passkey', 'login', form(field('autocomplete="username webauthn"'))],
  ['a payment', 'payment', form(field('autocomplete=cc-number') + field('autocomplete=cc-csc'))],
  ['a Turkish payment', 'payment', `<h1>Ödeme</h1>${form(`Kart numarası ${field('name=cardNumber')}`)}`],
  ['a payment below a long contract', 'payment', TEXT + form(field('autocomplete="billing cc-number"'))],
  [
    'a payment that asks to log in',
    'payment',
    form(field('type=password') + field('autocomplete=cc-number')),
  ],
  [
    '“Just a moment…”',
    'check',
    '<div id="challenge-error-text">Enable JavaScript and cookies to continue</div>',
  ],
  ['«Один момент…»', 'check', '<h1>Один момент…</h1><script>window._cf_chl_opt={cvId:"3"}</script>'],
  ['a captcha', 'check', '<h1>Are you a robot?</h1><div class="h-captcha" data-sitekey=a></div>'],
  [
    'a captcha of letters in a picture',
    'check',
    form('<img src="/captcha.php?id=1">کد امنیتی <input name=code>'),
  ],
  ['a captcha in a frame', 'check', '<iframe src="https://geo.captcha-delivery.com/captcha/?a=b"></iframe>'],
  [
    'a proof of work',
    'check',
    '<h1>Making sure you’re not a bot!</h1><script id=anubis_challenge type=application/json>{}</script>',
  ],
  [
    'consent',
    'consent',
    `<h1>Before you continue</h1>${form('We use cookies to deliver our services.', 'action="/save-consent"')}`,
  ],
  [
    'German consent',
    'consent',
    form(`<p>${'Wir und unsere Partner verarbeiten Ihre Daten. '.repeat(6)}</p>`, 'class="consent-form"'),
  ],
  ['an article with a cookie banner', null, form('Cookies?', 'class="consent"') + TEXT],
  [
    'a captive portal (WISPr)',
    'portal',
    `<!--<WISPAccessGatewayParam></WISPAccessGatewayParam>-->${form(field('type=password'))}`,
  ],
  [
    'a captive portal (MikroTik)',
    'portal',
    form(`${field('type=hidden name=dst')}${field('type=hidden name=popup')}${field('type=password')}`),
  ],
  [
    'a captive portal of a hotel, in Arabic',
    'portal',
    `<h1>مرحبا بكم</h1>${form(field('type=hidden name=uamip'))}`,
  ],
  ['a cart', 'form', form('<p>Rain gauge</p><input name="updates[]" value=2>')],
  ['a cart with long reviews', 'form', TEXT + form('<input name="cart[7][qty]" value=1>')],
  [
    'a mail that is written',
    'form',
    form(`${field('name=to') + field('name=subject')}<textarea name=body></textarea>`),
  ],
  [
    'an application for a permit',
    'form',
    form(`${field('name=a') + field('name=b') + field('name=c')}<select name=d></select>`),
  ],
  ['a map', 'map', '<h1>Where we are</h1><div class="leaflet-container"></div>'],
  ['a video', 'video', '<h1>The rain, filmed</h1><video src=a.mp4></video>'],
  [
    'a page that says it is a video',
    'video',
    '<h1>Film</h1>',
    '<meta property="og:type" content="video.other">',
  ],
  ['a drawing board', 'app', '<canvas></canvas>'],
  ['a search', null, '<form><input type=search name=q></form>'],
];

test.each(PAGES)('%s is %s', (...[, nature, body, head]) => {
  expect(classifyPage(toPage(body, head))).toBe(nature);
});

test('it changes nothing of the page', () => {
  for (const [, , body, head] of PAGES) {
    const page = toPage(body, head);
    const before = page.documentElement.outerHTML;
    classifyPage(page);
    expect(page.documentElement.outerHTML).toBe(before);
  }
});

test('a page whose elements bear the names of what is asked of it is read all the same', () => {
  const page = toPage(
    '<form name=querySelectorAll></form><form name=querySelector></form><input type=password>',
  );
  expect(classifyPage(page)).toBe('login');
});

test.each<[Nature | null, boolean, boolean]>([
  ['login', true, true],
  ['payment', true, true],
  ['check', true, false],
  ['form', false, false],
  [null, false, false],
])('%s: obstacle %s, private %s', (nature, obstacle, isPrivate) => {
  expect([isObstacle(nature), isPrivateNature(nature)]).toEqual([obstacle, isPrivate]);
});
