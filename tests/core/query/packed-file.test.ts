import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { unpack } from '../../../core/query/packed';
import { createPackedFileWriter, readPackedFile } from '../../../core/query/packed-file';
import { fromStored, toStored } from '../../../core/query/stored-packed';
import { type AnyLibrary, anyLibrary } from '../any-packed';

async function fileOf({ segments }: AnyLibrary): Promise<ArrayBuffer> {
  const writer = createPackedFileWriter();
  for (const [index, packed] of segments.entries()) {
    const until = index === segments.length - 1 ? null : `key ${index + 1}`;
    writer.add({ from: `key ${index}`, until, content: toStored(packed) });
  }
  return new Blob(writer.parts()).arrayBuffer();
}

it('gives back all that was put in, texts of any script and half characters too', async () => {
  await fc.assert(
    fc.asyncProperty(anyLibrary, async (library) => {
      const read = readPackedFile(await fileOf(library));
      expect(read?.map(({ from }) => from)).toEqual(library.segments.map((_, index) => `key ${index}`));
      for (const [index, { content, until }] of (read ?? []).entries()) {
        const packed = library.segments[index];
        if (packed === undefined) throw new Error('more was read than was written');
        expect(until).toBe(index === library.segments.length - 1 ? null : `key ${index + 1}`);
        expect(content.texts).toEqual(packed.texts);
        expect(content.articles).toEqual(packed.articles);
        expect(unpack(content)).toEqual(unpack(fromStored(toStored(packed))));
      }
    }),
  );
});

it('is not read where it is not whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyLibrary, fc.nat(), async (library, at) => {
      const file = await fileOf(library);
      const cut = file.slice(0, at % file.byteLength);
      expect(() => readPackedFile(cut)).not.toThrow();
      expect(readPackedFile(cut)).toBeNull();
    }),
  );
});
