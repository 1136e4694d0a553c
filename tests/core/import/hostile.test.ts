/** Whatever a file holds, it is refused with the place named, or what comes of it is sound. */

import { describe, expect, it } from 'vitest';
import { checkRecords } from '../../../core/archive';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { readHypothesis } from '../../../core/import/hypothesis';
import type { ReadForeign } from '../../../core/import/imported';
import { readJsonLd } from '../../../core/import/json-ld';
import { readReadwise } from '../../../core/import/readwise';
import { readWebClipper } from '../../../core/import/web-clipper';
import { writeAll } from '../export/write-all';
import { soundArchive } from '../spoiled-archives';
import { environment } from './environment';
import { brokenCsv, brokenFiles, brokenJson, type HostileFile, largeJson, wrongTypes } from './hostile-files';

const page = 'https://news.example/1.html';
const quote = { type: 'TextQuoteSelector', exact: '稳中向好', prefix: '经济', suffix: '。' };

const webAnnotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/p',
  type: 'AnnotationPage',
  items: [
    {
      id: 'https://notes.example/1',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-01-02T03:04:05Z',
      creator: { name: '张三' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: '框架' },
        { type: 'TextualBody', value: 'text' },
      ],
      target: {
        source: { id: page, label: '标题' },
        selector: [{ type: 'XPathSelector', value: '/p', refinedBy: quote }],
      },
    },
  ],
};
const hypothesis = {
  annotations: [
    {
      id: 'a',
      uri: page,
      created: '2026-01-02T03:04:05Z',
      updated: '2026-01-02T03:04:05Z',
      user: 'acct:a@b',
      user_info: { display_name: 'A' },
      text: '',
      tags: ['框架'],
      document: { title: ['标题'], link: [{ href: page }] },
      target: [
        {
          source: page,
          selector: [
            quote,
            {
              type: 'RangeSelector',
              startContainer: '/p[1]/text()[1]',
              startOffset: 1,
              endContainer: '/p[1]/text()[1]',
              endOffset: 2,
            },
          ],
        },
      ],
    },
    { id: 'b', uri: page, references: ['a'], text: '不同意', target: [] },
  ],
};
const webClipper = [
  {
    url: page,
    title: '标题',
    highlights: [{ text: '<p>好</p>', timestamp: '2026-01-02T03:04:05Z', notes: ['x'] }],
    data: [{ content: '<p>好</p>', textQuote: { prefix: 'a', suffix: 'b' } }],
  },
];
const readwise =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n好,书,张三,,见下文,,框架,page,12,2024-05-01 10:00:00+00:00,';

let files = 0;
/** Milliseconds of this thread's own work: other tests run beside it. */
let slowest = 0;

/** @returns what is wrong with how the file was met; null where nothing is */
async function faultWith(read: ReadForeign, { make, isRefused }: HostileFile): Promise<string | null> {
  const content = make();
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const start = process.threadCpuUsage();
  files += 1;
  try {
    const { archive } = await read({ name: 'file', bytes }, environment);
    if (isRefused) return 'is taken';
    const { bad } = checkRecords(archive);
    return bad.length === 0 ? null : `leaves ${bad[0]?.where} unsound: ${bad[0]?.why}`;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ForeignFileError') return `throws ${error}`;
    const isPlaced =
      /^(?:file|line \d+|annotation \d+(?:, target \d+)?|page \d+(?:, highlight \d+)?): \S/u.test(
        error.message,
      );
    return isPlaced ? null : `is refused without a place: ${error.message}`;
  } finally {
    const { user, system } = process.threadCpuUsage(start);
    slowest = Math.max(slowest, (user + system) / 1_000);
  }
}

async function faultsWith(read: ReadForeign, hostile: readonly HostileFile[]): Promise<string[]> {
  const faults: string[] = [];
  for (const file of hostile) {
    const fault = await faultWith(read, file);
    if (fault !== null) faults.push(`${file.name} ${fault}`);
  }
  return faults;
}

