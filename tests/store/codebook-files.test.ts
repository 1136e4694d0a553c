/** A codebook out of one library as a file, and into another: nothing of it is lost on the way. */

import { expect, test } from 'vitest';
import type { CodebookFile } from '../../core/codebook-file';
import { toCodebookCsv } from '../../core/codebook-file/codebook-csv';
import { toQdc } from '../../core/codebook-file/qdc';
import { readCodebook } from '../../core/codebook-file/read-codebook';
import { importCodebook, libraryCodebook, planCodebookImport } from '../../store/codebook-file';
import { describeCode } from '../../store/codes';
import { removeAnnotations } from '../../store/many';
import { undo } from '../../store/undo';
import { anId } from '../builders';
import { aCodebook } from './a-codebook';
import { aLibrary, keep } from './a-library';

const formats = {
  qdc: (file: Parameters<typeof toQdc>[0]) => toQdc(file, anId),
  csv: toCodebookCsv,
};

test.each(Object.entries(formats))(
  'names, tree, colours, definitions and examples go out and in by %s',
  async (_, write) => {
    const { store, ids } = await aCodebook(
      '1 实施细则',
      '3 主体/区委',
      '3 主体/区委政法委',
      '3 主体/政法单位',
      'N 制度/督察',
      'N 制度/区委',
      'N 制度/监督/日常/－1',
    );
    const [rules = '', party = ''] = ids;
    await describeCode(store, { commandId: anId(), id: rules, definition: '=1+1\n\n例：\n• 不是例子' });
    await describeCode(store, {
      commandId: anId(),
      id: party,
      definition: '党的，“3 主体”之一',
      examples: ['第一句。\n第二句。', '𠮷'],
    });
    await keep(store, { codeIds: [party] });
    const file = await libraryCodebook(store);
    expect(file.codes.filter(({ isApplied }) => isApplied).map(({ id }) => id)).toEqual([party]);
    const read = readCodebook(new TextEncoder().encode(write(file)));
    expect(read).toEqual({ file: withoutUses(file), faults: [] });

    const target = await aLibrary().open();
    await importCodebook(target, { commandId: anId(), file: read.file });
    expect(withoutUses(await libraryCodebook(target))).toEqual(withoutUses(file));
    expect(await planCodebookImport(store, read.file)).toEqual({
      added: 0,
      changed: 0,
      same: file.codes.length,
    });
    await undo(target, anId());
    expect((await libraryCodebook(target)).codes).toEqual([]);
  },
);

test('a folder is a code with codes under it that no annotation has, also when those that had it are deleted', async () => {
  const { store, ids } = await aCodebook('主体', '主体/区委', '主体/区委/书记');
  const [actor = '', party = ''] = ids;
  const deleted = await keep(store, { codeIds: [actor] });
  await keep(store, { codeIds: [party] });
  const folders = async () =>
    Array.from(
      formats.qdc(await libraryCodebook(store)).matchAll(/name="([^"]+)" isCodable="false"/gu),
      ([, name]) => name,
    );
  expect(await folders()).toEqual([]);
  await removeAnnotations(store, { commandId: anId(), ids: [deleted.id] });
  expect(await folders()).toEqual(['主体']);
});

/** No file tells where codes are applied. */
function withoutUses({ codes }: CodebookFile): CodebookFile {
  return { codes: codes.map(({ isApplied: _, ...code }) => code) };
}
