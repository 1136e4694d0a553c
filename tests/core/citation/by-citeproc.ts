/** References as citeproc-js writes them, the judge of our own. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import csl from 'citeproc';
import type { CslItem } from '../../../core/citation/csl-item';

const { CI } = process.env;
export const cslFolder = join(import.meta.dirname, '../../../../shared/schemas/csl');
/** Without them the run fails on the build machine, and tests that need them are skipped by name elsewhere. */
export const hasCsl = existsSync(cslFolder) || CI !== undefined;

/** One reference for each item, in plain text, without its number. */
export function byCiteproc(style: string, items: readonly CslItem[], language = 'zh-CN'): string[] {
  const known = new Map(items.map((item) => [item.id, item]));
  const engine = new csl.Engine(
    {
      retrieveItem: (id) => structuredClone(known.get(id)),
      retrieveLocale: (name) => {
        const file = join(cslFolder, 'locales', `locales-${name.startsWith('zh') ? 'zh-CN' : 'en-US'}.xml`);
        return readFileSync(file, 'utf8');
      },
    },
    style,
    language,
  );
  engine.setOutputFormat('text');
  engine.updateItems([...known.keys()]);
  const made = engine.makeBibliography();
  if (made === false) throw new Error('citeproc-js made no bibliography');
  const [{ entry_ids: ids }, texts] = made;
  const byId = new Map(texts.map((text, index) => [String(ids[index]?.[0]), text]));
  return items.map(({ id }) =>
    (byId.get(id) ?? '')
      .trim()
      .replace(/^\[\d+\]\s*/u, '')
      .replace(/\s+/gu, ' '),
  );
}
