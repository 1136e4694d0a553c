/** What is chosen of a format decides which writer makes the file. */

import { expect, test } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import type { ChosenOptions, ExportFormat } from '../../core/export/export-format';
import { openZip } from '../../core/zip/read-zip';
import { loadExporter } from '../../wiring/exporters';
import { aCode, anAnnotation, anArchive, anArticle, aTarget, someMetadata } from '../builders';
import { bytesOf } from '../core/zip/written';

const from = 'meta' as const;
const code = aCode({ name: '责任' });
const unused = aCode({ name: '预算' });
const article = anArticle({
  metadata: someMetadata({ title: { value: '全面深化', from }, outlet: { value: '静安报', from } }),
});
const annotations = ['稳中向好', '提质增效'].map((exact) =>
  anAnnotation({
    articleId: article.id,
    codeIds: [code.id],
    target: aTarget({ quote: { exact, prefix: '', suffix: '' } }),
  }),
);
const source = archiveSource(anArchive({ articles: [article], annotations, codes: [code, unused] }));

async function written(format: ExportFormat, over: Partial<ChosenOptions>): Promise<string> {
  const exporter = await loadExporter(format, { coder: '', hasTexts: false, ...over });
  const bytes = await bytesOf(exporter.write(source, { coder: '', hasTexts: false, language: 'en' }));
  if (bytes[0] !== 0x50) return new TextDecoder().decode(bytes);
  const zip = openZip(bytes);
  return zip.names.map((name) => new TextDecoder().decode(zip.bytes(name))).join('\n');
}

test('a report is by article, or by code', async () => {
  expect(await written('html', {})).toContain('id="a1"');
  const byCode = await written('html', { arrangedBy: 'code' });
  expect(byCode).not.toBe(await written('html', { arrangedBy: 'article' }));
  expect(byCode.indexOf('责任')).toBeLessThan(byCode.lastIndexOf('稳中向好'));
});

test.each<[ExportFormat, RegExp]>([
  ['csv', /静安报.*,2,0\r\n$/u],
  ['data-csv', /静安报.*,2,0\n$/u],
])('%s has a row for each article with the count of each code, or 0 and 1', async (format, counts) => {
  const rows = await written(format, { rowsOf: 'article' });
  expect(rows.split('\n', 1)[0]?.trimEnd()).toMatch(/责任,预算$/u);
  expect(rows).toMatch(counts);
  expect((await written(format, { rowsOf: 'article', isBinary: true })).trimEnd()).toMatch(/,1,0$/u);
});

test('a workbook has one sheet of codes by article or by outlet', async () => {
  expect(await written('xlsx', { rowsOf: 'article' })).toContain('name="Codes by article"');
  expect(await written('xlsx', { rowsOf: 'outlet', isBinary: true })).toContain('name="Codes by outlet"');
  expect(await written('xlsx', { rowsOf: 'coding' })).toContain('name="Annotations"');
});

test.each<ExportFormat>(['markdown', 'obsidian'])(
  '%s is written by the template that is given',
  async (format) => {
    expect(await written(format, { template: '{{#quotes}}\n- {{quote}}\n{{/quotes}}' })).toContain(
      '- 稳中向好\n- 提质增效',
    );
    await expect(written(format, { template: 'a\n{{titel}}' })).rejects.toThrow('line 2');
  },
);
