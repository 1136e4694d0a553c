/** Elements of an HTML file: their text can only be text. */

import { escapeHtml } from './html-text';

/** What `element` has made, and nothing else. */
export interface Html {
  readonly html: string;
}

export type Child = string | Html | null;

/** Names and classes are ours; values may be anything. Null leaves an attribute out. */
export type Attributes = Readonly<Record<string, string | null>>;

export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Html {
  return { html: `${startTag(name, attributes)}${inside(children)}</${name}>` };
}

/** For what is written piece by piece: who opens it writes the end too. */
export function startTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${escapeHtml(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

/** Several, as one child. */
export function together(children: readonly Child[]): Html {
  return { html: inside(children) };
}

function inside(children: readonly Child[]): string {
  return children
    .map((child) => (child === null ? '' : typeof child === 'string' ? escapeHtml(child) : child.html))
    .join('');
}
