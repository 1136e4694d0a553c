/** Reads the lines in which Chinese media say who made an article and where it comes from. */

import type { Credit, CreditRole } from '../../core/article';
import { readChineseNames, readPenName } from './chinese-names';
import { type Label, readLabelledValues } from './credit-labels';
import { beginsWithSurname } from './surnames';

export interface ChineseCredits {
  credits: Credit[];
  /** 来源; the first that is named. */
  source: string | null;
}

/** A line and whether it stands in the midst of the text, where only desks put their names. */
export interface CreditLine {
  text: string;
  isInside: boolean;
}

/** In the text itself people are asked, quoted and pictured. */
const deskRoles: ReadonlySet<Label> = new Set(['duty-editor', 'editor', 'reviewer', 'proofreader']);

const han = String.raw`\u3400-\u9fff`;
/** One to five names with little between. */
const names = `[${han}]{2,7}(?:[\\s、，,/／]{1,3}[${han}]{2,7}){0,4}`;
const date = /(?:19|20)\d\d\s?[-年./]\s?\d{1,2}/u;
const day = String.raw`(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}日?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?`;
const outletName = String.raw`(?!来自|发布|发表|阅读|评论|字体|浏览|分享|星期|时间|更新|字号|原创|记者|作者|楼主|查看|回复|举报|收藏|返回)[\p{Script=Han}《》·A-Za-z][\p{Script=Han}《》·A-Za-z0-9-]{1,15}`;
/** Nothing but a date and a name: 2019-09-26 10:56 证券时报网, 原创 39健康网 2024-04-23 */
const afterDate = new RegExp(String.raw`^${day}[\s·|]*(\d{0,2}${outletName})(?=$|[\s[［【(（])`, 'u');
const beforeDate = new RegExp(
  String.raw`^(?:原创|转载)?\s*[:：]?\s*((?!\d{4})\d{0,3}${outletName}?)[\s·|]*${day}$`,
  'u',
);
const dayAround = new RegExp(String.raw`^${day}\s*|\s*${day}$`, 'u');
/** posted @ 2024-05-09 14:45 好看的hk 阅读(430) */
const poster = new RegExp(
  String.raw`^(?:posted|发表|发布).{0,6}?${day}\s*([^\s(（]{2,16})\s+(?:阅读|浏览|评论)`,
  'iu',
);
/** 来源CSDN| */
const bareSource = /(?:^|[\s|｜])(?:来源|來源)\s?([^\s:：|｜，。]{2,16})(?=[\s|｜]|$)/u;
/** What stands in brackets is read as a line too: （记者 苏展）, 〔記者王小明／台北報導〕 */
const brackets = /[（(〔【[]([^（(〔【[）)〕】\]]{4,80})[）)〕】\]]/gu;
/** A line of its own: 记者 苏展; □ 本报记者张三 李四 文/图; 聯合報 記者林宸誼／即時報導 */
const alone = new RegExp(
  String.raw`^[^\p{L}\p{N}（(]*[\p{Script=Han}A-Za-z\d+·“”《》-]{0,16}?\s?(?:记者|記者)\s*[:：]?\s*(${names}?)\s*(?:(?:通讯员|通訊員|实习生|實習).*|\d{1,2}日[电電].*|[/／]?\s*(?:文|摄|攝|图|摄影|攝影|报道|報導|发自|發自|[${han}]{2,6}(?:报道|報導)).{0,14})?$`,
  'u',
);
/** 新华社北京5月19日电（刘艺、杨吉）, and a name in brackets that ends the text. */
const afterDateline = new RegExp(String.raw`[电電讯訊]\s*[（(]\s*(${names})\s*[）)]`, 'u');
const atEnd = new RegExp(String.raw`(?:^|[。！？”…])\s*[（(]\s*(${names}(?:报道|報導)?)\s*[）)]\s*$`, 'u');
/** 作者魏星, without any mark between; （作者韩涵系政邦智库研究员） */
const bareWriter = new RegExp(
  String.raw`(?:^|[\s|｜》」])作者\s?(?:([${han}]{2,4})(?=$|[\s|｜])|([${han}]{2,3}?)(?:系|为|，|,)[^）)]{2,40}$)`,
  'u',
);
/** 21世纪经济报道 张三丰 广州报道, 財經中心／王小明報導 */
const report =
  /^\S{2,12}[\s／/][^。，！？]{2,24}(?:报道|報導)$|^\S{0,8}(?:中心|組|快訊|網|報)[／/][\u3400-\u9fff]{2,4}$/u;
