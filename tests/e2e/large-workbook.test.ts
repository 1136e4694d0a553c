/** A workbook of 20,000 rows, written by a real page of the extension under its own policy: no workers from blobs, no code from text. */

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { aCode, anAnnotation, anArchive, anArticle, aTarget } from '../builders';
import { pythonWith } from '../python';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { importText, waitForStatus } from './sidebar';
import { started } from './started';

const annotationCount = 5_000;
const perArticle = 40;
/** A row for each: 20,000. */
const codeNames = ['主体', '责任', '机制', '=1+1'];
const rowCount = annotationCount * codeNames.length;
const python = pythonWith('openpyxl');
const driver = started(() => launchChromium());

function codedLibrary(): string {
  const codes = codeNames.map((name) => aCode({ name }));
  const codeIds = codes.map(({ id }) => id);
  const articles = Array.from({ length: annotationCount / perArticle }, (_, index) =>
    anArticle({ addresses: [`https://news.example/${index}.html`] }),
  );
  const annotations = articles.flatMap(({ id: articleId }, article) =>
    Array.from({ length: perArticle }, (_, index) => {
      const exact = `第${article}篇第${index}处：重点项目建设全面提速，经济𠮷稳中向好。`;
      const quote = { exact, prefix: '', suffix: '' };
      return anAnnotation({
        articleId,
        codeIds,
        target: aTarget({ quote, position: null, snapshot: null }),
      });
    }),
  );
  return serializeArchive(anArchive({ articles, annotations, codes }));
}

/** What the policy of the page says to the two ways that fast zip and validation libraries take. */
function refusedByPolicy(page: DrivenPage): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((tell) => {
        const refused: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          refused.push(effectiveDirective);
          if (refused.length === 2) tell(refused);
        });
        // Outside of what the driver runs itself, which no policy binds.
        setTimeout(() => {
          try {
            new Worker(URL.createObjectURL(new Blob([''])));
          } catch {
            // Told by the event.
          }
          try {
            new Function('return 1');
          } catch {
            // As above.
          }
        });
      }),
    null,
  );
}

const readBook = `
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = list(book['Annotations'].iter_rows(values_only=True))
quote = rows[0].index('quote')
print(len(rows) - 1, len({row[quote] for row in rows[1:]}), all('𠮷稳中向好' in row[quote] for row in rows[1:]))
`;

test.skipIf(python === null)(
  '20,000 rows come out as a workbook that openpyxl reads whole',
  async () => {
    const sidebar = await driver().newPage(`chrome-extension://${driver().extensionId}/sidepanel.html`);
    const directive = 'require-trusted-types-for';
    expect(await refusedByPolicy(sidebar)).toEqual([directive, directive]);
    await importText(sidebar, codedLibrary());
    await waitForStatus(sidebar, 'Imported');
    await sidebar.clickOn('footer > button.framed');
    await sidebar.clickOn('fieldset:nth-of-type(1) label:nth-of-type(3)');
    await driver().playwrightPage(sidebar).selectOption('fieldset.choices select', 'coding');
    const start = performance.now();
    const path = await driver().download(sidebar, () => sidebar.clickOn('.sheet .end button.primary'));
    const seconds = (performance.now() - start) / 1_000;
    const read = execFileSync(python ?? '', ['-c', readBook, path], { encoding: 'utf8' });
    expect(read.trim()).toBe(`${rowCount} ${annotationCount} True`);
    process.stdout.write(`${rowCount} rows of XLSX in the page: ${seconds.toFixed(1)} s\n`);
  },
  90_000,
);
