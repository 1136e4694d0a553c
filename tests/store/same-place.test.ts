/** What another program hands back under new ids meets what it was made from: same person, same words, same place. */

import { expect, test } from 'vitest';
import type { Annotation } from '../../core/annotation';
import type { Archive } from '../../core/archive';
import { readQdpx } from '../../core/import/qdpx';
import { openZip } from '../../core/zip/read-zip';
import { writeZip } from '../../core/zip/write-zip';
import { importArchive, planImport } from '../../store/archive';
import type { Store } from '../../store/open-store';
import { rememberCoder } from '../../store/settings';
import { undo } from '../../store/undo';
import { aCode, anId } from '../builders';
import { codedText, environment, options, qdpxOf } from '../core/refi-qda/a-project';
import { bytesOf } from '../core/zip/written';
import { aLibrary, records } from './a-library';

const text = '全区经济稳中向好。𠮷野家说😀，区委书记主持会议。';

/** As a program does that makes every GUID anew. */
async function handedBack(
  archive: Archive,
  change: (xml: string) => string = (xml) => xml,
): Promise<Archive> {
  const zip = openZip(await qdpxOf(archive));
  const guids = new Map<string, string>();
  const renewed = (words: string) =>
    words.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu, (guid) => {
      const other = guids.get(guid) ?? anId();
      guids.set(guid, other);
      return other;
    });
  const decode = (name: string) => new TextDecoder().decode(zip.bytes(name));
  const bytes = await bytesOf(
    writeZip(
      zip.names.map((name) => {
        const isProject = name === 'project.qde';
        const words = isProject
          ? change(decode(name)).replace(/origin="[^"]*"/u, 'origin="Other"')
          : decode(name);
        return { name: renewed(name), parts: [isProject ? renewed(words) : words] };
      }),
    ),
  );
  return (await readQdpx({ name: 'back.qdpx', bytes }, environment)).archive;
}

async function libraryOf(archive: Archive): Promise<Store> {
  const store = await aLibrary().open();
  await rememberCoder(store, options.coder);
  await importArchive(store, anId(), archive);
  return store;
}

function withAnnotations(archive: Archive, change: (one: Annotation) => Annotation): Archive {
  return { ...archive, annotations: archive.annotations.map(change) };
}

test('annotations that come back with other ids are the same', async () => {
  const archive = codedText(text, ['稳中向好', '𠮷野家', '区委书记']);
  const store = await libraryOf(archive);
  const back = await handedBack(archive);
  expect(back.annotations.map(({ id }) => id)).not.toEqual(archive.annotations.map(({ id }) => id));
  const { annotations } = await planImport(store, back);
  expect(annotations).toEqual({ added: 0, changed: 0, same: 3, kept: 0 });
  await importArchive(store, anId(), back);
  expect((await records(store)).annotations).toHaveLength(3);
});

test('a code that was given elsewhere is a change, which undo takes back', async () => {
  const added = aCode({ name: '新码' });
  const archive = codedText(text, ['稳中向好', '区委书记']);
  const own = { ...archive, codes: [...archive.codes, added] };
  const store = await libraryOf(own);
  const before = (await records(store)).annotations;
  const back = await handedBack(
    withAnnotations(own, (one) => ({ ...one, codeIds: [...one.codeIds, added.id] })),
  );
  const { annotations } = await planImport(store, back);
  expect(annotations).toEqual({ added: 0, changed: 2, same: 0, kept: 0 });
  await importArchive(store, anId(), back);
  const coded = (await records(store)).annotations.map(({ codeIds }) => codeIds.length);
  expect(coded).toEqual([2, 2]);
  await undo(store, anId());
  expect((await records(store)).annotations).toEqual(before);
});

test('another person, and another place, stay beside', async () => {
  const archive = codedText(text, ['稳中向好', '区委书记']);
  const [first, second] = archive.annotations;
  if (first === undefined || second === undefined) throw new Error('no annotations');
  const store = await libraryOf({ ...archive, annotations: [first, { ...second, creator: '乙' }] });
  const target = first.target;
  const shorter = {
    ...target,
    quote: { ...target.quote, exact: '稳中' },
    position: { start: 4, end: 6 },
  };
  const back = await handedBack({ ...archive, annotations: [{ ...first, target: shorter }, second] });
  const { annotations } = await planImport(store, back);
  expect(annotations).toEqual({ added: 2, changed: 0, same: 0, kept: 0 });
});
