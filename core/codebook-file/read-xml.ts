/** Reads XML part by part, however deep it goes: no entities of its own, no document type, and each fault with its line. */

import { CodebookError } from './codebook-error';

export type XmlPart =
  /** `name` without its prefix. */
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; line: number }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const openTag = /<([^\s/>=<"'&]+)((?:\s+[^\s=/><"'&]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/uy;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const closeTag = /<\/([^\s/>=<"'&]+)\s*>/uy;

const namedCharacters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * In document order; an element without content opens and closes.
 * @throws CodebookError at the first fault, and at a document type: that could bring entities
 */
export function* readXml(written: string): Generator<XmlPart> {
  const text = written.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const open: string[] = [];
  let at = 0;
  let line = 1;
  const lineEndFrom = (from: number) => {
    const found = text.indexOf('\n', from);
    return found === -1 ? text.length : found;
  };
  let lineEnd = lineEndFrom(0);

  const lineHere = () => {
    for (; lineEnd < at; lineEnd = lineEndFrom(lineEnd + 1)) line += 1;
    return line;
  };
  const fail = (why: string) => new CodebookError('codebook-damaged', `line ${lineHere()}`, why);
  const characters = (raw: string) =>
    raw.replace(/&([^;&\s]{0,32};?)/gu, (_, reference: string) => {
      const character = reference.endsWith(';') ? characterOf(reference.slice(0, -1)) : null;
      if (character === null) throw fail(`"&${reference}" stands for no character`);
      return character;
    });
  /** The words between a mark and the next mark, and moves behind it. */
  const upTo = (start: string, end: string, what: string) => {
    const found = text.indexOf(end, at + start.length);
    if (found === -1) throw fail(`${what} does not end`);
    const between = text.slice(at + start.length, found);
    at = found + end.length;
    return between;
  };

  while (at < text.length) {
    if (text[at] !== '<') {
      const next = text.indexOf('<', at);
      const raw = text.slice(at, next === -1 ? text.length : next);
      if (open.length === 0 && raw.trim() !== '') throw fail('words stand outside of all elements');
      yield { kind: 'text', text: characters(raw) };
      at += raw.length;
    } else if (text.startsWith('<!--', at)) upTo('<!--', '-->', 'a comment');
    else if (text.startsWith('<?', at)) upTo('<?', '?>', 'an instruction');
    else if (text.startsWith('<![CDATA[', at)) {
      yield { kind: 'text', text: upTo('<![CDATA[', ']]>', 'a CDATA section') };
    } else if (text.startsWith('<!', at)) {
      throw new CodebookError('codebook-unsafe', `line ${lineHere()}`, 'a document type is not read');
    } else if (text.startsWith('</', at)) {
      const name = matchHere(closeTag)?.[1];
      if (name === undefined || name !== open.pop()) throw fail('a closing tag closes nothing');
      at = closeTag.lastIndex;
      yield { kind: 'close', name: localName(name) };
    } else {
      const [, name = '', list = '', slash] = matchHere(openTag) ?? [];
      if (name === '') throw fail('a tag is not well-formed');
      const attributes = new Map<string, string>();
      for (const [, key = '', double, single = ''] of list.matchAll(attribute)) {
        attributes.set(key, characters((double ?? single).replace(/[\t\n]/gu, ' ')));
      }
      yield { kind: 'open', name: localName(name), attributes, line: lineHere() };
      at = openTag.lastIndex;
      if (slash === '/') yield { kind: 'close', name: localName(name) };
      else open.push(name);
    }
  }
  if (open.length > 0) throw fail(`<${open.at(-1)}> is never closed`);

  function matchHere(tag: RegExp): RegExpExecArray | null {
    tag.lastIndex = at;
    return tag.exec(text);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Null where the reference stands for nothing. */
function characterOf(reference: string): string | null {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/iu.exec(reference) ?? [];
  if (hex === undefined && decimal === undefined) return namedCharacters.get(reference) ?? null;
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point === 0 || point > 0x10_ff_ff ? null : String.fromCodePoint(point);
}
