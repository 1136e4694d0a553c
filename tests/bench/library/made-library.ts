/** A library of any size, the same at each run: two fifths Chinese, five percent as many articles as annotations, 300 codes. */

import type { Annotation } from '../../../core/annotation';
import type { Article, TextSnapshot } from '../../../core/article';
import type { Code } from '../../../core/code';

const chinese = [
  ...'经济 改革 政府 稳中向好 高质量发展 的 了 是 在 区委 市委 书记 会议 全面 深化 推进 建设 工作 人民 企业 税收 预算'.split(
    ' ',
  ),
  ...'教育 医疗 住房 就业 老龄化 公共服务 財政 經濟 監督 環境 生态 农村 振兴 科技 创新 数字 治理 社区 基层 干部 群众'.split(
    ' ',
  ),
];
const english = [
  ...'the of and to in economy economic government local budget tax taxes reform policy public minister council'.split(
    ' ',
  ),
  ...'school hospital housing water energy climate market workers union vote party court police report study data'.split(
    ' ',
  ),
  ...'city region nation growth spending cut rise fall said according officials residents company bank café élan'.split(
    ' ',
  ),
];
const outlets = [
  '静安报',
  '人民日报',
  '江津融媒体中心',
  '新华社',
  'The Times',
  'Le Monde',
  'Guardian',
  'Morning Post',
];
const moment = Date.UTC(2025, 0, 1);

export interface MadeLibrary {
  codes: Code[];
  articles: Article[];
  /** The texts of these articles, of 1,500 characters each. */
  textsOf(articles: readonly Article[]): TextSnapshot[];
  /** Each call gives the next ones; empty after the last. */
  next(most: number): Annotation[];
}

export function madeLibrary(count: number): MadeLibrary {
  const random = randomFrom(20_261_123);
  const pick = <T>(list: readonly T[]): T => {
    // Some words are much more frequent than others.
    const [first] = list;
    return list[Math.floor(random() ** 2 * list.length)] ?? (first as T);
  };
  const words = (isChinese: boolean, length: number) => {
    let text = '';
    while (text.length < length) {
      if (!isChinese) text += `${pick(english)} `;
      else if (random() < 0.7) text += pick(chinese);
      else text += String.fromCharCode(0x4e00 + Math.floor(random() ** 3 * 3_000));
    }
    return text;
  };
  const idOf = (kind: string) =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${kind}${hex(random, 11)}`;
  const time = (at: number) => new Date(moment + at * 1_000).toISOString();

  const codes = Array.from({ length: 300 }, (_, index): Code => {
    const name = `${chinese[index % chinese.length]} ${index}`;
    return { id: idOf('c'), name, parentId: null, colour: 'green', created: time(0), modified: time(0) };
  });
  for (const [index, code] of codes.entries()) {
    if (index >= 15) code.parentId = codes[index % 15]?.id ?? null;
  }
  const isChinese = (article: number) => article % 5 < 2;
  const articles = Array.from({ length: Math.max(1, count / 20) }, (_, index): Article => {
    const own = isChinese(index);
    const outlet = pick(own ? outlets.slice(0, 4) : outlets.slice(4));
    const published = new Date(Date.UTC(2022, 0, 1 + Math.floor(random() * 1_400)))
      .toISOString()
      .slice(0, 10);
    return {
      id: idOf('a'),
      addresses: [`https://news.example/${index}.html`],
      metadata: {
        title: { value: words(own, own ? 20 : 60), from: 'heading' },
        authors: { value: [words(own, 3)], from: 'credit-line' },
        outlet: { value: outlet, from: 'meta' },
        source: null,
        published: { value: published, from: 'meta', zoneAssumed: false },
        language: { value: own ? 'zh-CN' : 'en', from: 'meta' },
        section: null,
      },
      snapshot: hex(random, 64),
      created: time(0),
      modified: time(0),
    };
  });
  let made = 0;
  const annotation = (): Annotation => {
    const index = made % articles.length;
    const own = isChinese(index);
    const length = own ? 30 + random() * 60 : 60 + random() * 140;
    made += 1;
    return {
      id: idOf('b'),
      articleId: articles[index]?.id ?? '',
      target: {
        quote: { exact: words(own, length), prefix: words(own, 64), suffix: words(own, 64) },
        position: { start: made % 9_000, end: (made % 9_000) + 50 },
        range: null,
        source: `https://news.example/${index}.html?from=list`,
        snapshot: null,
      },
      codeIds: [...new Set([pick(codes).id, pick(codes).id])],
      note: random() < 0.3 ? words(own, 20) : '',
      created: time(made),
      modified: time(made),
      deleted: random() < 0.01 ? time(made) : null,
    };
  };
  return {
    codes,
    articles,
    textsOf: (own) =>
      own.map(({ snapshot, metadata }) => ({
        sha256: snapshot ?? '',
        text: words(metadata.language?.value === 'zh-CN', 1_500),
        captured: time(0),
      })),
    next: (most) => Array.from({ length: Math.min(most, count - made) }, annotation),
  };
}

/** From 0 to below 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function hex(random: () => number, digits: number): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}
