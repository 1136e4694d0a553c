/** Groups of addresses that are forms of one article: AMP, mobile, print. */

export interface GroupedPage {
  at: string;
  /** What the page names as its own address, where it names another. */
  canonical?: string;
  /** Two pages say the same where this is the same; the article's own text unless told. */
  text?: string;
}

export interface AddressGroup {
  name: string;
  article: readonly GroupedPage[];
  /** Each of these is something else, with a text of its own unless told. */
  others: readonly GroupedPage[];
}

export const at = (...addresses: string[]): GroupedPage[] => addresses.map((address) => ({ at: address }));

const amp: AddressGroup[] = [
  {
    name: 'AMP as the last folder',
    article: at(
      'https://www.courier.example/2025/09/river-runs-clear-again/',
      'https://www.courier.example/2025/09/river-runs-clear-again/amp/',
    ),
    others: at('https://www.courier.example/2025/09/', 'https://www.courier.example/2025/09/amp/'),
  },
  {
    name: 'AMP as the first folder',
    article: at('https://news.example/uk-politics-66812345', 'https://news.example/amp/uk-politics-66812345'),
    others: at('https://news.example/amp', 'https://news.example/uk-politics-66812346'),
  },
  {
    name: 'AMP as a host',
    article: at(
      'https://www.guard.example/world/2025/sep/17/river-runs-clear',
      'https://amp.guard.example/world/2025/sep/17/river-runs-clear',
    ),
    others: at('https://amp.guard.example/world/2025/sep/17/river-runs-dry-here'),
  },
  {
    name: 'AMP as a parameter',
    article: at(
      'https://post.example/story/a1b2c3d4e5f6',
      'https://post.example/story/a1b2c3d4e5f6?amp=1',
      'https://post.example/story/a1b2c3d4e5f6?outputType=amp',
    ),
    others: at('https://post.example/story/a1b2c3d4e5f7?amp=1'),
  },
  {
    name: 'AMP as an ending',
    article: at(
      'https://tele.example/news/river-2025-0917.html',
      'https://tele.example/news/river-2025-0917.amp.html',
    ),
    others: at('https://tele.example/news/river-2025-0918.html'),
  },
  {
    name: 'AMP in the cache of a search engine',
    article: at(
      'https://www.courier.example/a/river-runs-clear-again',
      'https://www-courier-example.cdn.ampproject.org/c/s/www.courier.example/a/river-runs-clear-again',
      'https://www.google.com/amp/s/www.courier.example/a/river-runs-clear-again/amp',
    ),
    others: at('https://www.google.com/amp/s/www.gazette.example/a/river-runs-clear-again'),
  },
  {
    name: 'AMP whose address is built otherwise, with the canonical that the format demands',
    article: [
      { at: 'https://www.gazette.example/news/river-runs-clear-n1234567' },
      {
        at: 'https://www.gazette.example/mobile/amp.php?doc=1234567',
        canonical: 'https://www.gazette.example/news/river-runs-clear-n1234567',
      },
    ],
    others: [
      {
        at: 'https://www.gazette.example/mobile/amp.php?doc=1234568',
        canonical: 'https://www.gazette.example/news/another-thing-altogether-n1234568',
      },
    ],
  },
  {
    name: 'an article that is about an amp',
    article: at('https://guitar.example/reviews/amp'),
    others: at('https://guitar.example/reviews', 'https://guitar.example/reviews/print'),
  },
];

const mobile: AddressGroup[] = [
  {
    name: 'm. and www.',
    article: at('https://www.sohu.com/a/912345678_121123', 'https://m.sohu.com/a/912345678_121123'),
    others: at('https://m.sohu.com/a/912345679_121123'),
  },
  {
    name: 'wap., 3g. and no prefix at all',
    article: at(
      'http://wap.county.example/n/20250917/c1-40012.html',
      'http://3g.county.example/n/20250917/c1-40012.html',
      'http://county.example/n/20250917/c1-40012.html',
    ),
    others: at('http://county.example/n/20250917/c1-40013.html'),
  },
  {
    name: 'm. inside the host',
    article: at(
      'https://en.wiki.example/wiki/Old_River_2025',
      'https://en.m.wiki.example/wiki/Old_River_2025',
    ),
    others: at('https://de.wiki.example/wiki/Old_River_2025'),
  },
  {
    name: 'a mobile folder',
    article: at('https://local.example/article/10023456', 'https://local.example/mobile/article/10023456'),
    others: at('https://local.example/mobile/article/10023457', 'https://local.example/mobile'),
  },
  {
    name: 'a mobile site of its own, which names the other as its own',
    article: [
      { at: 'https://new.qq.com/rain/a/20250917A01BCD00' },
      {
        at: 'https://view.inews.qq.com/a/20250917A01BCD00?shareto=wx',
        canonical: 'https://new.qq.com/rain/a/20250917A01BCD00',
      },
    ],
    others: [{ at: 'https://view.inews.qq.com/a/20250917A01BCE00' }],
  },
  {
    name: 'a mobile site under another domain',
    article: [
      { at: 'https://news.sina.com.cn/c/2025-09-17/doc-infqabcd1234567.shtml' },
      {
        at: 'https://news.sina.cn/gn/2025-09-17/detail-infqabcd1234567.d.html?vt=4',
        canonical: 'https://news.sina.com.cn/c/2025-09-17/doc-infqabcd1234567.shtml',
      },
    ],
    others: [],
  },
  {
    name: 'http and https, with and without a slash or an index',
    article: at(
      'http://www.town.example/news/story-of-a-river/',
      'https://www.town.example/news/story-of-a-river',
      'https://town.example/news/story-of-a-river/index.html',
    ),
    others: at('https://www.town.example/news/', 'https://sport.town.example/news/story-of-a-river'),
  },
];

const print: AddressGroup[] = [
  {
    name: 'print as the last folder',
    article: at(
      'https://daily.example/2025/09/17/a-river-comes-back',
      'https://daily.example/2025/09/17/a-river-comes-back/print/',
    ),
    others: at('https://daily.example/2025/09/17/a-river-goes-away/print/'),
  },
  {
    name: 'print as a parameter',
    article: at(
      'https://daily.example/show.php?id=77',
      'https://daily.example/show.php?id=77&print=1',
      'https://daily.example/show.php?id=77&view=print',
    ),
    others: at('https://daily.example/show.php?id=78&print=1', 'https://daily.example/show.php'),
  },
  {
    name: 'print as a folder in front',
    article: at('https://daily.example/archive/123456', 'https://daily.example/print/archive/123456'),
    others: at('https://daily.example/print/archive/123457'),
  },
  {
    name: 'print as an ending',
    article: at(
      'https://daily.example/t20250917_5566778.html',
      'https://daily.example/t20250917_5566778-print.html',
    ),
    others: at('https://daily.example/t20250917_5566779-print.html'),
  },
  {
    name: 'a print page with a number of its own and no word of the article',
    article: at(
      'https://old.example/story/river-comes-back-to-town',
      'https://old.example/printpage?p=99&o=3',
    ),
    others: at('https://old.example/printpage?p=98&o=3'),
  },
];

export const addressForms: readonly AddressGroup[] = [...amp, ...mobile, ...print];
