/** Files in which there is too much of something, each for one reader. */

import { readHypothesis } from '../../../core/import/hypothesis';
import type { ReadForeign } from '../../../core/import/imported';
import { readJsonLd } from '../../../core/import/json-ld';
import { readWebClipper } from '../../../core/import/web-clipper';
import type { HostileFile } from './hostile-files';
import { hypothesis, page, quote, webAnnotation } from './sound-files';

export function hugeFiles(): (HostileFile & { read: ReadForeign })[] {
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
  return large.map(([name, read, make]) => ({ name, read, make, isRefused: false }));
}
