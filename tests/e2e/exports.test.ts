/** Every format that the sheet offers, written by the built extension from the customer's coded report and read back. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { type ExportFormat, exportFormats } from '../../core/export/export-format';
import { openZip } from '../../core/zip/read-zip';
import { launchChromium } from './chromium';
import { hasCustomerArticle, serveCustomerArticle } from './customer-article';
import { customerCoding } from './customer-coding';
import type { DrivenPage } from './driver';
import { annotatorIsReady, keep } from './reader';
import { importText, waitForCards } from './sidebar';
import { started } from './started';
import { inEachScheme } from './tour/pictures';

const quote = '区委切实履行党委全面领导责任';
const endings: Readonly<Record<ExportFormat, string>> = {
  html: '.html',
  markdown: '.md',
  obsidian: '.zip',
  xlsx: '.xlsx',
  csv: '.csv',
  'data-csv': '.csv',
  qdpx: '.qdpx',
  'json-ld': '.jsonld',
  hypothesis: '.json',
  ris: '.ris',
  'csl-json': '.json',
  biblatex: '.bib',
  packet: '.zip',
  archive: '.zip',
};
const outDir = join('out', 'exports');

const server = started(serveCustomerArticle);
const driver = started(() => launchChromium({ language: 'zh-CN' }));

describe.skipIf(!hasCustomerArticle)('the customer’s coded report', () => {
  test('is written in each format, and what came back from the file and what it cannot hold is said', async () => {
    await mkdir(outDir, { recursive: true });
    const page = await driver().newPage(server().url);
    await annotatorIsReady(page);
    await keep(page, { from: quote });
    const sidebar = await driver().openSidebar(page);
    await waitForCards(sidebar, 1);
    await importText(sidebar, serializeArchive(customerCoding()));
    const reports: string[] = [];
    for (const format of exportFormats) {
      await openSheet(sidebar, format);
      if (format === 'qdpx') {
        await inEachScheme(driver(), sidebar, (scheme) =>
          sidebar.screenshot(join(outDir, `sheet-${scheme}.png`)),
        );
      }
      const path = await driver().download(sidebar, () => sidebar.clickOn('.sheet .end button.primary'));
      await sidebar.waitFor(
        () => document.querySelector('.sheet h1')?.textContent?.startsWith('已导出') ?? false,
        null,
        `the report on ${format}`,
      );
      reports.push(
        `${format}: ${await sidebar.evaluate(() => document.querySelector('.sheet')?.textContent ?? '', null)}`,
      );
      if (format === 'qdpx') await sidebar.screenshot(join(outDir, 'report.png'));
      await sidebar.clickOn('.sheet .end button.primary');
      const bytes = await readFile(path);
      await writeFile(
        join(outDir, `coded${endings[format] === '.zip' ? `-${format}` : ''}${endings[format]}`),
        bytes,
      );
      expect(path).toMatch(new RegExp(`\\${endings[format]}$`, 'u'));
      expect(textIn(bytes), format).toContain('党委全面领导责任');
    }
    await writeFile(join(outDir, 'reports.txt'), reports.join('\n\n'));
    expect(reports.filter((report) => /(\d+) 处划线中有 \1 处/u.test(report)).length).toBeGreaterThanOrEqual(
      4,
    );
  }, 180_000);
});

async function openSheet(sidebar: DrivenPage, format: ExportFormat): Promise<void> {
  await sidebar.clickOn('footer > button.framed');
  await sidebar.clickOn('fieldset:nth-of-type(1) label:nth-of-type(3)');
  await sidebar.clickOn(`[data-format='${format}']`);
  await sidebar.waitFor(
    () => document.querySelector('.preview')?.getAttribute('aria-busy') === 'false',
    null,
    `the preview of ${format}`,
  );
}

function textIn(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  if (bytes[0] !== 0x50) return decoder.decode(bytes);
  const zip = openZip(bytes);
  return zip.names.map((name) => decoder.decode(zip.bytes(name))).join('\n');
}
