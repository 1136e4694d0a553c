/** Text from pages and readers in a BibLaTeX file, where it stays text. */

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\`{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};

/** What means something in LaTeX, and pairs of marks that it draws as one: `--`, `''`, `,,`, `<<`, `>>`. */
const marks = /[\\{}$&#%_^~`]|(?<=([-',<>]))\1/gu;

/** A lone brace, even one that LaTeX would take as text, would end or swallow an entry: then braces are written by name. */
export function latexText(text: string): string {
  const hasPairs = isBalanced(text);
  return text.replace(marks, (mark, twin: string | undefined) => {
    if (twin !== undefined) return `{}${mark}`;
    return (hasPairs && /[{}]/u.test(mark) ? undefined : commands[mark]) ?? `\\${mark}`;
  });
}

/** Verbatim in LaTeX but for braces. */
export function latexAddress(address: string): string {
  return address.replace(/[{}\\]/gu, encodeURIComponent);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/gu)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
