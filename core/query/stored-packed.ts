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
  return withLazy(
    { texts, articles, ...columnsIn(columns, count, codeCount) },
    {
      ids: () => parted(stored.ids),
      codes: () => parted(stored.codes),
      snapshots: () => parted(stored.snapshots),
    },
  );
}

type Columns = Omit<Packed, 'ids' | 'codes' | 'snapshots' | 'texts' | 'articles'>;

/** Views of the same bytes. @param columns starts where the widest numbers may start */
export function columnsIn(columns: Uint8Array<ArrayBuffer>, count: number, codeCount: number): Columns {
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
  return {
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

/** With fields that are made when somebody asks for them, and then kept. */
export function withLazy<Known extends object, Made extends object>(
  known: Known,
  makers: { [Name in keyof Made]: () => Made[Name] },
): Known & Made {
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    let made: { value: unknown } | null = null;
    Object.defineProperty(known, name, {
      enumerable: true,
      get() {
        made ??= { value: make() };
        return made.value;
      },
    });
  }
  // They have just been defined.
  return known as Known & Made;
}

export function parted(ids: string): string[] {
  return ids === '' ? [] : ids.split('\n');
}
