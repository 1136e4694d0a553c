/** REFI-QDA projects of ours are valid by the format's own schema, whatever is in the library. */

import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aCode, anArchive, archives } from '../../builders';
import { codedText, projectOf, qdpxOf } from '../refi-qda/a-project';
import { canJudge, judge } from '../refi-qda/xmllint';

const { CI } = process.env;
const customerArticle = '../shared/detect/customer-example-zh.html';

describe.runIf(canJudge)('by the schema of REFI-QDA', () => {
  it('a project of any library is valid', async () => {
    await fc.assert(
      fc.asyncProperty(archives, fc.boolean(), async (archive, hasTexts) => {
        expect(judge((await projectOf(archive, { hasTexts })).xml)).toBe('valid');
      }),
      { numRuns: 60 },
    );
  });

  it('a project of an empty library is valid', async () => {
    expect(judge((await projectOf(anArchive())).xml)).toBe('valid');
  });

  it('the judge does refuse what is wrong', async () => {
    const { xml } = await projectOf(codedText('稳中向好', ['稳中']));
    expect(judge(xml.replace('startPosition', 'start'))).toContain('start');
  });

  it.runIf(existsSync(customerArticle) || CI !== undefined)(
    "the customer's report, coded with a codebook of three levels, is valid and every quote is right",
    async () => {
      const { window } = new JSDOM(readFileSync(customerArticle, 'utf8'));
      const body = window.document.body.textContent ?? '';
      const text = `𠮷野家😀\n${body
        .replace(/[^\S\n]+/gu, ' ')
        .replace(/\s*\n\s*/gu, '\n')
        .trim()}`;
      const sentences = [...new Set(text.match(/[\p{Script=Han}，“”]{8,90}。/gu) ?? [])].slice(0, 40);
      expect(sentences.length).toBeGreaterThan(5);
      const top = aCode({ name: '3 主体' });
      const middle = aCode({ name: '党政机关', parentId: top.id });
      const codes = [top, middle, aCode({ name: '区委', parentId: middle.id })];
      const archive = codedText(text, sentences, { codes });
      const annotations = archive.annotations.map((one, at) => ({
        ...one,
        codeIds: [codes[at % 3]?.id ?? ''],
      }));
      const { zip, names, xml } = await projectOf({ ...archive, annotations });
      expect(judge(xml)).toBe('valid');
      const points = [...new TextDecoder().decode(zip.bytes(names[1] ?? ''))];
      const selections = xml.matchAll(/name="([^"]+)" startPosition="(\d+)" endPosition="(\d+)"/gu);
      const told = Array.from(selections, ([, name, start, end]) => [
        name,
        points.slice(Number(start), Number(end)).join(''),
      ]);
      expect(told).toHaveLength(sentences.length);
      for (const [name = '', words = ''] of told) expect([...words].slice(0, 80).join('')).toBe(name);
    },
  );
});

it('the same library gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const turned = {
        ...archive,
        codes: archive.codes.toReversed(),
        articles: archive.articles.toReversed(),
      };
      expect(await qdpxOf(turned)).toEqual(await qdpxOf(archive));
    }),
    { numRuns: 50 },
  );
});
