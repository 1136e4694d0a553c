/** Generated pages, everything that may happen to them, and their text by a second, simpler reading. */

import fc from 'fast-check';

/** One change; the numbers choose where, modulo what there is. */
export interface Change {
  kind: (typeof kinds)[number];
  first: number;
  second: number;
  text: string;
}

const kinds = [
  'write',
  'insert text',
  'insert element',
  'insert markup',
  'remove',
  'move',
  'wrap',
  'unwrap',
  'split',
  'normalize',
  'replace body',
  'rewrite body',
  'attach shadow root',
  'write in shadow root',
  'move to slot',
  'rename slot',
  'hide',
  'restyle',
  'touch class',
  'style sheet',
  'move all',
] as const;

const texts = fc.constantFrom(
  'one',
  ' two ',
  '\n',
  ' ',
  'a\u00adb',
  ' \u200b ',
  '東京',
  'x  y',
  '.',
  '',
  '\ufeff',
  'three four',
);
const tags = ['p', 'div', 'b', 'i', 'td', 'br', 'slot', 'x-host', 'noscript', 'section', 'ruby', 'rt', 'li'];

const { tree: markup } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 4 },
    texts,
    fc
      .tuple(fc.constantFrom(...tags), fc.constantFrom('', ' hidden', ' slot="s"', ' name="s"'), tie('tree'))
      .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner}</${tag}>`),
  ),
}));

export const pages = fc
  .array(markup, { minLength: 1, maxLength: 4 })
  .map((parts) => `<p>first</p>${parts.join('<p>more words</p>')}`);

const index = fc.nat({ max: 1_000 });
export const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...kinds),
  first: index,
  second: index,
  text: texts,
});

/** Every node of the page, also in open shadow trees. */
export function nodesUnder(top: Node): Node[] {
  const nodes: Node[] = [top];
  for (const node of nodes) {
    if (node instanceof Element && node.shadowRoot !== null) nodes.push(node.shadowRoot);
    nodes.push(...node.childNodes);
  }
  return nodes;
}

const closedHosts = new WeakSet<Element>();

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

export function change(document: Document, { kind, first, second, text }: Change): void {
  const nodes = nodesUnder(document.body);
  const elements = nodes.filter((node) => node instanceof Element);
  const textNodes = nodes.filter((node) => node instanceof Text);
  const inner = nodes.filter((node) => node !== document.body && !(node instanceof ShadowRoot));
  const element = pick(elements, first) ?? document.body;
  const node = pick(inner, first);
  const shadowRoots = nodes.filter((one) => one instanceof ShadowRoot);
  // Often a host: what is shown of its children is hardest to follow.
  const hosts = first % 3 === 0 ? shadowRoots.map(({ host }) => host) : [];
  const holder = pick(hosts, second) ?? pick([...elements, ...shadowRoots], second) ?? document.body;
  const before = pick([...holder.childNodes, null], first) ?? null;
  switch (kind) {
    case 'write': {
      const written = pick(textNodes, first);
      // The same words again: ranges in the node collapse all the same.
      if (written !== undefined) written.data = second % 3 === 0 ? String(written.data) : text;
      return;
    }
    case 'insert text':
      holder.insertBefore(document.createTextNode(text), before);
      return;
    case 'insert element': {
      const created = document.createElement(pick(tags, first) ?? 'p');
      created.append(text);
      holder.insertBefore(created, before);
      return;
    }
    case 'insert markup': {
      const template = document.createElement('template');
      template.innerHTML = `<section>${text}<p>new<b>er</b></p>${text}</section><p>new</p>`;
      holder.insertBefore(template.content, before);
      return;
    }
    case 'remove':
      node?.parentNode?.removeChild(node);
      return;
    case 'move':
      if (node !== undefined && !contains(node, holder))
        holder.insertBefore(node, before === node ? null : before);
      return;
    case 'wrap': {
      const wrapper = document.createElement(pick(['b', 'div', 'font', 'section'], second) ?? 'b');
      node?.parentNode?.replaceChild(wrapper, node);
      if (node !== undefined) wrapper.append(node);
      return;
    }
    case 'unwrap':
      if (element !== document.body) element.replaceWith(...element.childNodes);
      return;
    case 'split': {
      const split = pick(textNodes, first);
      split?.splitText(second % (split.length + 1));
      return;
    }
    case 'normalize':
      holder.normalize();
      return;
    case 'replace body': {
      const body = document.createElement('body');
      body.innerHTML = `<p>${text}</p><div>other<p>body</p></div>`;
      document.documentElement.replaceChild(body, document.body);
      return;
    }
    case 'rewrite body':
      document.body.innerHTML = String(document.body.innerHTML);
      return;
    case 'attach shadow root': {
      const host = pick(
        elements.filter(
          (one) =>
            /^(?:x-host|p|div|section)$/i.test(one.tagName) &&
            !closedHosts.has(one) &&
            one.shadowRoot === null,
        ),
        first,
      );
      const isClosed = second % 5 === 0;
      if (isClosed && host !== undefined) closedHosts.add(host);
      const shadowRoot = host?.attachShadow({ mode: isClosed ? 'closed' : 'open' });
      if (shadowRoot !== undefined)
        shadowRoot.innerHTML = `<p>shadow</p><slot name="s">${text}</slot><div><slot></slot></div>`;
      // Nothing tells of a shadow root that an element of the browser's own gets; only what happens there next.
      if (host?.localName.includes('-') === false)
        host.parentNode?.insertBefore(document.createElement('i'), host);
      if (host?.localName.includes('-') === false) host.after(host);
      return;
    }
    case 'write in shadow root': {
      const shadowRoot = pick(shadowRoots, first);
      if (second % 2 === 0) shadowRoot?.append(document.createElement('slot'), text);
      else shadowRoot?.firstChild?.remove();
      return;
    }
    case 'move to slot':
      if (second % 2 === 0) element.setAttribute('slot', 's');
      else element.removeAttribute('slot');
      return;
    case 'rename slot': {
      const slot = pick(
        elements.filter(({ localName }) => localName === 'slot'),
        first,
      );
      if (second % 2 === 0) slot?.setAttribute('name', 's');
      else slot?.removeAttribute('name');
      return;
    }
    case 'hide':
      element.toggleAttribute('hidden');
      return;
    case 'restyle':
      element.setAttribute('style', second % 2 === 0 ? 'display: none' : 'color: red');
      return;
    case 'touch class':
      element.setAttribute('class', `c${second}`);
      return;
    case 'style sheet':
      holder.insertBefore(document.createElement('style'), before);
      return;
    case 'move all':
      holder.append(...[...holder.childNodes].reverse());
      return;
  }
}

function contains(node: Node, other: Node): boolean {
  for (let at: Node | null = other; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at === node) return true;
  }
  return false;
}

const blocks = /^(?:P|DIV|SECTION|BODY|LI|HTML)$/;
const unread = /^(?:NOSCRIPT|STYLE|RT)$/;

/** What `readTextMap` should say, worked out in one string with marks in it. */
export function plainText(root: Element, isOwn: (node: Node) => boolean): string {
  return marked(root)
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/ ?(?:¶ ?)+/gu, '\n')
    .trim();

  function marked(node: Node): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    const { tagName } = node;
    const isHidden = node.hasAttribute('hidden') || /none/.test(node.getAttribute('style') ?? '');
    if (isOwn(node) || unread.test(tagName)) return '';
    if (tagName === 'BR') return '¶';
    if (isHidden) return '';
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const shown = node.shadowRoot?.childNodes ?? (assigned.length > 0 ? assigned : node.childNodes);
    const inner = [...shown].map(marked).join('');
    if (blocks.test(tagName)) return `¶${inner}¶`;
    return tagName === 'TD' ? ` ${inner} ` : inner;
  }
}
