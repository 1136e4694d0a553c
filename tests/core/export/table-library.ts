/** A library with all that spreadsheets are known to spoil: formulas, ids that look like numbers, Chinese, long texts. */

import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  aSnapshot,
  aTarget,
  aVariable,
  someMetadata,
} from '../../builders';
import { hostileCells } from './hostile-cells';

/** By the name of their variable. */
export const typedValues = {
  编号: '0012',
  身份: '123456789012345678',
  型号: '1E10',
  年月: '2026-11',
  数值: '-12.5',
  日期: '2026-11-22',
} as const;

const kinds = {
  编号: 'text',
  身份: 'text',
  型号: 'text',
  年月: 'text',
  数值: 'number',
  日期: 'date',
} as const;
const named = Object.entries(kinds).map(([name, kind]) => aVariable({ name, kind, choices: [] }));
const valueNamed = new Map<string, string>(Object.entries(typedValues));

const pastExcel = '字'.repeat(40_000);

const snapshot = aSnapshot({ text: '😀𠮷野家：全区经济稳中向好。' });
const article = anArticle({
  snapshot: snapshot.sha256,
  addresses: ['https://news.example/a?q="1"&b=<2>'],
  metadata: someMetadata({ title: { value: '𠮷野家：“稳中向好”😀', from: 'heading' } }),
  variables: Object.fromEntries(named.map(({ id, name }) => [id, valueNamed.get(name) ?? ''])),
});
const hostileCode = aCode({ name: '=cmd|calc' });

const special = [
  '稳中向好',
  '_x000D_',
  '第一行\n第二行',
  '0012',
  '1E10',
  '2026-11-22',
  ' 前后空格 ',
  'TRUE',
  pastExcel,
];

export const tableLibrary = anArchive({
  articles: [article],
  snapshots: [snapshot],
  codes: [hostileCode, aCode({ name: '经济框架', definition: '=1+1' })],
  variables: [...named, aVariable({ name: '=1+1', kind: 'text' })],
  annotations: [
    anAnnotation({
      articleId: article.id,
      target: aTarget({ position: { start: 11, end: 15 }, snapshot: snapshot.sha256 }),
      note: '备注',
    }),
    ...[...special, ...hostileCells].map((text) =>
      anAnnotation({
        articleId: article.id,
        codeIds: [hostileCode.id],
        note: text,
        target: aTarget({ quote: { exact: text, prefix: text, suffix: text } }),
      }),
    ),
  ],
});
