/** Codes as the interface lists them. */

import { describe, expect, it } from 'vitest';
import { codeEntries, indexCodes, pickCodes } from '../../core/code-entry';
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
    expect(entries.map(({ path }) => path)).toEqual(
      ['Economy', '主体', '主体/区委'].sort((one, two) => one.localeCompare(two)),
    );
    expect(entries).toContainEqual({ id: below.id, path: '主体/区委', colour: 'blue', count: 2 });
    expect(entries).toContainEqual({ id: top.id, path: '主体', colour: 'pink', count: 0 });
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
