/** Knows the words that Chinese media put before a name to say what that person did. */

import type { CreditRole } from '../../core/article';

/** `other` is a label of something else: it ends what the label before it says. */
export type Label = CreditRole | 'source' | 'other';

/** By their ends, as desks and papers put their own names before them; the first that fits counts. */
const labels: readonly (readonly [Label, RegExp])[] = [
  [
    'other',
    /(?:图片|圖片|资料|資料|数据|數據|视频|素材|题图|封面|首图|图)(?:来源|來源)$|(?:联系|关于|推荐|热门)作者$|(?:告诉|采访|接受|面对|问|对|向|据|与|的|位|名)记者$/u,
  ],
  ['duty-editor', /(?:责任?编[辑缉]|責任?編輯|责任編輯|责编|責編|值班编辑|执行编辑)$|^责任$/u],
  ['editor', /(?:编辑|編輯|编缉|编校|编译|編譯|编稿|选稿|選稿)$/u],
  [
    'reviewer',
    /(?:编审|編審|审核|審核|审校|审签|签审|终审|終審|复审|复核|初审|[一二三四]审|审读|审稿|签发|主编|主編|总编|编委|值班主任)$/u,
  ],
  ['proofreader', /(?:校对|校對|校审|[一二三]校)$/u],
  ['producer', /(?:监制|監製|監制|监审|总监|策划|策劃|统筹|統籌|出品|出品人|制片|制片人)$/u],
  ['photographer', /^(?:摄影|攝影|摄|攝|图|圖|图片摄影)$|摄影(?:记者|师)$|攝影(?:記者|師)$/u],
  ['correspondent', /(?:通讯员|通訊員)$/u],
  ['reporter', /(?:记者|記者|特派员|特派員|^采访|^採訪)$/u],
  [
    'writer',
    /^(?:原|本文|文章|本期)?作者$|^(?:撰文|撰稿|撰稿人|采写|採寫|采访撰文|執筆|执笔|文字|文|图文|文图|文案|笔者|编撰)$/u,
  ],
  [
    'source',
    /^(?:信息|文章|稿件|新闻|消息|本文|内容|媒体|资讯|原文)?(?:来源|來源)(?:于|自)?$|^(?:稿源|出处|出處|文章出处|转自|转载自|供稿)$/u,
  ],
];

/** Null where the word is no label that is known. */
function labelOf(word: string): Label | null {
  const bare = word.replace(/\s/gu, '');
  return labels.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

export interface LabelledValue {
  label: Label;
  value: string;
  /** What stands before the label in its line. */
  before: string;
}

const anyLabel =
  /(?<![\u3400-\u9fff])(?<word>[\u3400-\u9fff]{1,14}|[\u3400-\u9fff]\s{1,2}[\u3400-\u9fff])\s*(?<mark>[:：|丨｜︱│┃/／])\s*/gu;
/** 编辑 周褶褶 ｜ 排版 魏蔚: in a short line a space marks a label well enough. */
const spaced =
  /(?<![\u3400-\u9fff])(?<word>[\u3400-\u9fff]{0,10}(?:编辑|編輯|记者|記者|通讯员|通訊員|作者|校对|校對|编审|审核|监制|摄影|责编|責編|撰文|采写|排版|来源|來源)|(?<=^\s*)[文图])[\s\u3000]+(?=[\u3400-\u9fff])/gu;
/** 文/图, 图/文: whoever made the pictures too has written the text. */
const both = /[文图圖摄]\s?[/／、&]\s?(?:[文图圖摄]|摄影|视频)(?![\u3400-\u9fff])/gu;
/** UTF-16 units. */
const longestSpaced = 70;

/** What a line says behind each label that it holds, in its order. */
export function readLabelledValues(text: string): LabelledValue[] {
  const whole = text.replace(both, '文');
  const line = whole.length <= longestSpaced ? whole.replace(spaced, '$<word>：') : whole;
  const marks = [...line.matchAll(anyLabel)].flatMap((match) => {
    const { word = '', mark = '' } = match.groups ?? {};
    // Only a colon makes a label of any word: a stroke parts names as well.
    const label = labelOf(word) ?? (/[:：]/u.test(mark) ? 'other' : null);
    return label === null ? [] : [{ label, start: match.index, end: match.index + match[0].length }];
  });
  return marks.map(({ label, start, end }, index) => ({
    label,
    value: line.slice(end, marks[index + 1]?.start ?? line.length),
    before: line.slice(0, start),
  }));
}
