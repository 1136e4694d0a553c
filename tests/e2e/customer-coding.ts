/** The report that the customer sent, coded with its own codebook of 1 + 3 + N, as a library holds it. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import type { Annotation } from '../../core/annotation';
import type { Archive } from '../../core/archive';
import type { Code } from '../../core/code';
import type { Colour } from '../../core/colour';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, someMetadata } from '../builders';

const file = '../shared/detect/customer-example-zh.html';
const address = 'http://www.jiangjin.example/bm/qwzfw/202401/t20240110_12799527.html';
const captured = '2026-11-23T09:30:00.000Z';

const codebook: [path: string, colour: Colour, definition: string][] = [
  ['1 实施细则', 'yellow', '区委制定的一个《实施细则》：怎样把《条例》和市委《实施办法》细化。'],
  ['3 主体', 'blue', '党委、党委政法委员会、政法单位三个主体各自的责任。'],
  ['3 主体/区委', 'pink', '全面领导：管方向、管政策、管原则、管干部。'],
  ['3 主体/区委政法委', 'purple', '归口管理：牵头抓总、统筹协调、督办落实。'],
  ['3 主体/政法单位', 'teal', '狠抓落实：把方向、管大局、保落实。'],
  ['N 制度', 'grey', '配套制度，数目不定。'],
  ['N 制度/政治督察', 'green', ''],
  ['N 制度/协管协查', 'orange', ''],
  ['N 制度/执法司法监督', 'blue', ''],
  ['N 制度/专项督导', 'pink', ''],
];

const passages: [start: string, end: string, codes: string[], note: string][] = [
  ['制定出台1个《实施细则》', '《实施细则》', ['1 实施细则'], ''],
  [
    '坚持“党委、党委政法委员会、政法单位”',
    '同向发力',
    ['3 主体'],
    '“1+3+N”的提法在核心提示里就齐了：\n1 个细则、3 个主体、N 项制度。',
  ],
  ['对标对表《条例》', '推动《条例》全面落实', ['1 实施细则'], '对照市委，不是另起炉灶。'],
  [
    '区级政法单位提拔处级干部',
    '区委政法委员会的意见',
    ['1 实施细则', '3 主体/区委政法委', 'N 制度/协管协查'],
    '协管干部的职责在《细则》里定下，后面的 N 项制度再展开。',
  ],
  ['区委切实履行党委全面领导责任', '管干部', ['3 主体/区委'], ''],
  ['区委政法委充分发挥牵头抓总', '督办落实等作用', ['3 主体/区委政法委'], ''],
  ['政法单位党组(党委)切实发挥', '保落实作用', ['3 主体/政法单位'], ''],
  ['充分发挥政治督察“显微镜、探照灯”作用', '队伍建设等方面', ['N 制度/政治督察'], '比喻：显微镜、探照灯。'],
  ['健全完善“协管”“协查”政法干部工作机制', '协调联动机制', ['N 制度/协管协查'], ''],
  ['健全执法司法制约监督制度', '责任体系', ['N 制度/执法司法监督'], ''],
  ['开展平安江津建设“六个专项治理”', '安全感', ['N 制度/专项督导'], ''],
  ['治安案件、刑事立案连续三年大幅下降', '排名全市第六', [], '成效数据的出处？'],
];

export function customerCoding(): Archive {
  const text = textOfReport();
  const snapshot = aSnapshot({ text, captured, sha256: createHash('sha256').update(text).digest('hex') });
  const codes = codesOf(codebook);
  const byPath = new Map(codebook.map(([path], index) => [path, codes[index]?.id ?? '']));
  const article = anArticle({
    addresses: [address],
    snapshot: snapshot.sha256,
    created: captured,
    metadata: someMetadata({
      title: { value: '刁伟:全面深化“1+3+N”建设 提升政法工作制度化水平', from: 'heading' },
      authors: { value: ['苏展'], from: 'credit-line' },
      outlet: null,
      source: { value: '江津融媒体中心', from: 'credit-line' },
      published: { value: '2024-01-10T09:31+08:00', from: 'credit-line', zoneAssumed: true },
    }),
  });
  const annotations = passages.map(([start, end, paths, note], index): Annotation => {
    const from = text.indexOf(start);
    const to = text.indexOf(end, from) + end.length;
    if (from < 0 || to <= from) throw new Error(`The report does not say: ${start} … ${end}`);
    const time = `2026-11-23T09:${String(31 + index)}:00.000Z`;
    return anAnnotation({
      articleId: article.id,
      codeIds: paths.map((path) => byPath.get(path) ?? ''),
      note,
      created: time,
      modified: time,
      target: aTarget({
        source: address,
        snapshot: snapshot.sha256,
        position: { start: from, end: to },
        quote: {
          exact: text.slice(from, to),
          prefix: text.slice(Math.max(0, from - 64), from),
          suffix: text.slice(to, to + 64),
        },
      }),
    });
  });
  return anArchive({ exported: captured, articles: [article], snapshots: [snapshot], annotations, codes });
}

function codesOf(paths: readonly [path: string, colour: Colour, definition: string][]): Code[] {
  const ids = new Map<string, string>();
  return paths.map(([path, colour, definition]) => {
    const names = path.split('/');
    const above = names.slice(0, -1).join('/');
    const code = aCode({ name: names.at(-1) ?? '', parentId: ids.get(above) ?? null, colour, definition });
    ids.set(path, code.id);
    return code;
  });
}

/** The paragraphs of the report, each in a line of its own. */
function textOfReport(): string {
  const { document } = new JSDOM(readFileSync(file, 'utf8')).window;
  return [...document.querySelectorAll('p')]
    .map((paragraph) => (paragraph.textContent ?? '').replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
