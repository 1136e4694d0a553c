/** A code's definition and examples as one text, for formats that have one field for both; it reads back to the letter. */

interface Described {
  definition: string;
  examples: readonly string[];
}

const headings = ['Examples:', '例：'] as const;
const item = '• ';
const indent = '  ';

/**
 * The definition, and below it a list under the heading "Examples:" (of Chinese words: "例："). A definition that itself
 * ends with such a list gets an empty one after it.
 */
export function writeDescription({ definition, examples }: Described): string {
  if (examples.length === 0 && readExamples(definition) === null) return definition;
  const heading = headings[/\p{Script=Han}/u.test(definition + examples.join('')) ? 1 : 0];
  const items = examples.map((example) => `\n${item}${example.replaceAll('\n', `\n${indent}`)}`);
  return `${definition === '' ? '' : `${definition}\n\n`}${heading}${items.join('')}`;
}

/** `examples` is null where the text has no list of them. */
export function readDescription(text: string): { definition: string; examples: string[] | null } {
  return readExamples(text) ?? { definition: text, examples: null };
}

/** The last heading counts: no line of an example can be one, since all are indented. */
function readExamples(text: string): { definition: string; examples: string[] } | null {
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => headings.some((heading) => heading === line.trimEnd()));
  if (at === -1) return null;
  const examples: string[] = [];
  for (const line of lines.slice(at + 1)) {
    const last = examples.length - 1;
    if (line.startsWith(item)) examples.push(line.slice(item.length));
    else if (last >= 0 && (line.startsWith(indent) || line === '')) {
      examples[last] += `\n${line.slice(indent.length)}`;
    } else return null;
  }
  const above = lines.slice(0, at);
  if (above.at(-1) === '') above.pop();
  return { definition: above.join('\n'), examples };
}
