/** What goes into an archive comes out of it, and what is unsound stays out. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Archive,
  ArchiveError,
  parseArchive,
  readArchiveFile,
  serializeArchive,
} from '../../core/archive';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  anId,
  archives,
  aTarget,
  someMetadata,
} from '../builders';
import { changed, refusal, soundArchive, withValue } from './spoiled-archives';

function byKey(archive: Archive): Archive {
  const sorted = <T>(records: T[], keyOf: (record: T) => string) =>
    records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    ...archive,
    articles: sorted(archive.articles, ({ id }) => id),
    snapshots: sorted(archive.snapshots, ({ sha256 }) => sha256),
    annotations: sorted(archive.annotations, ({ id }) => id),
    codes: sorted(archive.codes, ({ id }) => id),
    variables: sorted(archive.variables, ({ id }) => id),
  };
}

describe('serializeArchive', () => {
  it('gives back every archive equal, whatever stands in its texts', () => {
    fc.assert(
      fc.property(archives, (archive) => {
        expect(parseArchive(serializeArchive(archive))).toEqual(byKey(archive));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes whatever the order of records and keys', () => {
    const { articles, snapshots, codes, annotations, ...rest } = soundArchive();
    const turned = { codes: codes.toReversed(), annotations, snapshots, articles, ...rest };
    expect(serializeArchive(turned)).toBe(
      serializeArchive({ ...rest, articles, snapshots, annotations, codes }),
    );
  });

  it('opens with what the file is and ends with a line break', () => {
    const text = serializeArchive(soundArchive());
    expect(text.startsWith('{\n  "format": "pressmark-archive",\n  "version": 1,\n  "exported": ')).toBe(
      true,
    );
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).not.toContain('\r');
  });
});

describe('parseArchive', () => {
  it('keeps fields that it does not know, at every level', () => {
    const text = changed((file) => {
      Object.assign(file, { coder: 'A' });
      Object.assign(file.articles[0] ?? {}, { starred: true });
      Object.assign(file.annotations[0]?.target ?? {}, { state: { cached: [1] } });
    });
    expect(JSON.parse(serializeArchive(parseArchive(text)))).toEqual(JSON.parse(text));
  });

  it('takes a file that begins with a byte order mark', () => {
    expect(refusal(`\uFEFF${serializeArchive(soundArchive())}`)).toBe('taken');
  });

  it('takes an article whose text is not in the file, for quotes can travel without it', () => {
    expect(refusal(withValue('snapshots', []))).toBe('taken');
  });

  it('takes an archive from before there were variables', () => {
    expect(parseArchive(withValue('variables', undefined)).variables).toEqual([]);
  });

  it('takes a chain of 20,000 codes at once', () => {
    const codes = Array.from({ length: 20_000 }, () => aCode());
    const chain = codes.map((code, index) => ({ ...code, parentId: codes[index + 1]?.id ?? null }));
    expect(parseArchive(serializeArchive(anArchive({ codes: chain }))).codes).toHaveLength(20_000);
  });

  it('leaves every prototype as it was', () => {
    refusal(
      withValue('annotations.0', JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}')),
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(parseArchive(withValue('codes.0.constructor', { name: 'x' })).codes[0]).toBeInstanceOf(Object);
  });

  it('tells the kinds of refusal apart, so that the interface can put them into words', () => {
    const faultOf = (text: string) => {
      try {
        return parseArchive(text);
      } catch (error) {
        return error instanceof ArchiveError ? error.fault : error;
      }
    };
    expect([
      faultOf('x'),
      faultOf('{}'),
      faultOf(withValue('version', 9)),
      faultOf(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`),
      faultOf(withValue('codes.0.name', '')),
    ]).toEqual(['not-json', 'not-an-archive', 'newer-version', 'unsafe', 'bad-record']);
  });
});

describe('readArchiveFile', () => {
  it('takes sound records and names each of the others, with what hangs on them', () => {
    const sound = soundArchive();
    const article = anArticle({ metadata: someMetadata({ title: null }) });
    const broken = { ...anArticle(), addresses: ['ftp://a.example/'] };
    const lost = aCode({ parentId: anId() });
    const child = aCode({ parentId: lost.id });
    const text = serializeArchive(anArchive());
    const file = JSON.stringify({
      ...JSON.parse(text),
      articles: [broken, ...sound.articles, article],
      snapshots: sound.snapshots,
      variables: sound.variables,
      codes: [child, ...sound.codes, lost],
      annotations: [
        anAnnotation({ articleId: broken.id }),
        ...sound.annotations,
        anAnnotation({ articleId: article.id, codeIds: [child.id] }),
        anAnnotation({
          articleId: article.id,
          target: aTarget({ quote: { exact: '', prefix: '', suffix: '' } }),
        }),
      ],
    });
    const { archive, bad } = readArchiveFile(file);
    expect(archive).toEqual({ ...sound, articles: [...sound.articles, article] });
    expect(bad.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      'article 1: addresses.0 is not a web address',
      'code 1: a code above it is missing',
      'code 4: a code above it is missing',
      'annotation 4: selector has no exact quote',
      `annotation 1: its article ${broken.id} is missing`,
      `annotation 3: its code ${child.id} is missing`,
    ]);
  });

  it('counts the other faults when it is read strictly', () => {
    const codes = [aCode({ name: '' }), aCode({ name: '/' }), aCode({ colour: 'teal', name: ' ' })];
    expect(refusal(JSON.stringify(anArchive({ codes })))).toBe('code 1: name is empty (and 2 more)');
  });
});
