/** What is kept, coded and noted on the tour, in each language. */

import type { Words } from '../reader';

export interface TourScript {
  /** BCP 47 of the browser. */
  language: 'en-US' | 'zh-CN' | 'zh-TW';
  /** The article that is annotated. */
  article: string;
  /** An article of the single-page application. */
  appArticle: string;
  /** A page that is no article. */
  notArticle: string;
  first: Words;
  noted: Words;
  overlapping: { outer: Words; inner: Words };
  plain: Words;
  late: Words;
  /** What the publisher rewrites, so that it is lost. */
  lost: Words;
  rewritten: string;
  /** A line that the article repeats, as an element of this kind before this place; an edit above it moves all of them. */
  repeated: { line: string; element: 'li' | 'p'; before: string; edited: string };
  /** With this edit the article names no address as its own. */
  nameless: Readonly<Record<string, string>>;
  codes: { first: string; noted: string; overlapping: string };
  /** Part of a code's path, typed into the picker. */
  partOfCode: string;
  note: string;
  longerNote: string;
  found: string;
  notFound: string;
}

export const englishScript: TourScript = {
  language: 'en-US',
  article: '/en/long-read.html',
  appArticle: '/app/a',
  notArticle: '/',
  first: { from: 'The people who sent the most water downhill', to: 'stood in it.' },
  noted: { from: 'Every bill would show', to: 'coloured in.' },
  overlapping: {
    outer: { from: 'In the autumn of 2021 Okoro', to: 'colour in every hard surface in town.' },
    inner: { from: 'an aerial survey from the fire service' },
  },
  plain: { from: 'Every figure would be public.' },
  late: { from: 'the driver will look round first' },
  lost: { from: 'and I have had letters from three water companies' },
  rewritten: 'and then I read it to everybody who came in',
  repeated: {
    line: 'Slow the water down before you send it on to the people who live below you.',
    element: 'li',
    before: '<li>Only then let it go, and know whose garden comes next.</li>',
    edited: 'Her advice hardly varied,',
  },
  nameless: { '<link rel="canonical" href="/en/long-read.html">': '' },
  codes: { first: 'argument/who pays', noted: 'policy/openness', overlapping: 'method/maps' },
  partOfCode: 'pol',
  note: 'The map again: compare with Okoro’s kitchen table.',
  longerNote: ' Ask the council for the first draft.',
  found: 'compare',
  notFound: 'umbrella',
};

export const chineseScript: TourScript = {
  language: 'zh-CN',
  article: '/zh/report.html',
  appArticle: '/app/c',
  notArticle: '/zh/list.html',
  first: { from: '行动开始的头四个月，', to: '到哪里去。' },
  noted: { from: '每段工程留下一成尾款', to: '水质稳定后才支付' },
  overlapping: {
    outer: { from: '退休会计辛怀瑾', to: '便拨通了监督电话。' },
    inner: { from: '第9公里处的绿化单价比相邻两段高出近三成' },
  },
  plain: { from: '以前是我们追着施工单位改，现在是他们追着我们来验。' },
  late: { from: '一针一针地缝一把值不了十块钱的伞' },
  lost: { from: '这河就成了一张画' },
  rewritten: '两岸反倒一天比一天冷清',
  repeated: {
    line: '河道清淤之后，每一段都要把水账、钱账和人心账一并公示出来，请两岸居民来评。',
    element: 'p',
    before: '<p class="name">记者 闻知夏',
    edited: '8月底的评议会',
  },
  nameless: {},
  codes: { first: '治理/查清来水', noted: '资金/尾款', overlapping: '参与/居民监督' },
  partOfCode: '资',
  note: '和去年的预算报告对照着看：尾款比例是一成还是一成半？',
  longerNote: '再问一问财政局。',
  found: '预算报告',
  notFound: '雨伞',
};

/** The same, in an interface in traditional characters. */
export const traditionalScript: TourScript = { ...chineseScript, language: 'zh-TW' };
