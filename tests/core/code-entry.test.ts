/** Codes as the interface lists them. */

import { describe, expect, it } from 'vitest';
import { codeEntries, createCodeEntries, indexCodes, pickCodes } from '../../core/code-entry';
import { aCode, anAnnotation, anId } from '../builders';

const top = aCode({ name: '主体', colour: 'pink' });
const below = aCode({ name: '区委', parentId: top.id, colour: 'blue' });
const other = aCode({ name: 'Economy', colour: 'green' });

describe('codeEntries', () => {
  it('gives each code its whole path, colour and count, sorted by path', () => {
    const annotations = [
      anAnnotation({ codeIds: [below.id, other.id] }),
      anAnnotation({ codeIds: [below.id, anId()] }),
      anAnnotation(),
    ];
    const entries = codeEntries([below, other, top], annotations);
    expect(entries.map(({ path }) => path)).toEqual(['Economy', '主体', '主体/区委']);
    expect(entries).toContainEqual({ id: below.id, path: '主体/区委', colour: 'blue', count: 2 });
    expect(entries).toContainEqual({ id: top.id, path: '主体', colour: 'pink', count: 0 });
  });

  it('puts what stands below a code right after it, siblings by name and numbers by size', () => {
    const third = aCode({ name: '3 主体' });
    const codes = [aCode({ name: '10 x' }), aCode({ name: '区委', parentId: third.id }), third];
    const more = [...codes, aCode({ name: '3 主体 b' }), aCode({ name: '1 实施细则' })];
    expect(codeEntries(more, []).map(({ path }) => path)).toEqual([
      '1 实施细则',
      '3 主体',
      '3 主体/区委',
      '3 主体 b',
      '10 x',
    ]);
  });

  it('marks a code that is no longer offered', () => {
    const archived = aCode({ archived: '2026-11-01T00:00:00.000Z' });
    const entries = codeEntries([archived, aCode({ archived: null })], []);
    expect(entries.map(({ isArchived }) => isArchived).sort()).toEqual([true, undefined]);
  });

  it('is made once for the same codes and annotations', () => {
    const list = createCodeEntries();
    const [codes, annotations] = [[top, below], [anAnnotation({ codeIds: [top.id] })]];
    const first = list(codes, annotations);
    expect(list(codes, annotations)).toBe(first);
    expect(list(codes, [])).not.toBe(first);
    expect(list([...codes], annotations)).toEqual(first);
  });

  it('ends the path where a code above is missing or the codes form a circle', () => {
    const orphan = aCode({ name: '孤', parentId: anId() });
    const circle = aCode({ name: '圆' });
    circle.parentId = circle.id;
    const paths = codeEntries([orphan, circle], []).map(({ path }) => path);
    expect(paths.sort()).toEqual(['圆', '孤'].sort());
  });

  it('leaves the given codes in their order', () => {
    const codes = [top, below, other];
    codeEntries(codes, []);
    expect(codes).toEqual([top, below, other]);
  });
});

describe('pickCodes', () => {
  it('follows the order of the ids and drops those that no longer exist', () => {
    const index = indexCodes(codeEntries([top, below, other], []));
    const picked = pickCodes([other.id, anId(), '__proto__', top.id], index);
    expect(picked.map(({ id }) => id)).toEqual([other.id, top.id]);
  });
});
