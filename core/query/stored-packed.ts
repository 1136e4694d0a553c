/** Packed annotations as they are stored: few values, since a reading costs by their number as by their size. */

import type { ArticleHead, Packed } from './packed';

export interface StoredPacked {
  /** Joined by line feeds, which no id holds, as `codes` and `snapshots`. */
  ids: string;
  codes: string;
  snapshots: string;
  texts: readonly string[];
  articles: readonly ArticleHead[];
  /** How many annotations. */
  count: number;
  /** How many numbers `codeOf` has. */
  codeCount: number;
  /** All columns, one after the other. */
  columns: Uint8Array<ArrayBuffer>;
}

export function toStored(packed: Packed): StoredPacked {
  const { ids, codes, snapshots, texts, articles } = packed;
  const columns = columnsOf(packed);
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return {
    ids: ids.join('\n'),
    codes: codes.join('\n'),
    snapshots: snapshots.join('\n'),
    texts,
    articles,
    count: ids.length,
    codeCount: packed.codeOf.length,
    columns: bytes,
  };
}

/** Widest numbers first, so that each column starts where its numbers may. */
function columnsOf(packed: Packed): (Float64Array | Uint32Array | Uint8Array)[] {
  const { created, modified, starts, ends, articleOf, snapshotOf, codeEnds, codeOf, isTrashed } = packed;
  return [created, modified, starts, ends, articleOf, snapshotOf, codeEnds, codeOf, isTrashed];
}

/** Ids are only made when somebody asks for them. */
export function fromStored(stored: StoredPacked): Packed {
  const { texts, articles, count, codeCount, columns } = stored;
  const { buffer } = columns;
  let at = columns.byteOffset;
  const next = <Column>(
    column: new (buffer: ArrayBuffer, at: number, length: number) => Column,
    size: number,
    length: number,
  ) => {
    const made = new column(buffer, at, length);
    at += size * length;
    return made;
  };
  let ids: readonly string[] | null = null;
  let codes: readonly string[] | null = null;
  let snapshots: readonly string[] | null = null;
  return {
    get ids() {
      ids ??= parted(stored.ids);
      return ids;
    },
    get codes() {
      codes ??= parted(stored.codes);
      return codes;
    },
    get snapshots() {
      snapshots ??= parted(stored.snapshots);
      return snapshots;
    },
    texts,
    articles,
    created: next(Float64Array, 8, count),
    modified: next(Float64Array, 8, count),
    starts: next(Float64Array, 8, count),
    ends: next(Uint32Array, 4, count * 2),
    articleOf: next(Uint32Array, 4, count),
    snapshotOf: next(Uint32Array, 4, count),
    codeEnds: next(Uint32Array, 4, count),
    codeOf: next(Uint32Array, 4, codeCount),
    isTrashed: next(Uint8Array, 1, count),
  };
}

function parted(ids: string): string[] {
  return ids === '' ? [] : ids.split('\n');
}
