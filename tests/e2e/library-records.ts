/** A small library of two languages as a file to import: articles of three outlets and two months, codes below codes. */

import { serializeArchive } from '../../core/archive';
import type { Code } from '../../core/code';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, someMetadata } from '../builders';

const subjects: readonly {
  title: string;
  outlet: string;
  month: string;
  language: string;
  lines: string[];
}[] = [
  {
    title: '全区经济稳中向好，社会治理提质增效',
    outlet: '静安报',
    month: '2024-01',
    language: 'zh-CN',
    lines: [
      '区委切实履行党委全面领导责任，把基层治理摆在突出位置。',
      '全区经济运行稳中向好，重点项目建设全面提速。',
      '坚持党建引领，健全完善矛盾纠纷多元化解机制，推动治理重心向基层下移，让群众在家门口就能办成事、办好事。',
    ],
  },
  {
    title: '深化“一网通办”改革，优化营商环境',
    outlet: '静安报',
    month: '2024-02',
    language: 'zh-CN',
    lines: ['深化“一网通办”改革，企业开办时间压缩至一天。', '经济发展离不开一流的营商环境。'],
  },
  {
    title: '江津融媒：政法单位同向发力',
    outlet: '江津融媒体中心',
    month: '2024-01',
    language: 'zh-CN',
    lines: ['坚持3个主体同向发力，健全完善工作机制。', '政法单位发挥专业优势，经济纠纷调解成功率提升。'],
  },
  {
    title: 'Council debates the local budget',
    outlet: 'The Evening Post',
    month: '2024-02',
    language: 'en',
    lines: [
      'The council postponed its decision on the local budget until March.',
      'Residents said the tax would fall on those least able to pay it.',
    ],
  },
];

const top = aCode({ name: '主体', colour: 'yellow' });
const committee = aCode({ name: '区委', colour: 'orange', parentId: top.id });
const economy = aCode({ name: '经济', colour: 'green' });
const budget = aCode({ name: 'Budget', colour: 'blue' });

function codesOf(line: string): Code[] {
  return [
    ...(line.includes('区委') ? [committee] : []),
    ...(line.includes('主体') ? [top] : []),
    ...(line.includes('经济') ? [economy] : []),
    ...(line.includes('budget') ? [budget] : []),
  ];
}

/** Nine annotations in four articles, each with its text. */
export function smallLibrary(): string {
  const made = subjects.map(({ title, outlet, month, language, lines }, index) => {
    const from = 'meta' as const;
    const text = lines.join('\n');
    const snapshot = aSnapshot({ text });
    const article = anArticle({
      addresses: [`https://news.example/${month}/${index}.html`],
      snapshot: snapshot.sha256,
      metadata: someMetadata({
        title: { value: title, from },
        outlet: { value: outlet, from },
        published: { value: `${month}-1${index}`, from, zoneAssumed: false },
        language: { value: language, from },
      }),
    });
    const annotations = lines.map((line, place) => {
      const start = text.indexOf(line);
      const end = start + line.length;
      const moment = `2026-03-0${index + 1}T08:0${place}:00.000Z`;
      return anAnnotation({
        articleId: article.id,
        target: aTarget({
          quote: { exact: line, prefix: text.slice(0, start).slice(-64), suffix: text.slice(end, end + 64) },
          position: { start, end },
          snapshot: snapshot.sha256,
        }),
        codeIds: codesOf(line).map(({ id }) => id),
        note: place === 0 && index % 2 === 0 ? '与市级文件对照' : '',
        created: moment,
        modified: moment,
      });
    });
    return { article, snapshot, annotations };
  });
  return serializeArchive(
    anArchive({
      codes: [top, committee, economy, budget],
      articles: made.map(({ article }) => article),
      snapshots: made.map(({ snapshot }) => snapshot),
      annotations: made.flatMap(({ annotations }) => annotations),
    }),
  );
}