describe('files that are broken or built to harm', () => {
  it.each<[string, ReadForeign, unknown]>([
    ['Web Annotations', readJsonLd, webAnnotation],
    ['Hypothesis', readHypothesis, hypothesis],
    ['Web Clipper', readWebClipper, webClipper],
  ])(
    'are refused or read soundly as %s',
    async (_name, read, sound) => {
      const text = JSON.stringify(sound);
      expect(
        (await read({ name: 'file', bytes: new TextEncoder().encode(text) }, environment)).archive
          .annotations,
      ).toHaveLength(1);
      const hostile = [...brokenFiles(text), ...brokenJson(text), ...wrongTypes(sound)];
      expect(await faultsWith(read, hostile)).toEqual([]);
    },
    120_000,
  );

  it('are refused or read soundly as our own JSON-LD', async () => {
    const text = await writeAll(jsonLdExporter, soundArchive());
    expect(await faultsWith(readJsonLd, [...brokenFiles(text), ...brokenJson(text)])).toEqual([]);
    const { '@context': context, ...sound } = JSON.parse(text);
    const hostile = wrongTypes(sound).map((file) => ({
      ...file,
      make: () => JSON.stringify({ '@context': context, ...JSON.parse(String(file.make())) }),
    }));
    expect(await faultsWith(readJsonLd, hostile)).toEqual([]);
  }, 120_000);

  it('are refused or read soundly as Readwise', async () => {
    expect(await faultsWith(readReadwise, [...brokenFiles(readwise), ...brokenCsv(readwise)])).toEqual([]);
  }, 120_000);

  it('are refused or read soundly where there is too much of everything', async () => {
    const [item] = hypothesis.annotations;
    const many = (over: object, count = 1) =>
      JSON.stringify({
        annotations: Array.from({ length: count }, (_, index) => ({ ...item, id: `a${index}`, ...over })),
      });
    const html = (text: string) => JSON.stringify([{ url: page, highlights: [{ text: `x${text}` }] }]);
    const large: [string, ReadForeign, () => string][] = [
      [
        '30,000 codes',
        readHypothesis,
        () => many({ tags: Array.from({ length: 30_000 }, (_, index) => `c${index}`) }),
      ],
      ['a path of 100,000 levels', readHypothesis, () => many({ tags: ['a/'.repeat(100_000)] })],
      [
        '500,000 records of nothing',
        readHypothesis,
        () => JSON.stringify({ annotations: [item, ...Array(500_000).fill(7)] }),
      ],
      ['50,000 annotations of one id', readHypothesis, () => many({ id: 'a' }, 50_000)],
      [
        'an address of 5 MB',
        readHypothesis,
        () => many({ uri: `https://news.example/${'a.'.repeat(2_500_000)}` }),
      ],
      ['a host of 1 MB', readHypothesis, () => many({ uri: `https://${'m.'.repeat(500_000)}example/` })],
      ['parameters without end', readHypothesis, () => many({ uri: `${page}?${'a=1&'.repeat(500_000)}` })],
      [
        'a quote of 20 MB',
        readHypothesis,
        () => many({ target: [{ selector: [{ ...quote, exact: 'a'.repeat(20_000_000) }] }] }),
      ],
      ['a tag that never closes', readWebClipper, () => html('<a'.repeat(1_000_000))],
      ['scripts that never close', readWebClipper, () => html('<script'.repeat(500_000))],
      ['scripts that nearly close', readWebClipper, () => html('<script></script  '.repeat(200_000))],
      ['blanks without end', readWebClipper, () => html('&nbsp;'.repeat(500_000))],
      ['a million line breaks', readWebClipper, () => html('\n\n'.repeat(1_000_000))],
      [
        '50,000 bodies',
        readJsonLd,
        () =>
          JSON.stringify({
            ...webAnnotation,
            items: webAnnotation.items.map((one) => ({ ...one, body: Array(50_000).fill(one.body[1]) })),
          }),
      ],
    ];
    const hostile = large.map(([name, read, make]) => ({ read, file: { name, make, isRefused: false } }));
    const faults = await faultsWith(readJsonLd, largeJson());
    for (const { read, file } of hostile) faults.push(...(await faultsWith(read, [file])));
    expect(faults).toEqual([]);
  }, 120_000);

  it('are more than 150, and none takes 10 seconds', () => {
    expect(files).toBeGreaterThan(150);
    expect(slowest).toBeLessThan(10_000);
    process.stdout.write(`${files} hostile files, the slowest took ${Math.round(slowest)} ms\n`);
  });
});
