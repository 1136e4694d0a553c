/**
 * A small language for templates that people edit: fields, loops and conditions, no code.
 *
 * `{{title}}` writes a field, `{{title|yaml}}` as a YAML value. `{{#quotes}}…{{/quotes}}` is written once for each quote, or
 * once where the field is not empty; `{{^note}}…{{/note}}` where it is. A line with nothing but such a mark is not written.
 */

/** What fields a template may name; one with fields of its own is a list. */
export interface TemplateFields {
  readonly [name: string]: 'text' | 'list' | 'markup' | TemplateFields;
}

/** Values by the names of fields: a text, several texts, or one set of values for each round of a loop. */
export interface TemplateValues {
  readonly [name: string]: string | readonly string[] | readonly TemplateValues[];
}

export type TemplateNode =
  | { kind: 'words'; words: string }
  | { kind: 'field'; name: string; type: 'text' | 'list' | 'markup'; filter: string | null }
  | { kind: 'section'; name: string; isForEmpty: boolean; nodes: readonly TemplateNode[] };

export type TemplateFault =
  | 'no-field'
  | 'is-list'
  | 'no-filter'
  | 'no-mark'
  | 'never-closed'
  | 'never-opened'
  | 'crossed';

const why: Readonly<Record<TemplateFault, (name: string, other: string, line: string) => string>> = {
  'no-field': (name) => `there is no field “${name}”`,
  'is-list': (name) => `“${name}” is a list: write {{#${name}}}`,
  'no-filter': (name) => `“${name}” is no way to write a field`,
  'no-mark': () => '“{{” begins no mark that is known',
  'never-closed': (name) => `“${name}” is opened and never closed`,
  'never-opened': (name) => `“${name}” is closed and was never opened`,
  crossed: (name, other, line) => `“${name}” is closed, but “${other}” of line ${line} is open`,
};

/** A template that was not taken. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    /** From 1. */
    readonly line: number,
    readonly mistake: TemplateFault,
    /** What stands in the template there; of what is crossed also what is open, and its line. */
    readonly names: readonly string[] = [],
  ) {
    const [name = '', other = '', openLine = ''] = names;
    super(`line ${line}: ${why[mistake](name, other, openLine)}`);
  }
}

interface Open {
  name: string;
  line: number;
  fields: readonly TemplateFields[];
  nodes: TemplateNode[];
}

const mark = /\{\{\s*([#^/]?)\s*([a-z]\w*)\s*(?:\|\s*(\w+)\s*)?\}\}/giu;
const sectionAlone = /^[ \t]*\{\{\s*[#^/]\s*[a-z]\w*\s*\}\}[ \t]*$/iu;

/**
 * @param filters the names that may stand after `|`
 * @throws {TemplateError} naming the line of the first mistake
 */
export function parseTemplate(
  template: string,
  fields: TemplateFields,
  filters: readonly string[],
): TemplateNode[] {
  const top: Open = { name: '', line: 0, fields: [fields], nodes: [] };
  const open: Open[] = [top];
  const lines = template.replace(/\r\n?/gu, '\n').split('\n');
  for (const [index, text] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const isMarkOnly = sectionAlone.test(text);
    readLine(isMarkOnly ? text.trim() : text + (isLast ? '' : '\n'), index + 1, open, filters);
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined && unclosed !== top) {
    throw new TemplateError(unclosed.line, 'never-closed', [unclosed.name]);
  }
  return top.nodes;
}

function readLine(text: string, line: number, open: Open[], filters: readonly string[]): void {
  let done = 0;
  for (const found of text.matchAll(mark)) {
    addWords(text.slice(done, found.index), line, open);
    done = found.index + found[0].length;
    const [, sign = '', name = '', filter = null] = found;
    if (filter !== null && (sign !== '' || !filters.includes(filter))) {
      throw new TemplateError(line, 'no-filter', [filter]);
    }
    if (sign === '/') close(name, line, open);
    else addMark(sign, name, filter, line, open);
  }
  addWords(text.slice(done), line, open);
}

function addWords(words: string, line: number, open: Open[]): void {
  if (words.includes('{{')) throw new TemplateError(line, 'no-mark');
  if (words !== '') open.at(-1)?.nodes.push({ kind: 'words', words });
}

function addMark(sign: string, name: string, filter: string | null, line: number, open: Open[]): void {
  const inside = open.at(-1);
  const known = inside?.fields.findLast((fields) => Object.hasOwn(fields, name))?.[name];
  if (inside === undefined || known === undefined) throw new TemplateError(line, 'no-field', [name]);
  if (sign === '') {
    if (typeof known !== 'string') throw new TemplateError(line, 'is-list', [name]);
    inside.nodes.push({ kind: 'field', name, type: known, filter });
    return;
  }
  const nodes: TemplateNode[] = [];
  inside.nodes.push({ kind: 'section', name, isForEmpty: sign === '^', nodes });
  const isLoop = sign === '#' && typeof known !== 'string';
  open.push({ name, line, nodes, fields: isLoop ? [...inside.fields, known] : inside.fields });
}

function close(name: string, line: number, open: Open[]): void {
  const inside = open.pop();
  if (inside === undefined || open.length === 0) throw new TemplateError(line, 'never-opened', [name]);
  if (inside.name !== name) {
    throw new TemplateError(line, 'crossed', [name, inside.name, String(inside.line)]);
  }
}

/** How a field's value is written. @param line what stands in the line before it */
export type WriteField = (
  value: string | readonly string[],
  field: { type: 'text' | 'list' | 'markup'; filter: string | null },
  line: string,
) => string;

export function fillTemplate(
  nodes: readonly TemplateNode[],
  values: TemplateValues,
  write: WriteField,
): string {
  const filled: Filled = { parts: [], line: '' };
  fill(nodes, [values], write, filled);
  return filled.parts.join('');
}

interface Filled {
  parts: string[];
  /** What stands in the last line so far. */
  line: string;
}

function fill(
  nodes: readonly TemplateNode[],
  scopes: readonly TemplateValues[],
  write: WriteField,
  filled: Filled,
): void {
  for (const node of nodes) {
    if (node.kind === 'words') {
      add(node.words, filled);
      continue;
    }
    const value = scopes.findLast((scope) => Object.hasOwn(scope, node.name))?.[node.name] ?? '';
    if (node.kind === 'field') {
      if (isTexts(value)) add(write(value, node, filled.line), filled);
    } else if (value.length === 0) {
      if (node.isForEmpty) fill(node.nodes, scopes, write, filled);
    } else if (!node.isForEmpty) {
      const rounds = isTexts(value) ? [scopes] : value.map((scope) => [...scopes, scope]);
      for (const round of rounds) fill(node.nodes, round, write, filled);
    }
  }
}

function add(words: string, filled: Filled): void {
  filled.parts.push(words);
  const lineStart = words.lastIndexOf('\n') + 1;
  filled.line = lineStart === 0 ? filled.line + words : words.slice(lineStart);
}

function isTexts(
  value: string | readonly string[] | readonly TemplateValues[],
): value is string | readonly string[] {
  return typeof value === 'string' || value.every((item) => typeof item === 'string');
}
