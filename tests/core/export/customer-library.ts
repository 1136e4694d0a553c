/** The customer's example article, coded with its 1+3+N codebook. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../../../core/archive';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, someMetadata } from '../../builders';

const { CI } = process.env;
const page = join(import.meta.dirname, '../../../../shared/detect/customer-example-zh.html');
export const hasCustomerPage = existsSync(page) || CI !== undefined;

const address = 'https://www.jiangjin.gov.cn/zwxx/jjyw/202401/t20240110_1.html';

/** @param above words that stand above the article's own */
export function customerLibrary(above = ''): Archive {
  const paragraphs = readFileSync(page, 'utf8').matchAll(/<p>(.*?)<\/p>/gsu);
  const text = above + Array.from(paragraphs, ([, words = '']) => words.replace(/<[^>]*>/gu, '')).join('\n');
  const snapshot = aSnapshot({ text });
  const article = anArticle({
    addresses: [address],
    metadata: someMetadata({
      title: { value: '刁伟:全面深化“1+3+N”建设 提升政法工作制度化水平', from: 'heading' },
      authors: null,
      outlet: { value: '江津区人民政府', from: 'title-element' },
      source: { value: '江津融媒体中心', from: 'credit-line' },
      published: { value: '2024-01-10T09:31+08:00', from: 'credit-line', zoneAssumed: true },
    }),
    snapshot: snapshot.sha256,
  });
  const one = aCode({ name: '1', definition: '《实施细则》', colour: 'yellow' });
  const three = aCode({ name: '3', definition: '三个主体', colour: 'blue' });
  const council = aCode({ name: '党委政法委员会', parentId: three.id, colour: 'green' });
  const many = aCode({ name: 'N', definition: '配套制度', colour: 'pink' });
  const supervision = aCode({ name: '政治督察', parentId: many.id, colour: 'pink' });
  const coded: [string, string[], string][] = [
    ['1个《实施细则》', [one.id], '“1”指《实施细则》'],
    ['党委、党委政法委员会、政法单位', [three.id, council.id], ''],
    ['政治督察、协管协查、执法司法监督、专项工作督导', [many.id, supervision.id], '“N”项配套制度'],
  ];
  const annotations = coded.map(([exact, codeIds, note]) => {
    const start = text.indexOf(exact);
    if (start < 0) throw new Error(`the example does not say ${exact}`);
    const end = start + exact.length;
    const quote = {
      exact,
      prefix: text.slice(Math.max(0, start - 64), start),
      suffix: text.slice(end, end + 64),
    };
    const target = aTarget({ source: address, quote, position: { start, end }, snapshot: snapshot.sha256 });
    return anAnnotation({ articleId: article.id, target, codeIds, note });
  });
  const codes = [one, three, council, many, supervision];
  return anArchive({ articles: [article], snapshots: [snapshot], annotations, codes });
}
