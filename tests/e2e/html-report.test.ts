/** The HTML report in a real browser: it asks for nothing, runs nothing, prints, and looks right by day and by night. */

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveSource } from '../../core/export/archive-source';
import { htmlReportByCodeExporter, htmlReportExporter } from '../../core/export/html-report';
import { findBrowsers } from '../../scripts/find-browsers.mjs';
import { anAnnotation, anArchive, anArticle, aTarget, someMetadata } from '../builders';
import { hostileMarkup } from '../core/export/hostile-markup';
import { hasProgram, judge } from '../core/export/judges';
import { textOf } from '../core/export/written';
import { hasCustomerArticle } from './customer-article';
import { customerCoding } from './customer-coding';
import { stableFlags } from './flags';

const brokenRules = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`;

const pictures = 'out/html-report';
const forms = [
  ['by-article', htmlReportExporter],
  ['by-code', htmlReportByCodeExporter],
] as const;

let browser: Browser;
let folder: string;

beforeAll(async () => {
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('No Chromium was found; run the set-up.');
  browser = await chromium.launch({ executablePath, args: stableFlags });
  folder = await mkdtemp(join(tmpdir(), 'pressmark-report-'));
  await mkdir(pictures, { recursive: true });
});

afterAll(() => browser.close());

async function save(name: string, html: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, html);
  return pathToFileURL(file).href;
}

describe.each(forms)('the report %s', (form, exporter) => {
  it('asks for nothing and runs nothing, whatever pages and readers have written into it', async () => {
    const articles = hostileMarkup.map((text) =>
      anArticle({ metadata: someMetadata({ title: { value: text, from: 'heading' } }) }),
    );
    const annotations = articles.map(({ id, metadata }) => {
      const text = metadata.title?.value ?? '';
      return anAnnotation({
        articleId: id,
        note: text,
        target: aTarget({ quote: { exact: text, prefix: text, suffix: text } }),
      });
    });
    const html = await textOf(exporter, archiveSource(anArchive({ articles, annotations })));
    const url = await save(`hostile-${form}.html`, html);
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => said.push('a dialog')));
    await page.goto(url, { waitUntil: 'networkidle' });
    expect(asked).toEqual([url]);
    expect(said).toEqual([]);
    expect(await page.evaluate(() => [Object.hasOwn(window, 'ran'), document.scripts.length])).toEqual([
      false,
      0,
    ]);
    const marks = await page.locator('.quote mark').allTextContents();
    expect(marks.toSorted()).toEqual(hostileMarkup.toSorted());
    await context.close();
  });

  it('runs no script and no style that a stranger adds to the file', async () => {
    const html = await textOf(exporter, archiveSource(anArchive()));
    const added =
      '<script>window.ran = true</script><style>h1{color:red}</style><p style="color:red">x</p><img src="http://192.0.2.1/x.png">';
    const page = await browser.newPage();
    const answers: string[] = [];
    page.on('response', (response) => answers.push(response.url()));
    page.on('requestfailed', (request) => answers.push(request.failure()?.errorText ?? ''));
    const url = await save(`added-${form}.html`, html.replace('</body>', `${added}</body>`));
    await page.goto(url);
    expect(await page.evaluate(() => Object.hasOwn(window, 'ran'))).toBe(false);
    const red = 'rgb(255, 0, 0)';
    const colours = await page.evaluate(() =>
      ['h1', 'p:last-of-type'].map(
        (selector) => getComputedStyle(document.querySelector(selector) ?? document.body).color,
      ),
    );
    expect(colours).not.toContain(red);
    expect(answers).toEqual([url, 'csp']);
    await page.close();
  });

  describe.runIf(hasCustomerArticle)('of the customer’s article', () => {
    it.each(['light', 'dark'] as const)('is styled, in %s', async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 900, height: 1200 } });
      const page = await context.newPage();
      await page.goto(
        await save(`customer-${form}.html`, await textOf(exporter, archiveSource(customerCoding()))),
      );
      const look = await page.evaluate(() => {
        const mark = document.querySelector('mark') ?? document.body;
        const { textDecorationStyle, backgroundColor } = getComputedStyle(mark);
        return { textDecorationStyle, backgroundColor, overflow: document.body.scrollWidth > innerWidth };
      });
      expect(look.overflow).toBe(false);
      expect(look.textDecorationStyle).toBe('solid');
      expect(look.backgroundColor).toBe(colorScheme === 'light' ? 'rgb(255, 233, 138)' : 'rgba(0, 0, 0, 0)');
      await page.screenshot({ path: join(pictures, `${form}-zh-${colorScheme}.png`) });
      expect(await page.evaluate(`${axe.source}; ${brokenRules}`)).toEqual([]);
      await context.close();
    });

    it.runIf(hasProgram('pdftotext', '-v'))('prints, with every quote in the PDF', async () => {
      const archive = customerCoding();
      const page = await browser.newPage();
      await page.goto(await save(`print-${form}.html`, await textOf(exporter, archiveSource(archive))));
      const pdf = join(pictures, `${form}-zh.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
      const text = withoutBlanks(judge('pdftotext', ['-layout', pdf, '-'], ''));
      for (const { target } of archive.annotations) expect(text).toContain(withoutBlanks(target.quote.exact));
      expect(text).toMatch(/1\/\d/u);
      await page.close();
    });
  });
});

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}
