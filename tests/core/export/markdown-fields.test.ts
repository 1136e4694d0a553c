/** The guide to templates names every field that there is, and no other. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { markdownFields } from '../../../core/export/markdown-fields';
import type { TemplateFields } from '../../../core/export/template';

function namesIn(fields: TemplateFields): string[] {
  return Object.entries(fields).flatMap(([name, type]) => [
    name,
    ...(typeof type === 'string' ? [] : namesIn(type)),
  ]);
}

it('the guide to templates lists all fields', () => {
  const rows = readFileSync('docs/markdown-templates.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| `\w/u.test(line));
  const listed = rows.flatMap((row) => Array.from(row.matchAll(/`([a-z]\w*)`/giu), ([, name = '']) => name));
  const examples = new Set(['yellow', 'green']);
  expect([...new Set(listed.filter((name) => !examples.has(name)))].toSorted()).toEqual(
    [...new Set(namesIn(markdownFields))].toSorted(),
  );
});
