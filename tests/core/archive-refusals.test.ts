/** Every way in which an archive can be broken or hostile, and the words with which it is refused. */

import { describe, expect, it } from 'vitest';
import { longestArchive, serializeArchive } from '../../core/archive';
import { anId } from '../builders';
import { changed, refusal, soundArchive, withValue } from './spoiled-archives';

describe('parseArchive', () => {
  const missing = anId();
  const quote = 'annotations.0.target.quote';
  it.each<[string, string, string]>([
    ['an empty file', '', 'file: is not JSON: it ends too early'],
    ['a file cut off', serializeArchive(soundArchive()).slice(0, 900), 'file: is not JSON, from line'],
    ['broken JSON', '{\n  "version": 1,\n}', 'file: is not JSON, from line 3, column 1'],
    ['a web page', '<!doctype html><p>Sign in</p>', 'file: is not JSON'],
    ['null', 'null', 'file: is not a Pressmark archive'],
    ['a list', '[]', 'file: is not a Pressmark archive'],
    ['another format', withValue('format', 'hypothesis'), 'file: is not a Pressmark archive'],
    ['no format', withValue('format', undefined), 'file: is not a Pressmark archive'],
    [
      'a newer version',
      withValue('version', 2),
      'file: was made by a newer Pressmark (version 2 of the format)',
    ],
    ['a version in text', withValue('version', '1'), 'file: has no known version'],
    ['version nought', withValue('version', 0), 'file: has no known version'],
    ['no time of export', withValue('exported', undefined), 'file: exported is missing'],
    ['articles as a record', withValue('articles', {}), 'file: articles is not a list'],
    ['no codes', withValue('codes', undefined), 'file: codes is missing'],
    ['a depth bomb', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'file: is nested too deeply'],
    [
      'a depth bomb in a note',
      withValue('annotations.0.note', JSON.parse(`${'['.repeat(99)}${']'.repeat(99)}`)),
      'file: is nested too deeply',
    ],
    [
      '__proto__ at the top',
      '{"format":"pressmark-archive","version":1,"__proto__":{}}',
      'file: has a key "__proto__"',
    ],
    [
      '__proto__ deep inside',
      withValue('articles.0.metadata.title', JSON.parse('{"__proto__":{"value":"x"}}')),
      'file: has a key "__proto__"',
    ],
    ['a record that is text', withValue('annotations.0', 'x'), 'annotation 1: is not a record'],
    ['a record that is null', withValue('codes.1', null), 'code 2: is not a record'],
    ['no quote', withValue(quote, undefined), 'annotation 1: target.quote is missing'],
    ['no exact quote', withValue(`${quote}.exact`, undefined), 'annotation 1: selector has no exact quote'],
    ['an empty quote', withValue(`${quote}.exact`, ''), 'annotation 1: selector has no exact quote'],
    ['a quote that is a number', withValue(`${quote}.exact`, 7), 'annotation 1: selector has no exact quote'],
    [
      'a prefix that is a list',
      withValue(`${quote}.prefix`, ['x']),
      'annotation 1: target.quote.prefix is not text',
    ],
    [
      'a negative offset',
      withValue('annotations.0.target.position', { start: -1, end: 4 }),
      'annotation 1: target.position.start is below 0',
    ],
    [
      'half an offset',
      withValue('annotations.0.target.position', { start: 0.5, end: 4 }),
      'annotation 1: target.position.start is not whole',
    ],
    [
      'an offset beyond every text',
      withValue('annotations.0.target.position', { start: 0, end: 1e300 }),
      'annotation 1: target.position.end is not whole',
    ],
    [
      'an end before its start',
      withValue('annotations.0.target.position', { start: 4, end: 4 }),
      'annotation 1: target.position ends before it starts',
    ],
    [
      'no word on the text that a position counts in',
      withValue('annotations.0.target.snapshot', undefined),
      'annotation 1: target.snapshot is missing',
    ],
    [
      'a text named in capitals',
      withValue('annotations.0.target.snapshot', 'A'.repeat(64)),
      'annotation 1: target.snapshot is not a SHA-256 digest',
    ],
    [
      'a text named without a position in it',
      withValue('annotations.0.target.snapshot', 'a'.repeat(64)),
      'annotation 1: target names a text without a position in it',
    ],
    [
      'a script for an address',
      withValue('annotations.0.target.source', 'javascript:alert(1)'),
      'annotation 1: target.source is not a web address',
    ],
    [
      'an address with a line break',
      withValue('articles.0.addresses', ['https://a.example/\nx']),
      'article 1: addresses.0 is not a web address',
    ],
    ['an article without address', withValue('articles.0.addresses', []), 'article 1: addresses is empty'],
    ['an id of another make', withValue('annotations.0.id', '../../x'), 'annotation 1: id is not a UUID'],
    [
      'a local time',
      withValue('annotations.0.created', '2026-03-01T08:00:00+08:00'),
      'annotation 1: created is not a time in UTC',
    ],
    [
      'a month that does not exist',
      withValue('annotations.0.modified', '2026-13-01T08:00:00Z'),
      'annotation 1: modified is not a time in UTC',
    ],
    ['a note that is missing', withValue('annotations.0.note', undefined), 'annotation 1: note is missing'],
    [
      'one code twice',
      withValue('annotations.0.codeIds', [missing, missing]),
      'annotation 1: codeIds names one code twice',
    ],
    [
      'an article that is missing',
      withValue('annotations.0.articleId', missing),
      `annotation 1: its article ${missing} is missing`,
    ],
    [
      'a code that is missing',
      withValue('annotations.0.codeIds', [missing]),
      `annotation 1: its code ${missing} is missing`,
    ],
    [
      'two records of one id',
      changed(({ annotations }) => annotations.push(...annotations)),
      'annotation 2: has the same id as annotation 1',
    ],
    [
      'two texts of one digest',
      changed(({ snapshots }) => snapshots.push(...snapshots)),
      'snapshot 2: has the same id as snapshot 1',
    ],
    [
      'a digest in capitals',
      withValue('snapshots.0.sha256', 'A'.repeat(64)),
      'snapshot 1: sha256 is not a SHA-256 digest',
    ],
    [
      'a digest too short',
      withValue('articles.0.snapshot', 'abc'),
      'article 1: snapshot is not a SHA-256 digest',
    ],
    [
      'an unknown colour',
      withValue('codes.0.colour', 'url(https://a.example)'),
      'code 1: colour is not one of the eight colours',
    ],
    [
      'a code name with a path mark',
      withValue('codes.0.name', '主体／区委'),
      'code 1: name holds the path mark "/"',
    ],
    ['a blank code name', withValue('codes.0.name', ' \n'), 'code 1: name is empty'],
    ['examples as text', withValue('codes.0.examples', '例'), 'code 1: examples is not a list'],
    ['a definition that is a number', withValue('codes.0.definition', 7), 'code 1: definition is not text'],
    [
      'a shortcut that is no digit',
      withValue('codes.0.shortcut', 'Enter'),
      'code 1: shortcut is not a digit from 1 to 9',
    ],
    [
      'the shortcut nought',
      withValue('codes.0.shortcut', '0'),
      'code 1: shortcut is not a digit from 1 to 9',
    ],
    [
      'a code archived at no time',
      withValue('codes.0.archived', 'yes'),
      'code 1: archived is not a time in UTC',
    ],
    ['a variable without a name', withValue('variables.0.name', ' '), 'variable 1: name is empty'],
    [
      'a variable of no kind',
      withValue('variables.0.kind', 'colour'),
      'variable 1: kind is not a kind of variable',
    ],
    ['choices as text', withValue('variables.0.choices', '市'), 'variable 1: choices is not a list'],
    ['variables as a record', withValue('variables', {}), 'file: variables is not a list'],
    ['a value that is a number', withValue(`articles.0.variables.${anId()}`, 7), 'article 1: variables.'],
    [
      'a value of no variable',
      withValue('articles.0.variables.year', '2024'),
      'article 1: variables.year is not a UUID',
    ],
    ['values as a list', withValue('articles.0.variables', ['市']), 'article 1: variables'],
    [
      'a confidence above 1',
      withValue('articles.0.metadata.title.confidence', 1.5),
      'article 1: metadata.title.confidence is above 1',
    ],
    [
      'a confidence below 0',
      withValue('articles.0.metadata.published.confidence', -0.1),
      'article 1: metadata.published.confidence is below 0',
    ],
    [
      'a confidence in text',
      withValue('articles.0.metadata.title.confidence', 'high'),
      'article 1: metadata.title.confidence is not a number',
    ],
    ['a missing parent', withValue('codes.0.parentId', missing), 'code 1: a code above it is missing'],
    [
      'a circle of codes',
      changed(({ codes }) => Object.assign(codes[0] ?? {}, { parentId: codes[1]?.id })),
      'code 1: the codes above it form a circle',
    ],
    [
      'a code that is its own parent',
      changed(({ codes }) => Object.assign(codes[0] ?? {}, { parentId: codes[0]?.id })),
      'code 1: the codes above it form a circle',
    ],
    [
      'authors as text',
      withValue('articles.0.metadata.authors.value', '张三'),
      'article 1: metadata.authors.value is not a list',
    ],
    [
      'an unknown origin',
      withValue('articles.0.metadata.title.from', 'guess'),
      'article 1: metadata.title.from is not a known origin',
    ],
  ])('refuses %s and names the place', (_name, text, message) => {
    expect(refusal(text).startsWith(message), refusal(text)).toBe(true);
  });

  it('refuses a file that is too long before it reads any of it', () => {
    expect(refusal(' '.repeat(longestArchive + 1))).toBe('file: is longer than 250000000 characters');
  });
});
