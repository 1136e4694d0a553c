/** A workbook of 20,000 rows, written by a real page of the extension under its own policy: no workers from blobs, no code from text. */

import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serializeArchive } from '../../core/archive';
import { aCode, anAnnotation, anArchive, anArticle, aTarget } from '../builders';
import { pythonWith } from '../python';
import { launchChromium } from './chromium';
import type { DrivenPage } from './driver';
import { exportText, importText, waitForStatus } from './sidebar';
import { started } from './started';

const count = 20_000;
const perArticle = 40;
const python = pythonWith('openpyxl');
const driver = started(() => launchChromium());

function largeLibrary(): string {
  const code = aCode({ name: '稳中向好' });
  const articles = Array.from({ length: count / perArticle }, (_, index) =>
    anArticle({ addresses: [`https://news.example/${index}.html`] }),
  );
  const annotations = articles.flatMap(({ id: articleId }, article) =>
    Array.from({ length: perArticle }, (_, index) =>
      anAnnotation({
        articleId,
        codeIds: [code.id],
        note: index % 5 === 0 ? '=1+1，见下文' : '',
        target: aTarget({
          quote: { exact: `第${article}篇第${index}处：重点项目建设全面提速，经济𠮷稳中向好。`, prefix: '', suffix: '' },
          position: null,
          snapshot: null,
        }),
      }),
    ),
  );
  return serializeArchive(anArchive({ articles, annotations, codes: [code] }));
}

/** What the policy of the page says to the two ways that fast zip and validation libraries take. */
function refusedByPolicy(page: DrivenPage): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((tell) => {
        const refused: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          refused.push(effectiveDirective);
          if (refused.length === 2) tell(refused.sort());
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

const rowCount = `
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = list(book['Annotations'].iter_rows(values_only=True))
quote = rows[0].index('quote')
print(len(rows) - 1, len({row[quote] for row in rows[1:]}), all('𠮷稳中向好' in row[quote] for row in rows[1:]))
`;

test.skipIf(python === null)('20,000 annotations come out as a workbook that openpyxl reads whole', async () => {
  const tab = await driver().newPage('about:blank');
  await tab.goto(`chrome-extension://${driver().extensionId}/sidepanel.html`);
  expect(await refusedByPolicy(tab)).toEqual(['script-src', 'worker-src']);
  await importText(tab, largeLibrary());
  await waitForStatus(tab, '20');
  const start = performance.now();
  const { bytes } = await exportText(driver(), tab, 'everything', 'xlsx');
  const seconds = (performance.now() - start) / 1_000;
  const path = join(await mkdtemp(join(tmpdir(), 'pressmark-workbook-')), 'book.xlsx');
  await writeFile(path, bytes);
  const read = execFileSync(python ?? '', ['-c', rowCount, path], { encoding: 'utf8' });
  expect(read.trim()).toBe(`${count} ${count} True`);
  process.stdout.write(`20,000 rows of XLSX in the page: ${seconds.toFixed(1)} s, ${bytes.length} bytes\n`);
}, 120_000);
