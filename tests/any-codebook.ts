/** Codebooks and variables of any kind for property tests: as the first records have them, and with the fields that came later. */

import * as fc from 'fast-check';
import type { Code } from '../core/code';
import { colours } from '../core/colour';
import { type Variable, variableKinds } from '../core/variable';

/** Codes whose parents stand before them, so that there is no circle. */
export function anyCodebook(
  anyText: fc.Arbitrary<string>,
  times: fc.Arbitrary<string>,
): fc.Arbitrary<Code[]> {
  const names = anyText.map((text) => text.replace(/[/／]/gu, '-')).filter((name) => /\S/u.test(name));
  const seeds = fc.record(
    {
      id: fc.uuid(),
      name: names,
      parent: fc.option(fc.nat(), { nil: null }),
      colour: fc.constantFrom(...colours),
      definition: anyText,
      examples: fc.array(anyText, { maxLength: 2 }),
      shortcut: fc.constantFrom(null, '1', '2', '9'),
      archived: fc.option(times, { nil: null }),
      created: times,
      modified: times,
    },
    { requiredKeys: ['id', 'name', 'parent', 'colour', 'created', 'modified'] },
  );
  return fc.array(seeds, { maxLength: 5 }).map((all) =>
    all.map(({ parent, ...code }, index) => {
      const above = parent === null || index === 0 ? undefined : all[parent % index];
      return { ...code, parentId: above?.id ?? null };
    }),
  );
}

export function anyVariables(
  anyText: fc.Arbitrary<string>,
  times: fc.Arbitrary<string>,
): fc.Arbitrary<Variable[]> {
  const variable = fc.record({
    id: fc.uuid(),
    name: fc.oneof(
      fc.constantFrom('年份', 'Year', 'ｙｅａｒ'),
      anyText.filter((name) => /\S/u.test(name)),
    ),
    kind: fc.constantFrom(...variableKinds),
    choices: fc.uniqueArray(anyText, { maxLength: 3 }),
    created: times,
    modified: times,
  });
  return fc.uniqueArray(variable, { maxLength: 3, selector: ({ id }) => id });
}

/** Values of some of these variables, and of one that is nowhere; undefined for none. */
export function anyValues(
  anyText: fc.Arbitrary<string>,
  variables: readonly Variable[],
): fc.Arbitrary<Record<string, string>> {
  const ids = [...variables.map(({ id }) => id), 'ffffffff-ffff-4fff-8fff-ffffffffffff'];
  return fc.dictionary(fc.constantFrom(...ids), anyText, { maxKeys: 3, noNullPrototype: true });
}
