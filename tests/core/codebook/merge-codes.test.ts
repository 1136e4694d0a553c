/** What becomes of a codebook in which codes are merged, whatever its shape. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../../core/code';
import { placeOf } from '../../../core/codebook/code-place';
import { mergedFields, mergeInCodebook, withStandIns } from '../../../core/codebook/merge-codes';
import { aCode } from '../../builders';

function after(codes: readonly Code[], ids: readonly string[], intoId: string): Code[] {
  const { standIns, parents } = mergeInCodebook(codes, ids, intoId);
  return codes
    .filter(({ id }) => !standIns.has(id))
    .map((code) => ({
      ...code,
      parentId: parents.has(code.id) ? (parents.get(code.id) ?? null) : code.parentId,
    }));
}

/** Whether the way up from each code ends at the top. */
function isTree(codes: readonly Code[]): boolean {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return codes.every((code) => {
    let above: Code | undefined = code;
    for (let steps = 0; steps <= codes.length; steps += 1) {
      if (above === undefined) return false;
      if (above.parentId === null) return true;
      above = byId.get(above.parentId);
    }
    return false;
  });
}

/** Codebooks of few names, no two at one place, so that many meet. */
const codebooks = fc
  .array(fc.record({ name: fc.constantFrom('甲', '乙', '丙'), parent: fc.nat() }), {
    minLength: 2,
    maxLength: 14,
  })
  .map((seeds) => {
    const codes: Code[] = [];
    const places = new Set<string>();
    for (const { name, parent } of seeds) {
      const parentId = codes[parent % (codes.length + 1)]?.id ?? null;
      const code = aCode({ name, parentId });
      if (places.has(placeOf(code))) continue;
      places.add(placeOf(code));
      codes.push(code);
    }
    return codes;
  });

describe('mergeInCodebook', () => {
  it('leaves a tree in which the target stands for every merged code, whatever is merged into whatever', () => {
    fc.assert(
      fc.property(codebooks, fc.nat(), fc.infiniteStream(fc.boolean()), (codes, pick, chosen) => {
        const intoId = codes[pick % codes.length]?.id ?? '';
        const ids = codes.filter(() => chosen.next().value).map(({ id }) => id);
        const { standIns, parents } = mergeInCodebook(codes, ids, intoId);
        const left = after(codes, ids, intoId);
        const leftIds = new Set(left.map(({ id }) => id));
        expect(isTree(left)).toBe(true);
        expect(leftIds).toContain(intoId);
        for (const id of ids) if (id !== intoId) expect(standIns.get(id)).toBe(intoId);
        for (const [gone, standIn] of standIns) {
          expect(leftIds).toContain(standIn);
          expect(leftIds).not.toContain(gone);
        }
        for (const id of parents.keys()) expect(leftIds).toContain(id);
        // A target that has risen may meet another one of its name; nothing else may.
        const places = left.filter(({ id }) => id !== intoId).map(placeOf);
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing where only the target is merged into itself', () => {
    const code = aCode();
    expect(mergeInCodebook([code, aCode({ parentId: code.id })], [code.id], code.id)).toEqual({
      standIns: new Map(),
      parents: new Map(),
    });
  });
});

describe('mergedFields', () => {
  it('adds what others say once, after the code’s own words, and keeps its own digit', () => {
    const code = aCode({ definition: 'Own.', examples: ['a'], shortcut: '1' });
    const others = [
      aCode({ definition: 'More.', examples: ['b', 'a'], shortcut: '2' }),
      aCode({ definition: 'Own.' }),
    ];
    expect(mergedFields(code, others)).toEqual({
      definition: 'Own.\n\nMore.',
      examples: ['a', 'b'],
      shortcut: '1',
    });
    expect(mergedFields(aCode(), [aCode()])).toEqual({});
  });
});

it('what stands in for several codes stands once, at the place of the first', () => {
  const standIns = new Map([
    ['a', 'c'],
    ['b', 'c'],
  ]);
  expect(withStandIns(['x', 'b', 'y', 'a', 'c'], standIns)).toEqual(['x', 'c', 'y']);
});
