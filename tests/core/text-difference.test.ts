/** The difference of two versions of a text: lossless, by paragraph and then by word, with the reader's passages in it. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markChanges, type TextChange, textDifference } from '../../core/text-difference';

const before = [
  '栖澜算清三本账',
  '全河13个监测断面已经连续5个月达到Ⅲ类水质。',
  '这一段后来整段删去了。',
  'The map was coloured in by hand, street by street.',
  '最后一段没有改。',
].join('\n');
const after = [
  '栖澜算清三本账',
  '全河12个监测断面已经连续6个月达到Ⅲ类水质。',
  'The map was drawn by hand, street by street.',
  '最后一段没有改。',
].join('\n');

const passage = (id: string, words: string) => {
  const start = before.indexOf(words);
  return { id, start, end: start + words.length };
};

/** The changes made in the text as it was. */
function applied(text: string, changes: readonly TextChange[]): string {
  let made = '';
  let at = 0;
  const lines = text === '' ? '' : `${text}\n`;
  for (const { start, stretches } of changes) {
    made += lines.slice(at, start);
    at = start;
    for (const stretch of stretches) {
      if (stretch.kind !== 'removed') made += stretch.text;
      if (stretch.kind !== 'added') at += stretch.text.length;
    }
  }
  return made + lines.slice(at);
}

test('two changed words and a removed paragraph are told, in Chinese and in English', () => {
  const said = textDifference(before, after).flatMap(({ stretches }) =>
    stretches.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`),
  );
  expect(said).toEqual([
    'removed 13',
    'added 12',
    'removed 5',
    'added 6',
    'removed 这一段后来整段删去了。',
    'removed coloured in',
    'added drawn',
  ]);
});

test('the same text has no changes, and an empty one has one', () => {
  expect(textDifference(before, before)).toEqual([]);
  expect(textDifference('', '')).toEqual([]);
  expect(textDifference(before, '')).toHaveLength(1);
});

test('only the passages whose words were changed count as touched, and those are marked', () => {
  const passages = [
    passage('number', '13个监测断面'),
    passage('beside', 'Ⅲ类水质'),
    passage('gone', '整段删去'),
    passage('across', 'coloured in by hand'),
    passage('elsewhere', '最后一段'),
  ];
  const marked = markChanges(textDifference(before, after), passages);
  expect(marked.flatMap(({ touched }) => touched)).toEqual(['number', 'gone', 'across']);
  const inPassages = marked
    .flatMap(({ pieces }) => pieces)
    .filter(({ isInPassage }) => isInPassage)
    .map(({ kind, text }) => `${kind} ${text}`);
  expect(inPassages).toEqual([
    'removed 13',
    'added 12',
    'same 个监测断面',
    'same Ⅲ类水质',
    'removed 整段删去',
    'removed coloured in',
    'added drawn',
    'same  ',
    'same by hand',
  ]);
});

test('what is put in at the edge of a passage does not touch it, and what is put in within does', () => {
  const changes = textDifference('one two three', 'one new two more three');
  const touched = (start: number, end: number) =>
    markChanges(changes, [{ id: 'it', start, end }]).flatMap((change) => change.touched);
  expect(touched(4, 7)).toEqual([]);
  expect(touched(4, 13)).toEqual(['it']);
});

test('the changes, made in the text as it was, give the text as it is; white space apart', () => {
  const line = fc.stringMatching(/^[一二三 ab。]{1,8}$/u);
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
  const bare = (given: string) => given.replace(/\s/gu, '');
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(bare(applied(one, textDifference(one, other)))).toBe(bare(other));
    }),
  );
});
