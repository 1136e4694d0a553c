/** Reads the lines in which Chinese media say who made an article and where it comes from. */

import type { Credit, CreditRole } from '../../core/article';
import { readChineseNames, readPenName } from './person-names';
import { beginsWithSurname } from './surnames';

export interface ChineseCredits {
  credits: Credit[];
  /** 来源; the first that is named. */
  source: string | null;
}

type Label = CreditRole | 'source' | 'other';

const labels: readonly (readonly [Label, RegExp])[] = [
  ['duty-editor', /^(?:责任?编辑|責任?編輯|责编|責編|值班编辑|责任编缉|执行编辑|责任)$/u],
  ['editor', /^(?:[\u3400-\u9fff]{0,4}编辑|[\u3400-\u9fff]{0,4}編輯|编缉|编校|编译|编稿|选稿|選稿)$/u],
  [
    'reviewer',
    /^(?:编审|編審|审核|審核|审校|终审|复审|初审|二审|三审|审读|签发|主编|主編|编委|值班主任|值班总编|栏目主编)$/u,
  ],
  ['proofreader', /^(?:校对|校對|校审|责任校对)$/u],
  ['producer', /^(?:总?监制|總?監製|监审|策划|统筹|出品人?|制片人?)$/u],
  ['photographer', /^(?:摄影|攝影|摄|图片摄影|图)$/u],
  ['correspondent', /^(?:特约)?(?:通讯员|通訊員)$/u],
  ['reporter', /^[\u3400-\u9fff]{0,6}(?:记者|記者)$/u],
  [
    'writer',
    /^(?:作者|原作者|本文作者|文章作者|撰文|撰稿人?|采写|执笔|文字|文|文案|撰稿|笔者|编撰|作\s?者)$/u,
  ],
  [
    'source',
    /^(?:来\s?源|來\s?源|稿源|信息来源|文章来源|稿件来源|新闻来源|消息来源|本文来源|出处|出處|转自|转载自|供稿|来源于|内容来源|媒体来源)$/u,
  ],
];
const allLabels = String.raw`责任?编辑|責任?編輯|责编|責編|执行编辑|值班编辑|(?:见习|网络|图片|流程|新媒体|视觉|实习|版面|本文|本期)?(?:编辑|編輯)|编缉|编校|编译|编稿|选稿|選稿|编审|編審|审核|審核|审校|终审|复审|初审|二审|三审|审读|签发|(?:栏目)?主编|主編|编委|值班(?:主任|总编)|(?:责任)?校对|校對|校审|总?监制|總?監製|监审|策划|统筹|出品人?|制片人?|摄影|攝影|摄|(?:特约)?(?:通讯员|通訊員)|(?:[\u3400-\u9fff]{0,4})(?:记者|記者)|原?作\s?者|本文作者|文章作者|撰文|撰稿人?|采写|执笔|文字|文案|文|(?:信息|文章|稿件|新闻|消息|本文|内容|媒体)?来\s?源|來\s?源|稿源|出处|出處|转自|供稿|发布(?:时间|日期|者|人|单位)?|发表(?:时间|于)?|更新(?:时间|日期)?|(?:发稿)?(?:时间|日期)|浏览(?:次数|量)?|点击(?:次数|量|数)?|阅读(?:次数|量)?|字体|字号|字體|字號|分享(?:到)?|评论|打印|收藏|关注|参与|关键词|标签|版面|栏目|分类|标题|原标题|原题|视频|图片|字数|邮箱|电话|投稿|声明|新浪微博|微信`;
const mark = String.raw`\s*[:：|丨｜︱│┃/／]\s*`;
const labelled = new RegExp(String.raw`(?<![\u3400-\u9fff])(?<label>${allLabels})${mark}`, 'gu');
const spaced = new RegExp(String.raw`^((?:${allLabels}))[\s\u3000]+([\u3400-\u9fff].*)$`, 'u');
/** Pictures and figures have sources of their own. */
const otherSource = /(?:图片|圖片|资料|数据|视频|素材|题图|图|封面图?|首图)\s*$/u;
const date = /(?:19|20)\d\d\s?[-年./]\s?\d{1,2}/u;
const day = String.raw`(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}日?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?`;
const outletName = String.raw`(?!来自|发布|发表|阅读|评论|字体|浏览|分享|星期|时间|更新|字号|原创|记者|作者)[\p{Script=Han}《》·A-Za-z][\p{Script=Han}《》·A-Za-z0-9-]{1,15}`;
/** Nothing but a date and a name: 2019-09-26 10:56 证券时报网, 原创 39健康网 2024-04-23 */
const afterDate = new RegExp(String.raw`^${day}[\s·|]*(${outletName})(?=$|[\s[［【(（])`, 'u');
const beforeDate = new RegExp(
  String.raw`^(?:原创|转载)?\s*[:：]?\s*((?!\d{4})\d{0,3}${outletName}?)[\s·|]*${day}$`,
  'u',
);
/** 来源CSDN| */
const bareSource = /(?:^|[\s|｜])(?:来源|來源)\s?([^\s:：|｜，。]{2,16})(?=[\s|｜]|$)/u;
/** （记者 苏展）, (新华社记者张三、李四), 〔記者王小明／台北報導〕 */
const inBrackets =
  /[（(〔【[][^（(〔【[）)〕】\]]{0,16}?(?:记者|記者)\s*[:：]?\s*([^（(）)〔〕【】[\]0-9]{2,40}?)(?:[）)〕】\]／/]|报道|報導)/u;
