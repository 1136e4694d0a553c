/** JSON-LD carries a whole library, and comes back as it went. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archive, serializeArchive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { readJsonLd } from '../../../core/import/json-ld';
import { namedTexts } from '../../../core/named-texts';
import { anyText, archives } from '../../builders';
import { readFile } from '../import/environment';
import { plainOptions, writeAll } from './write-all';

/** Some annotations by other coders. */
const libraries = fc.tuple(archives, fc.infiniteStream(anyText)).map(([archive, names]) => ({
  ...archive,
  annotations: archive.annotations.map((annotation, index) =>
    index % 2 === 0 ? annotation : { ...annotation, creator: `甲${names.next().value}` },
  ),
}));

/** Texts that no record names are of no article: a source does not have them. */
function exported(archive: Archive): Archive {
  const named = namedTexts(archive.articles, archive.annotations);
  return { ...archive, snapshots: archive.snapshots.filter(({ sha256 }) => named.has(sha256)) };
}

describe('jsonLdExporter', () => {
  it('brings 200 random libraries back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (archive) => {
        const file = await writeAll(jsonLdExporter, archive);
        const { archive: back, bad, mended } = await readFile(readJsonLd, file);
        expect([bad, mended]).toEqual([[], []]);
        expect(serializeArchive(back)).toBe(serializeArchive(exported(archive)));
        expect(await jsonLdExporter.losses(archiveSource(archive), plainOptions)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('brings everything but the texts back where they stay behind, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (archive) => {
        const options = { ...plainOptions, hasTexts: false };
        const { archive: back, bad } = await readFile(
          readJsonLd,
          await writeAll(jsonLdExporter, archive, options),
        );
        expect(bad).toEqual([]);
        expect(serializeArchive(back)).toBe(serializeArchive({ ...archive, snapshots: [] }));
        const losses = await jsonLdExporter.losses(archiveSource(archive, { hasTrash: true }), options);
        expect(losses.map(({ what }) => what)).toEqual(
          exported(archive).snapshots.length > 0 ? ['text'] : [],
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same bytes for the same library', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (archive) => {
        const shuffled = {
          ...archive,
          articles: archive.articles.toReversed(),
          annotations: archive.annotations.toReversed(),
          codes: archive.codes.toReversed(),
          variables: archive.variables.toReversed(),
        };
        expect(await writeAll(jsonLdExporter, shuffled)).toBe(await writeAll(jsonLdExporter, archive));
      }),
      { numRuns: 50 },
    );
  });

  it('names the person of this library as the creator of what nobody else made', async () => {
    const options = { ...plainOptions, coder: '编码员甲' };
    await fc.assert(
      fc.asyncProperty(libraries, async (archive) => {
        const { archive: back } = await readFile(
          readJsonLd,
          await writeAll(jsonLdExporter, archive, options),
        );
        const creators = new Map(archive.annotations.map(({ id, creator }) => [id, creator ?? '编码员甲']));
        for (const { id, creator } of back.annotations) expect(creator).toBe(creators.get(id));
      }),
      { numRuns: 20 },
    );
  });
});
