/** Goes through everything that is exported once, for what stands at the head of a REFI-QDA project. */

import type { ExportOptions, ExportSource } from '../export/source';
import { readValue, type Variable } from '../variable';

export interface ProjectSurvey {
  /** Names, the person's first. */
  users: readonly string[];
  appliedCodes: ReadonlySet<string>;
  /** The ids of their articles, by the name of the outlet. */
  outlets: ReadonlyMap<string, readonly string[]>;
  /** The ids of variables of which some value is none of their kind: what a number once was may be a text now. */
  mixed: ReadonlySet<string>;
}

export async function surveyProject(source: ExportSource, { coder }: ExportOptions): Promise<ProjectSurvey> {
  const users = new Set([coder]);
  const appliedCodes = new Set<string>();
  const outlets = new Map<string, string[]>();
  const mixed = new Set<string>();
  for await (const { article, annotations } of source.articles('without-texts')) {
    const outlet = article.metadata.outlet?.value ?? '';
    if (outlet.trim() !== '') {
      const ids = outlets.get(outlet) ?? [];
      ids.push(article.id);
      outlets.set(outlet, ids);
    }
    for (const variable of source.variables) {
      const value = article.variables?.[variable.id] ?? '';
      if (!isOfKind(variable, value)) mixed.add(variable.id);
    }
    for (const annotation of annotations) {
      if (annotation.deleted !== null) continue;
      users.add(annotation.creator ?? coder);
      for (const id of annotation.codeIds) appliedCodes.add(id);
    }
  }
  return { users: [...users], appliedCodes, outlets, mixed };
}

function isOfKind(variable: Variable, value: string): boolean {
  return value === '' || readValue(variable, value) === value;
}
