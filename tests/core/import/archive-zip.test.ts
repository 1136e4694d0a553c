/** The archive loses nothing: what goes out comes in equal, and goes out again as the same bytes. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Archive, serializeArchive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import { archiveZipExporter } from '../../../core/export/archive-zip';
import { readArchiveBytes } from '../../../core/import/archive-zip';
import { namedTexts } from '../../../core/named-texts';
import { openZip } from '../../../core/zip/read-zip';
import { anAnnotation, anArchive, anArticle, archives, aSnapshot } from '../../builders';
import { options } from '../refi-qda/a-project';
import { soundArchive } from '../spoiled-archives';
import { bytesOf, textOf } from '../zip/written';

function zipOf(archive: Archive): Promise<Uint8Array> {
  const { coder = '' } = archive;
  const source = archiveSource(archive, { hasTrash: true });
  return bytesOf(archiveZipExporter.write(source, { ...options, coder }));
}

/** As an export of a library is: without texts that no record names, records by id. */
function byKey(archive: Archive): Archive {
  const sorted = <T>(records: readonly T[], keyOf: (record: T) => string) =>
    records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const named = namedTexts(archive.articles, archive.annotations);
  return {
    ...archive,
    articles: sorted(archive.articles, ({ id }) => id),
    snapshots: sorted(
      archive.snapshots.filter(({ sha256 }) => named.has(sha256)),
      ({ sha256 }) => sha256,
    ),
    annotations: sorted(archive.annotations, ({ id }) => id),
    codes: sorted(archive.codes, ({ id }) => id),
    variables: sorted(archive.variables, ({ id }) => id),
  };
}

describe('archiveZipExporter and readArchiveBytes', () => {
  it('give back every library equal, with its trash, whatever stands in its texts, and the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const bytes = await zipOf(archive);
        const read = readArchiveBytes(bytes);
        expect(read.bad).toEqual([]);
        expect(byKey(read.archive)).toEqual(byKey(archive));
        expect(await zipOf(read.archive)).toEqual(bytes);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  }, 120_000);

  it('write the same bytes whatever the order of records and keys', async () => {
    const { articles, snapshots, codes, annotations, ...rest } = soundArchive();
    const turned = { codes: codes.toReversed(), annotations, snapshots, articles, ...rest };
    expect(await zipOf(turned)).toEqual(await zipOf({ ...rest, articles, snapshots, annotations, codes }));
  });

  it('keep fields that they do not know', async () => {
    const sound = soundArchive();
    Object.assign(sound.articles[0] ?? {}, { starred: true });
    Object.assign(sound.snapshots[0] ?? {}, { lines: [1, 2] });
    Object.assign(sound.annotations[0]?.target ?? {}, { state: { cached: [1] } });
    expect(byKey(readArchiveBytes(await zipOf(sound)).archive)).toEqual(byKey(sound));
  });

  it('keep texts as files under the names of their articles, each once', async () => {
    const snapshot = aSnapshot();
    const articles = [anArticle({ snapshot: snapshot.sha256 }), anArticle({ snapshot: snapshot.sha256 })];
    const annotations = articles.map(({ id }) => anAnnotation({ articleId: id }));
    const zip = openZip(await zipOf(anArchive({ articles, annotations, snapshots: [snapshot] })));
    const names = zip.names.filter((name) => name.startsWith('texts/'));
    expect(names).toEqual([`texts/全区经济稳中向好.${snapshot.sha256.slice(0, 12)}.txt`]);
    expect(textOf(zip.bytes(names[0] ?? ''))).toBe(snapshot.text);
  });

  it('leave texts out where only quotes are wanted, and say so', async () => {
    const source = archiveSource(soundArchive());
    const quotesOnly = { ...options, hasTexts: false };
    const bytes = await bytesOf(archiveZipExporter.write(source, quotesOnly));
    expect(openZip(bytes).names.filter((name) => name.startsWith('texts/'))).toEqual([]);
    expect(readArchiveBytes(bytes).archive.snapshots).toEqual([]);
    expect(await archiveZipExporter.losses(source, quotesOnly)).toEqual([{ what: 'text', count: 1 }]);
    expect(await archiveZipExporter.losses(source, options)).toEqual([]);
  });

  it('read the single JSON text that archives were before', () => {
    const sound = soundArchive();
    const bytes = new TextEncoder().encode(serializeArchive(sound));
    expect(byKey(readArchiveBytes(bytes).archive)).toEqual(byKey(sound));
  });

  it('say who made the annotations that name nobody', async () => {
    expect(readArchiveBytes(await zipOf({ ...soundArchive(), coder: '甲' })).archive.coder).toBe('甲');
    expect(readArchiveBytes(await zipOf(soundArchive())).archive).not.toHaveProperty('coder');
  });

  it('read a zip that other programs have unpacked and packed again, with files of their own', async () => {
    const sound = soundArchive();
    const { rawZip } = await import('../zip/raw-zip');
    const zip = openZip(await zipOf(sound));
    const entries = zip.names.map((name) => ({ name: name.normalize('NFD'), content: zip.bytes(name) }));
    const again = rawZip([
      { name: '__MACOSX/._x', content: 'x' },
      { name: 'texts/', method: 0 },
      ...entries.reverse(),
    ]);
    expect(byKey(readArchiveBytes(again).archive)).toEqual(byKey(sound));
  });
});
