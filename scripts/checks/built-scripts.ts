/** Looks through the built scripts for ways of turning text into markup or code. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

const forbidden: Readonly<Record<string, RegExp>> = {
  'an assignment to innerHTML': /\binnerHTML["'\]]*\s*\+?=(?!=)/u,
  'an assignment to outerHTML': /\bouterHTML["'\]]*\s*\+?=(?!=)/u,
  insertAdjacentHTML: /\binsertAdjacentHTML\b/u,
  'document.write': /\bdocument\s*\.\s*write(?:ln)?\s*\(/u,
  eval: /(?<![\w$.])eval\s*\(/u,
  'new Function': /(?<![\w$.])Function\s*\(/u,
};

/** The names of what is forbidden and stands in this script. */
export function forbiddenIn(script: string): string[] {
  return Object.entries(forbidden)
    .filter(([, pattern]) => pattern.test(script))
    .map(([name]) => name);
}

/** One line for each forbidden thing in a built script of any browser; throws when nothing is built. */
export function findForbidden(): string[] {
  const output = join(root, '.output');
  const scripts = globSync('*-mv3/**/*.{js,html}', { cwd: output });
  if (scripts.length === 0) throw new Error('.output holds no built script: run `npm run build` first');
  return scripts.flatMap((path) =>
    forbiddenIn(readFileSync(join(output, path), 'utf8')).map((name) => `.output/${path}: ${name}`),
  );
}
