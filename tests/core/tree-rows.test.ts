import { describe, expect, it } from 'vitest';
import { codeTree, rowByName, type TreeView, treeRows } from '../../core/codebook/tree-rows';
import { aCode } from '../builders';

const everything: TreeView = { closedIds: new Set(), filter: '', showsArchived: false };
const actor = aCode({ name: '10 主体' });
const rules = aCode({ name: '2 实施细则' });
const court = aCode({ name: '区委政法委', parentId: actor.id });
const office = aCode({ name: 'Büro', parentId: court.id });
const gone = aCode({ name: '1 旧的', archived: '2026-03-01T08:00:00.000Z' });
const tree = codeTree([actor, court, office, gone, rules]);
const paths = (view: Partial<TreeView> = {}) =>
  treeRows(tree, { ...everything, ...view }).map(({ path, level }) => `${level} ${path}`);

describe('the rows of a codebook', () => {
  it('stand in name order, numbers in number order, each under its parent', () => {
    expect(paths()).toEqual([
      '1 2 实施细则',
      '1 10 主体',
      '2 10 主体/区委政法委',
      '3 10 主体/区委政法委/Büro',
    ]);
  });

  it('leave out what is under a closed code, and what is archived unless it is asked for', () => {
    expect(paths({ closedIds: new Set([actor.id]) })).toEqual(['1 2 实施细则', '1 10 主体']);
    expect(paths({ closedIds: new Set([actor.id]), showsArchived: true })[0]).toBe('1 1 旧的');
  });

  it('keep an archived code that has one under it which is not', () => {
    const below = aCode({ name: '新', parentId: gone.id });
    expect(treeRows(codeTree([gone, below]), everything).map(({ code }) => code.name)).toEqual([
      '1 旧的',
      '新',
    ]);
  });

  it.each(['法', '政法', 'buro', '主体 bü', '主体/法'])(
    'are found by %s, any part of the path, even where closed',
    (filter) => {
      expect(paths({ filter, closedIds: new Set([actor.id]) })).toContain('2 10 主体/区委政法委');
    },
  );

  it('tell how many siblings are shown, and whether there is something to open', () => {
    const [first, second] = treeRows(tree, everything);
    expect([first?.position, first?.siblings, first?.isOpen]).toEqual([1, 2, null]);
    expect([second?.position, second?.siblings, second?.isOpen]).toEqual([2, 2, true]);
  });

  it('hold codes of which the parent is missing', () => {
    const orphan = aCode({ name: 'orphan', parentId: 'nobody' });
    expect(treeRows(codeTree([orphan]), everything)).toHaveLength(1);
  });

  it('are found by the beginning of the name, one after the other', () => {
    const rows = treeRows(tree, everything);
    expect(rowByName(rows, rules.id, '1')?.code).toBe(actor);
    expect(rowByName(rows, actor.id, '10')?.code).toBe(actor);
    expect(rowByName(rows, actor.id, 'b')?.code).toBe(office);
    expect(rowByName(rows, actor.id, 'z')).toBeNull();
  });
});

it('lists 2,000 codes anew within a keystroke', () => {
  const codes = Array.from({ length: 2000 }, (_, index) =>
    aCode({ name: `编码 ${index}`, parentId: index < 40 ? null : `top${index % 40}` }),
  ).map((code, index) => (index < 40 ? { ...code, id: `top${index}` } : code));
  const large = codeTree(codes);
  const start = performance.now();
  for (const filter of ['1', '19', '199', '编']) treeRows(large, { ...everything, filter });
  expect((performance.now() - start) / 4).toBeLessThan(50);
});
