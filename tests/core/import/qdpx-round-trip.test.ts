/** What leaves as a REFI-QDA project comes back equal, but for what the exporter says it cannot carry. */

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanAddress } from '../../../core/address';
import type { Archive } from '../../../core/archive';
import type { TextSnapshot } from '../../../core/article';
import { codePath } from '../../../core/code';
import { writableXml } from '../../../core/codebook-file/xml-text';
import { archiveSource } from '../../../core/export/archive-source';
import { qdpxExporter } from '../../../core/export/qdpx';
import { readQdpx } from '../../../core/import/qdpx';
import { articleSources } from '../../../core/refi-qda/article-sources';
import { environment, options, qdpxOf } from '../refi-qda/a-project';
import { tameLibraries } from '../refi-qda/tame-library';

it('every article, text, code, variable and annotation comes back, 200 random libraries', async () => {
  await fc.assert(
    fc.asyncProperty(tameLibraries, fc.boolean(), async (archive, hasTexts) => {
      const bytes = await qdpxOf(archive, { hasTexts });
      const { archive: back, bad, mended } = await readQdpx({ name: 'a.qdpx', bytes }, environment);
      expect(mended).toEqual([]);
      for (const { where, why } of bad)
        expect(`${where}: ${why}`).toBe('note “orphans”: belongs to no selection');
      expect(bareOf(back)).toEqual(await bareAfterwards(archive, hasTexts));
      expect(await readQdpx({ name: 'b.qdpx', bytes }, environment)).toEqual({ archive: back, bad, mended });
    }),
    { numRuns: 200, endOnFailure: true },
  );
}, 120_000);

it('the losses name what does not come back, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(tameLibraries, async (archive) => {
      const source = archiveSource(archive);
      const losses = new Map(
        (await qdpxExporter.losses(source, options)).map(({ what, count }) => [what, count]),
      );
      const bytes = await qdpxOf(archive);
      const { archive: back } = await readQdpx({ name: 'a.qdpx', bytes }, environment);
      expect(back.annotations).toHaveLength(source.annotationCount - (losses.get('lost-place') ?? 0));
      const own = archive.annotations.filter(({ deleted }) => deleted === null);
      expect(losses.get('page-place') ?? 0).toBe(own.filter(({ target }) => target.range !== null).length);
      expect(losses.get('trash')).toBeUndefined();
    }),
    { numRuns: 200, endOnFailure: true },
  );
}, 120_000);

/** What must come back: codes by path and variables by name, since their ids are made anew. */
function bareOf(archive: Archive) {
  const codes = new Map(archive.codes.map((code) => [code.id, code]));
  const pathOf = (id: string) => {
    const code = codes.get(id);
    return code === undefined ? id : codePath(code, codes).join('/');
  };
  const names = new Map(archive.variables.map(({ id, name }) => [id, name]));
  return {
    codes: archive.codes
      .map(({ id, colour, definition = '', examples = [] }) => ({
        path: pathOf(id),
        colour,
        definition: writableXml(definition),
        examples: examples.map(writableXml),
      }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
    variables: archive.variables
      .map(({ name, kind, choices }) => ({
        name,
        kind,
        choices: kind === 'choice' ? choices.map(writableXml) : [],
      }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    snapshots: Object.fromEntries(archive.snapshots.map(({ sha256, text }) => [sha256, text])),
    articles: Object.fromEntries(
      archive.articles.map(({ id, addresses, metadata, snapshot, variables = {} }) => [
        id,
        {
          addresses: addresses.map(cleanAddress),
          title: bare(metadata.title?.value),
          outlet: bare(metadata.outlet?.value),
          source: bare(metadata.source?.value),
          section: bare(metadata.section?.value),
          language: bare(metadata.language?.value),
          published: bare(metadata.published?.value),
          authors: writableXml(metadata.authors?.value.join('\n') ?? '')
            .split('\n')
            .filter((line) => line.trim() !== ''),
          snapshot,
          variables: Object.fromEntries(
            Object.entries(variables)
              .map(([id, value]) => [names.get(id), writableXml(value)])
              .filter(([name, value]) => name !== undefined && value !== ''),
          ),
        },
      ]),
    ),
    annotations: Object.fromEntries(
      archive.annotations.map(({ id, articleId, target, codeIds, note, creator, created, modified }) => [
        id,
        {
          articleId,
          exact: target.quote.exact,
          position: target.position,
          snapshot: target.snapshot,
          codes: codeIds.map(pathOf),
          note: writableXml(note),
          creator: creator ?? options.coder,
          created: withoutFraction(created),
          modified: withoutFraction(modified),
        },
      ]),
    ),
  };
}

/** The library less what the format cannot carry. */
async function bareAfterwards(archive: Archive, hasTexts: boolean) {
  const annotations = [];
  const articles = [];
  const snapshots: TextSnapshot[] = [];
  for await (const one of archiveSource(archive).articles()) {
    const { sources } = articleSources(one, hasTexts);
    articles.push({ ...one.article, snapshot: sources[0]?.snapshot?.sha256 ?? null });
    for (const { snapshot, selections, text } of sources) {
      if (snapshot !== null && snapshot.text !== '') snapshots.push(snapshot);
      for (const { annotation, start, end } of selections) {
        const exact = [...text.toWellFormed()].slice(start, end).join('');
        const place = snapshot === null ? { position: null, snapshot: null } : {};
        const quote = { ...annotation.target.quote, exact };
        annotations.push({ ...annotation, target: { ...annotation.target, ...place, quote } });
      }
    }
  }
  const withoutEmpty = articles.map((article) => ({
    ...article,
    snapshot: snapshots.some(({ sha256 }) => sha256 === article.snapshot) ? article.snapshot : null,
  }));
  return bareOf({ ...archive, articles: withoutEmpty, annotations, snapshots });
}

function bare(text = ''): string {
  const written = writableXml(text);
  return written.trim() === '' ? '' : written;
}

function withoutFraction(time: string): string {
  return time.replace(/\.\d+Z$/u, '.000Z');
}
