/** Reads who wrote an article and where it comes from out of the lines that Chinese and English media print around it. */

import { comparable } from './plain-text';

export interface Credits {
  authors: string[];
  source: string | null;
  /** Duty editors (责任编辑): told apart so that nobody takes them for authors. */
  editors: string[];
}

const han = String.raw`[\u4e00-\u9fa5]`;
const label = `(?:来源|來源|稿源|出处|作者|记者|記者|通讯员|责任编辑|責任編輯|责编|编辑|編輯|编审|审核|校对|监制|时间|日期|发布|浏览|点击|阅读|字体|字号|字號|分享|评论|打印|收藏|关注|参与)`;
const end = String.raw`(?=$|(?:19|20)\d\d[-年]|[\s|丨｜【】[\]()（）<]|参与|${label}\s*[:：])`;

const sourceLine = new RegExp(
  String.raw`(?<!图片|圖片|资料|数据|视频|素材)(?:来源|來源|稿源|出处)\s*[:：|丨｜]\s*([^\s:：|丨｜【】[\]()（）。，！？]{2,24}?)${end}`,
  'u',
);
/** Nothing but a date and a name: 2019-09-26 10:56 证券时报网 */
const datedSource =
  /^(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s*\d{1,2}:\d\d(?::\d\d)?[\s·]+(?!来自|发布|阅读|评论|字体)([\p{Script=Han}《》A-Za-z-]{2,16})$/u;
const editorLine = /(?:责任编辑|責任編輯|责编|编辑|編輯)\s*[:：|丨｜/]\s*([^:：|丨｜【】[\]()（）]{2,24})/u;
const writerLabel = new RegExp(
  String.raw`(?:^|[\s[【（(|｜丨])(?:(?:作者|撰文|采写|撰稿|文)\s*[:：/／|丨｜]|作者\s)\s*([^:：|丨｜【】[\]()（）。]{2,40}?)(?=$|[|丨｜【】[\]()（）。]|\s*${label})`,
  'u',
);
/** （记者 苏展）, (新华社记者张三、李四), 〔記者王小明／台北報導〕 */
const reporterInBrackets =
  /[（(〔【][^（(〔【）)〕】]{0,14}?(?:记者|記者|通讯员)\s*[:：]?\s*([^（(）)〔〕【】0-9]{2,30}?)(?:[）)〕】／/]|报道|報導)/u;
/** A line of its own: 记者 苏展 */
const reporterLine = new RegExp(
  String.raw`^(?:${han}{0,10}?)(?:见习|实习|特约|首席)?(?:记者|記者)\s*[:：]?\s*(${han}{2,4}(?:[\s、，,]{1,2}(?:通讯员\s*)?${han}{2,4}){0,4})(?:\s*[/／]?\s*(?:文|报道|報導))?$`,
  'u',
);
const correspondentLine = new RegExp(
  String.raw`(?:^|[\s，,；;])通讯员\s*[:：]?\s*(${han}{2,4}(?:[\s、，,]{1,2}${han}{2,4}){0,4})\s*[）)]?$`,
  'u',
);
const person = String.raw`\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|der|la|le|bin|al)\s+)?\p{Lu}[\p{L}.'’-]+){1,3}`;
const englishByline = new RegExp(
  String.raw`^(?:By|BY|Written by)\s+(${person}(?:\s*(?:,|and|&)\s*${person}){0,5})\s*(?:$|[|•·,])`,
  'u',
);

const nobody =
  /^(?:本报|本网|本站|本刊|记者|編輯|编辑|通讯员|综合|整理|网络|来源|未知|佚名|匿名|原创|系统管理员|管理员|admin\w*|editors?|staff|guest|redaktion|newsroom|webmaster|taboola|outbrain|author|unknown)$/iu;
const chineseName = new RegExp(`^${han}{2,4}$|^${han}{1,8}(?:[·•]${han}{1,8})+$`, 'u');
/** What follows 记者 in running text: 记者从…获悉, 记者了解到. */
const runningText =
  /^(?:从|在|就|了解|获悉|注意|发现|采访|看到|走进|手记|表示|调查|今日|昨日|日前|近日|专访|告诉)|摄$|获悉|了解|报道组/u;

/** One line at a time; a field that several lines name is taken from the first. */
export function readCredits(lines: readonly string[]): Credits {
  const credits: Credits = { authors: [], source: null, editors: [] };
  for (const line of lines) {
    const text = line.length > 400 ? `${line.slice(0, 200)} ${line.slice(-120)}` : line;
    if (text.length < 260) {
      credits.source ??= sourceLine.exec(text)?.[1] ?? datedSource.exec(text)?.[1] ?? null;
      credits.editors.push(...readChineseNames(editorLine.exec(text)?.[1]));
    }
    credits.authors.push(...readAuthors(text));
  }
  return { ...credits, authors: distinct(credits.authors), editors: distinct(credits.editors) };
}

function readAuthors(line: string): string[] {
  const english = line.length < 160 ? englishByline.exec(line)?.[1] : undefined;
  if (english !== undefined) return splitNames(english);
  const isShort = line.length < 60;
  return [
    ...(line.length < 160 ? readChineseNames(writerLabel.exec(line)?.[1]) : []),
    ...readChineseNames(reporterInBrackets.exec(line)?.[1]),
    ...(isShort ? readChineseNames(reporterLine.exec(line)?.[1]) : []),
    ...(isShort ? readChineseNames(correspondentLine.exec(line)?.[1]) : []),
  ];
}

function readChineseNames(list: string | undefined): string[] {
  if (list === undefined || runningText.test(list)) return [];
  return list
    .split(/[、，,;；/／\s&]+|(?<=[\u4e00-\u9fa5]{2})和(?=[\u4e00-\u9fa5]{2,4}$)/u)
    .map((name) =>
      name.replace(/^(?:记者|記者|通讯员|实习生)|(?:摄影|摄|文|图|报道|報導|整理|编辑|综合)$/gu, ''),
    )
    .filter((name) => chineseName.test(name) && !nobody.test(name));
}

/** The people of an author field as it is written in English and its neighbours: "By Ann Lee and Bo Chen". */
export function splitNames(list: string): string[] {
  return list
    .replace(/^(?:written by|by|von|par|por|di|door|af|av|text|autor(?:in)?|author)\b[:\s]+/iu, '')
    .split(/\s*(?:,(?!\s*(?:jr|sr|md|phd|m\.d|ph\.d)\b)|\band\b|\bund\b|\bet\b|&|;|\||、|，)\s*/iu)
    .map((name) => name.trim())
    .filter((name) => isPersonName(name));
}

/** Whether a text can be a person's name: not a number, not an address, not a role. */
export function isPersonName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length < 60 &&
    /\p{L}/u.test(name) &&
    !/\d{3}|:\/\/|@|^www\./u.test(name) &&
    !nobody.test(name)
  );
}

export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = comparable(name);
    return !seen.has(key) && seen.add(key);
  });
}