/** 張三／文 */
const beforeRole = new RegExp(String.raw`(?:^|\s)([${han}]{2,4})\s?[／/]\s?(?:文|撰文)(?=$|[\s）)])`, 'u');
/** UTF-16 units. */
const longestCreditLine = 260;
const longestByline = 60;
const longestSource = 30;
/** Nothing that this module looks for is without one of these signs. */
const telling = /[编編责責校审審监監记記作文图摄攝来來源稿通采撰者電电讯策统出转自报報[（(]|20\d\d|19\d\d/u;

/** @param lines in page order; a label may stand at the end of one and its value on the next */
export function readChineseCredits(lines: readonly CreditLine[]): ChineseCredits {
  const found: ChineseCredits = { credits: [], source: null };
  lines.forEach(({ text: line, isInside }, index) => {
    const text = line.length > 400 ? `${line.slice(0, 200)} ${line.slice(-120)}` : line;
    if (!telling.test(text)) return;
    const isOpen = /[:：]\s*$/u.test(line) && line.length < longestByline;
    const next = isOpen ? (lines[index + 1]?.text ?? '') : '';
    const whole = next.length < longestByline ? text + next : text;
    const isNamed = text.length < longestCreditLine && readLabelled(whole, isInside, found);
    if (isInside) return;
    if (text.length < longestByline) {
      found.source ??=
        [bareSource, afterDate, beforeDate].map((shape) => shape.exec(text)?.[1]).find(Boolean) ?? null;
    }
    if (!isNamed) readUnlabelled(text, found);
  });
  return found;
}

/** Whether the line names an author with a label. */
function readLabelled(text: string, isInside: boolean, found: ChineseCredits): boolean {
  const former = found.credits.length;
  for (const { label, value, before } of readLabelledValues(text)) {
    if (label === 'other' || (isInside && !deskRoles.has(label))) continue;
    if (label === 'source') found.source ??= readSourceName(value);
    else if (!isSentence(before)) addCredits(found, label, value, namesOf(value));
  }
  return found.credits.slice(former).some(({ role }) => !deskRoles.has(role));
}

/** 新华社记者 谢环驰 摄: who took a picture did not write the text. */
function addCredits(found: ChineseCredits, role: CreditRole, line: string, people: readonly string[]): void {
  const isPicture =
    /(?:摄|攝|摄影|攝影|供图|制图)[。）)]?\s*$/u.test(line) && !/[/／\s]文|文[/／]|[图圖]文/u.test(line);
  for (const name of people) found.credits.push({ name, role: isPicture ? 'photographer' : role });
}

/** In running text a colon after 记者 begins a question. */
function isSentence(before: string): boolean {
  return /[。！？，]/u.test(before.slice(-40)) && before.length > 40;
}

function namesOf(value: string): string[] {
  const [list = ''] = value.split(/[。]|\s{3,}|[）)】\]］〕]|(?:19|20)\d\d[-年/.]/u);
  if (list.length > longestByline || /[！？!?]/u.test(list)) return [];
  const people = readChineseNames(list.trim());
  if (people.length > 0) return people;
  const [first = ''] = list.trim().split(/[\s、，,;；|丨｜]+/u);
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

/** In a line that is a byline as a whole, or what stands in brackets. */
function readByline(line: string, found: ChineseCredits): void {
  const surnamed = (list: string | undefined) => readChineseNames(list ?? '').filter(beginsWithSurname);
  const [, ended, described] = bareWriter.exec(line) ?? [];
  addCredits(found, 'writer', '', [...readChineseNames(ended ?? ''), ...surnamed(described)]);
  if (line.length > longestByline) return;
  const bare = line.replace(dayAround, '');
  const [, reporters] = alone.exec(bare) ?? [];
  addCredits(found, 'reporter', line, readChineseNames(reporters ?? ''));
  if (reporters === undefined && report.test(bare)) addCredits(found, 'reporter', '', surnamed(bare));
  addCredits(found, 'writer', '', surnamed(beforeRole.exec(bare)?.[1]));
}

function readUnlabelled(line: string, found: ChineseCredits): void {
  const former = found.credits.length;
  for (const [, inside = ''] of line.matchAll(brackets)) {
    const isByline =
      /记者|記者|通讯员|通訊員|作者|文[/／|｜]/u.test(inside) && !readLabelled(inside, false, found);
    if (isByline || report.test(inside)) readByline(inside, found);
  }
  readByline(line, found);
  if (found.credits.length > former) return;
  addCredits(found, 'reporter', '', readChineseNames(afterDateline.exec(line)?.[1] ?? ''));
  const last = readChineseNames(atEnd.exec(line)?.[1] ?? '');
  if (last.every(beginsWithSurname)) addCredits(found, 'writer', '', last);
  const blogger = readPenName(poster.exec(line)?.[1] ?? '');
  if (blogger !== null) addCredits(found, 'writer', '', [blogger]);
}