/** A line of its own: 记者 苏展; 本报记者 张三 李四 文/图 */
const alone =
  /^[■◎●\s]*(?:[\u3400-\u9fff·]{0,12}?)(?:见习|实习|特约|首席)?(?:记者|記者)\s*[:：]?\s*([\u3400-\u9fff]{2,4}(?:[\s、，,]{1,3}[\u3400-\u9fff]{2,4}){0,4}?)\s*(?:(?:通讯员|实习生|實習).*|[/／]?\s*(?:文|摄|图|摄影|报道|報導|发自|發自|[\u3400-\u9fff]{2,4}报道).{0,14})?$/u;
/** 新华社北京5月19日电（刘艺、杨吉）, and a name in brackets that ends the text. */
const afterDateline =
  /[电電]\s*[（(]\s*([\u3400-\u9fff]{2,4}(?:[、，\s]{1,2}[\u3400-\u9fff]{2,4}){0,4})\s*[）)]/u;
const atEnd = /[（(]\s*([\u3400-\u9fff]{2,4}(?:[、，\s]{1,2}[\u3400-\u9fff]{2,4}){0,3})\s*[）)]\s*$/u;
/** 作者魏星, without any mark between. */
const bareWriter = /(?:^|[\s|｜])作者\s?([\u3400-\u9fff]{2,4})(?=$|[\s|｜])/u;
/** 〔記者王小明／台北報導〕 without brackets, as papers of Taiwan print it: 記者林宸誼／即時報導, 經濟日報 記者林宸誼 */
const taiwan =
  /(?:^|\s)(?:[\u3400-\u9fff]{2,6}\s)?(?:記者|记者)\s?([\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4}){0,3})\s*(?:[／/]|$)/u;
const correspondent =
  /(?:通讯员|通訊員)\s*[:：]?\s*((?:[\u3400-\u9fff]{2,4}(?:[\s、，,]{1,2}|(?=[）)]|$))){1,4})\s*(?:[）)]|$|报道|文|摄)/u;
/** UTF-16 units. */
const longestCreditLine = 260;
const longestByline = 60;
const longestSource = 30;

/** @param lines in page order; a label may stand at the end of one and its value on the next */
export function readChineseCredits(lines: readonly string[]): ChineseCredits {
  const found: ChineseCredits = { credits: [], source: null };
  lines.forEach((line, index) => {
    const text = line.length > 400 ? `${line.slice(0, 200)} ${line.slice(-120)}` : line;
    const isOpen = /[:：]\s*$/u.test(line) && line.length < longestByline;
    const next = isOpen ? (lines[index + 1] ?? '') : '';
    if (text.length < longestCreditLine)
      readLabelled(next.length < longestByline ? text + next : text, found);
    if (text.length < longestByline) {
      found.source ??=
        [bareSource, afterDate, beforeDate].map((shape) => shape.exec(text)?.[1]).find(Boolean) ?? null;
    }
    readUnlabelled(text, found);
  });
  return found;
}

function readLabelled(text: string, found: ChineseCredits): void {
  // 编辑 周褶褶 杜智: where the label begins a short line, a space marks it well enough.
  const line = text.length <= longestByline ? text.replace(spaced, '$1：$2') : text;
  const marks = [...line.matchAll(labelled)];
  marks.forEach((match, index) => {
    const from = match.index + match[0].length;
    const before = line.slice(0, match.index);
    const value = line.slice(from, marks[index + 1]?.index ?? line.length);
    const label = labelOf(groupOf(match));
    if (label === 'source') {
      if (!otherSource.test(before)) found.source ??= readSourceName(value);
    } else if (label !== 'other' && !isSentence(before)) {
      for (const name of namesOf(value)) found.credits.push({ name, role: label });
    }
  });
}

function groupOf({ groups }: RegExpExecArray): string {
  const { label = '' } = groups ?? {};
  return label;
}

function labelOf(text: string): Label {
  const bare = text.replace(/\s/gu, '');
  return labels.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'other';
}

/** In running text a colon after 记者 begins a question. */
function isSentence(before: string): boolean {
  return /[。！？，]/u.test(before.slice(-40)) && before.length > 40;
}

function namesOf(value: string): string[] {
  const list = (value.split(/[。！？]|\s{3,}|[）)】\]］]|(?:19|20)\d\d[-年]/u)[0] ?? '').trim();
  if (list.length > longestByline) return [];
  const names = readChineseNames(list);
  if (names.length > 0) return names;
  const [first = ''] = list.split(/[\s、，,;；|丨｜]+/u);
  const name = readPenName(first);
  return name === null ? [] : [name];
}

function readSourceName(value: string): string | null {
  const [first = ''] = value.split(/[|丨｜【】[\]（）()。！？：:]|\s{2,}|\u3000/u);
  const name = (date.exec(first) === null ? first : first.slice(0, date.exec(first)?.index)).trim();
  const [head = '', ...rest] = name.split(/\s+/u);
  const plain = rest.length > 0 && !/^[A-Za-z]/u.test(head) ? head : name;
  return plain.length >= 2 && plain.length <= longestSource && /\p{L}/u.test(plain) ? plain : null;
}

function readUnlabelled(line: string, found: ChineseCredits): void {
  const add = (role: CreditRole, list: string | undefined) => {
    for (const name of list === undefined ? [] : readChineseNames(list)) found.credits.push({ name, role });
  };
  add('reporter', inBrackets.exec(line)?.[1]);
  add('reporter', afterDateline.exec(line)?.[1]);
  const last = atEnd.exec(line)?.[1];
  if (last !== undefined && readChineseNames(last).every(beginsWithSurname)) add('writer', last);
  if (line.length > longestByline * 2) return;
  add('correspondent', correspondent.exec(line)?.[1]);
  if (line.length > longestByline) return;
  add('writer', bareWriter.exec(line)?.[1]);
  add('reporter', alone.exec(line)?.[1]);
  add('reporter', taiwan.exec(line)?.[1]);
}
