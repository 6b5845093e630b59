// The right titles, authors and dates of some real pages, looked up by eye in each page's own HTML.

export interface Known {
  /** Where the title stands in the page: a selector, with `@` and an attribute where it is not the element's text. */
  title?: string;
  /** The names of those who wrote it, in the page's order, without the site; `null` where the page names nobody: Readability takes its site, or a label, for one. */
  author?: string | null;
  /** The moment of the publication as the page gives it; a day where it gives, or shows, no more. */
  date?: string;
}

/** By the id of the page in the collection. What is not given is not known, or not said by the page. */
export const ANSWERS: Record<string, Known> = {
  'mz-bbc-1': { title: 'h1', author: null, date: '2015-07-24T05:36:09+01:00' },
  'mz-cnn': { title: 'h1', author: 'Ahiza Garcia', date: '2016-02-01' },
  'mz-guardian-1': { title: 'h1', author: 'Eleanor Ainge Roy', date: '2019-01-03T07:00:02Z' },
  'mz-heise': { title: 'h1', author: null, date: '2015-04-08' },
  'mz-lazy-image-1': { title: 'h1', author: 'Vincent Vallet', date: '2019-10-18T17:23:34Z' },
  'mz-lemonde-1': {
    title: 'h1',
    author: 'Martin Untersinger (avec Damien Leloup et Morgane Tual)',
    date: '2015-05-04T13:36:31+02:00',
  },
  'mz-liberation-1': { title: 'h1', author: 'AFP', date: '2015-04-30' },
  'mz-medicalnewstoday': { title: 'h1', author: 'Ana Sandoiu', date: '2017-07-27' },
  'mz-pixnet': { title: 'li.title h2', date: '2013-12-28' },
  'mz-qq': { title: 'h1', date: '2016-10-14' },
  'mz-theverge': { title: 'h1', author: 'Alex Heath', date: '2023-06-07T20:54:26Z' },
  'mz-wapo-1': { title: 'h1', author: 'Erin Cunningham', date: '2015-03-18' },
  'mz-wikipedia-3': { title: 'h1', author: 'Contributors to Wikimedia projects' },
  'mz-yahoo-4': { title: 'h1', author: null, date: '2017-03-09' },
  'aeb-20b2b649': { title: 'h1', author: 'rmb8090', date: '2017-11-23T10:00:33Z' },
  'aeb-21486419': { title: 'meta[property="og:title"]@content', date: '2015-03-30T02:40:29Z' },
  'aeb-360c732d': { title: 'h1', author: 'Anna Menin', date: '2019-11-20T09:22:35Z' },
  'aeb-624fcd90': { title: 'h1', author: 'Laura Mowat', date: '2019-11-19T10:48:00Z' },
  'aeb-7a664e40': {
    title: 'h1.content__title',
    author: 'Stefan Becket, Kathryn Watson, Grace Segers',
    date: '2019-11-20T06:07:01Z',
  },
  'aeb-ac1bfdd4': { title: 'h1', author: 'Ryan Reed', date: '2019-11-19T05:04:02Z' },
  'aeb-b37be353': { title: 'h1', author: 'The Associated Press', date: '2019-11-18T08:22:00-05:00' },
  'aeb-c90731f0': { title: 'h1', author: 'PTI', date: '2019-11-20T10:18:01+05:30' },
  'aeb-f105de6e': { title: 'h1', author: 'kei_eno', date: '2018-08-16T10:29:20Z' },
  'fd-fr-lemonde_2023_09_01': { title: 'h1', author: 'Bertrand Bissuel', date: '2023-08-30T14:52:08+02:00' },
  'fd-it-larepubblica_2025_01_05': {
    title: 'h1.story__title',
    author: 'Luca Monaco',
    date: '2025-01-05T14:44:14Z',
  },
  'fd-jp-asahishimbun_2025_01_13': {
    title: 'main h1',
    author: '渡辺洋介',
    date: '2025-01-13T21:37:00+09:00',
  },
  'fd-kr-hankookilbo_2026_07_12': { author: '박준석, 김태연', date: '2026-07-12T22:09:00+09:00' },
  'fd-ru-kommersant_2025_05_14': {
    title: 'h1',
    author: 'Андрей Колесников',
    date: '2025-05-14T20:28:12+03:00',
  },
  'fd-tr-ntvtr_2025_11_10': { title: 'h1', date: '2025-11-10T17:59:02+03:00' },
  'fd-ua-pravda_2026_01_08': {
    title: 'h1',
    author: 'Ярослав Кузишин, Антон Зелинский, Карина Гасимова',
    date: '2026-01-08T17:46:00+02:00',
  },
  'fd-vn-vnexpress_2025_10_22': { title: 'h1', author: 'Lê Phương', date: '2025-10-22T19:25:52+07:00' },
  'wx-2844': { title: 'h1' },
  'wx-2925': { title: 'h1' },
  'wx-3014': { title: 'title' },
  'wx-3076': { title: '#appHubAppName' },
  'wx-4271': { title: 'h1' },
  'wx-5374': { title: 'h1' },
  'wx-0521': { title: 'h1', author: 'Pippin06', date: '2023-12-30T19:23:12Z' },
  'om-bbc-arabic': { title: 'h1', author: 'كايلا إبستين وأنجليكا كاساس', date: '2024-03-03T13:52:13Z' },
  'rtl-fa-yjc': { title: 'h1', date: '2020-05-10T18:59:01+04:30' },
  'rtl-fa-khabaronline': { title: 'h1', date: '2020-02-18T03:25:00Z' },
  'rtl-ar-youm7': { title: 'h1', author: 'أسماء نصار', date: '2020-08-24T09:23:13Z' },
  'rtl-ar-albayan': { title: 'h1', date: '2020-06-03T03:01:00+04:00' },
};
