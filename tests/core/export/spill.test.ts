/** What is kept outside memory comes back as it was given, each under its own name. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfBlob, createSpill } from '../../../core/export/spill';

test('texts and bytes of several names come back in their order, however little is held', async () => {
  const part = fc.record({ name: fc.constantFrom('a', 'b'), text: fc.string({ unit: 'grapheme' }) });
  await fc.assert(
    fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 20 }), async (parts, most) => {
      const spill = createSpill<string>(most);
      for (const [index, { name, text }] of parts.entries())
        await spill.add(name, index % 2 === 0 ? text : new TextEncoder().encode(text));
      for (const wanted of ['a', 'b']) {
        const texts = parts.filter(({ name }) => name === wanted).map(({ text }) => text);
        expect(await spill.whole(wanted).text()).toBe(texts.join(''));
      }
    }),
    { numRuns: 50 },
  );
});

test('a blob is read back whole, in parts', async () => {
  const text = '字'.repeat(700_000);
  const parts: Uint8Array[] = [];
  for await (const bytes of bytesOfBlob(new Blob([text]))) parts.push(bytes);
  expect(parts.length).toBeGreaterThan(20);
  expect(Buffer.concat(parts).toString('utf8') === text).toBe(true);
});
