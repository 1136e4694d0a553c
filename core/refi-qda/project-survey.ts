/** Goes through the articles of what is exported, for what a REFI-QDA project must know before it tells of the first. */

import type { ExportSource } from '../export/source';
import { readValue, type Variable } from '../variable';

/** The ids of variables of which some value is none of their kind: what a number once was may be a text now. */
export async function mixedVariables(source: ExportSource): Promise<ReadonlySet<string>> {
  const mixed = new Set<string>();
  const checked = source.variables.filter(({ kind }) => kind === 'number' || kind === 'date');
  if (checked.length === 0) return mixed;
  for await (const { article } of source.articles('bare')) {
    for (const variable of checked) {
      if (!isOfKind(variable, article.variables?.[variable.id] ?? '')) mixed.add(variable.id);
    }
  }
  return mixed;
}

function isOfKind(variable: Variable, value: string): boolean {
  return value === '' || readValue(variable, value) === value;
}
