/** Forty groups of addresses, written from the rules that news sites follow: which pages are one article, and which beside them are not. */

import { type AddressGroup, addressForms, at } from './address-forms';

const trackers: AddressGroup[] = [
  {
    name: 'campaigns and click ids',
    article: at(
      'https://times.example/a/1',
      'https://times.example/a/1?utm_source=x&utm_medium=y&fbclid=z',
      'https://times.example/a/1?gclid=1&mc_cid=2&at_medium=3#comments',
    ),
    others: at('https://times.example/a/2?utm_source=x'),
  },
  {
    name: 'a WeChat article, whose four names choose it',
    article: at(
      'https://mp.weixin.qq.com/s?__biz=MzA1&mid=2650&idx=1&sn=ab12',
      'https://mp.weixin.qq.com/s?__biz=MzA1&mid=2650&idx=1&sn=ab12&chksm=99&scene=21&sessionid=0#wechat_redirect',
      'http://mp.weixin.qq.com/s?sn=ab12&idx=1&mid=2650&__biz=MzA1&mpshare=1&srcid=0917',
    ),
    others: at('https://mp.weixin.qq.com/s?__biz=MzA1&mid=2650&idx=2&sn=cd34&scene=21'),
  },
  {
    name: 'what a portal adds when a link is shared',
    article: at(
      'https://www.163.com/dy/article/JK1ABCDE0512.html',
      'https://www.163.com/dy/article/JK1ABCDE0512.html?f=post2020_dy_recommends&spss=dy_author',
      'https://m.163.com/dy/article/JK1ABCDE0512.html?clickfrom=w_yw',
    ),
    others: at('https://www.163.com/dy/article/JK1ABCDF0512.html?f=post2020_dy_recommends'),
  },
  {
    name: 'where a search engine sent the reader from',
    article: at(
      'https://baijiahao.baidu.com/s?id=1843512345678901234',
      'https://baijiahao.baidu.com/s?id=1843512345678901234&wfr=spider&for=pc',
    ),
    others: at('https://baijiahao.baidu.com/s?id=1843512345678901235&wfr=spider&for=pc'),
  },
  {
    name: 'a WeChat surface in `from`',
    article: at(
      'https://county.example/p/88.html',
      'https://county.example/p/88.html?from=timeline&isappinstalled=0',
      'https://county.example/p/88.html?from=groupmessage',
    ),
    others: at('https://county.example/p/89.html?from=timeline'),
  },
  {
    name: 'a share token of a social site, and a time that means something at another',
    article: at(
      'https://x.com/paper/status/1968000000000000001',
      'https://x.com/paper/status/1968000000000000001?t=abc&s=20',
    ),
    others: at('https://x.com/paper/status/1968000000000000002?t=abc&s=20'),
  },
  {
    name: 'a tracker that nobody has listed, where the page names the address without it',
    article: [
      { at: 'https://times.example/world/river-runs-clear-2025?ref=home_3' },
      { at: 'https://times.example/world/river-runs-clear-2025' },
      {
        at: 'https://times.example/world/river-runs-clear-2025?ref=newsletter_9',
        canonical: 'https://times.example/world/river-runs-clear-2025',
      },
    ].map((page) =>
      page.at.includes('?')
        ? { ...page, canonical: 'https://times.example/world/river-runs-clear-2025' }
        : page,
    ),
    others: at('https://times.example/world/river-runs-dry-2025?ref=home_3'),
  },
];

const canonicals: AddressGroup[] = [
  {
    name: 'every page names the front page',
    article: [{ at: 'https://bad.example/n/70001.html', canonical: 'https://bad.example/' }],
    others: [
      { at: 'https://bad.example/n/70002.html', canonical: 'https://bad.example/' },
      { at: 'https://bad.example/' },
    ],
  },
  {
    name: 'every page names its list',
    article: [{ at: 'https://bad.example/city/n/70001.html', canonical: 'https://bad.example/city' }],
    others: [
      { at: 'https://bad.example/city/n/70002.html', canonical: 'https://bad.example/city' },
      { at: 'https://bad.example/city' },
    ],
  },
  {
    name: 'every page names one article, as a template that was copied does',
    article: [{ at: 'https://bad.example/n/70001.html', canonical: 'https://bad.example/n/60000.html' }],
    others: [
      { at: 'https://bad.example/n/70002.html', canonical: 'https://bad.example/n/60000.html' },
      { at: 'https://bad.example/n/60000.html' },
    ],
  },
  {
    name: 'the page drops the number that chooses the article',
    article: [{ at: 'https://bad.example/view.do?id=501', canonical: 'https://bad.example/view.do' }],
    others: [
      { at: 'https://bad.example/view.do?id=502', canonical: 'https://bad.example/view.do' },
      { at: 'https://bad.example/view.do' },
    ],
  },
  {
    name: 'an agency’s text with a comment of the outlet’s own, naming the agency',
    article: [
      {
        at: 'https://outlet.example/wire/river-runs-clear-again',
        canonical: 'https://agency.example/river-runs-clear-again',
      },
    ],
    others: [{ at: 'https://agency.example/river-runs-clear-again', text: 'the article' }],
  },
  {
    name: 'blogs of different people under one domain',
    article: at('https://anna.blogspot.com/2025/09/river-runs-clear-again.html'),
    others: [
      {
        at: 'https://mallory.blogspot.com/2025/09/river-runs-clear-again.html',
        canonical: 'https://anna.blogspot.com/2025/09/river-runs-clear-again.html',
      },
    ],
  },
  {
    name: 'the next page of an article names the first',
    article: [{ at: 'https://long.example/story/the-long-river-story' }],
    others: [
      {
        at: 'https://long.example/story/the-long-river-story?page=2',
        canonical: 'https://long.example/story/the-long-river-story',
      },
      {
        at: 'https://long.example/t20250917_5566778_2.html',
        canonical: 'https://long.example/t20250917_5566778.html',
      },
      { at: 'https://long.example/t20250917_5566778.html' },
    ],
  },
  {
    name: 'an address with a slug, and the short one that leads to it',
    article: [
      { at: 'https://good.example/news/80012345/river-runs-clear-again' },
      {
        at: 'https://good.example/80012345',
        canonical: 'https://good.example/news/80012345/river-runs-clear-again',
      },
    ],
    others: [{ at: 'https://good.example/80012346' }],
  },
];

const meaningful: AddressGroup[] = [
  {
    name: '`source` chooses the edition',
    article: at('https://wire.example/doc?source=xinhua&n=5', 'https://wire.example/doc?n=5&source=xinhua'),
    others: at('https://wire.example/doc?source=reuters&n=5', 'https://wire.example/doc?n=5'),
  },
  {
    name: '`src` chooses the paper',
    article: at('https://epaper.example/read?src=0917A01'),
    others: at('https://epaper.example/read?src=0917A02', 'https://epaper.example/read'),
  },
  {
    name: '`t` chooses the text',
    article: at('https://gov.example/policy?t=1024', 'https://gov.example/policy?t=1024&utm_source=wx'),
    others: at('https://gov.example/policy?t=1025'),
  },
  {
    name: '`source` is a tracker at one site and not at its neighbour',
    article: at('https://medium.com/p/abcdef123456', 'https://medium.com/p/abcdef123456?source=friends_link'),
    others: at('https://median.example/p/abcdef123456?source=friends_link'),
  },
  {
    name: '`from` is a town',
    article: at('https://trains.example/report?from=chongqing'),
    others: at('https://trains.example/report?from=chengdu', 'https://trains.example/report?from=timeline'),
  },
];

export const addressGroups: readonly AddressGroup[] = [
  ...addressForms,
  ...trackers,
  ...canonicals,
  ...meaningful,
];
