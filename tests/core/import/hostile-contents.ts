/** Sound zips with hostile contents. */

import { type RawEntry, rawZip } from '../zip/raw-zip';
import { textOf } from '../zip/written';
import type { HostileFile } from './hostile-zips';

function withContent(
  entries: readonly RawEntry[],
  name: string,
  change: (content: string) => string | Uint8Array,
): () => Uint8Array {
  return () =>
    rawZip(
      entries.map((entry) =>
        entry.name === name
          ? { name, content: change(textOf(new Uint8Array(Buffer.from(entry.content ?? '')))) }
          : entry,
      ),
    );
}

/** @param entries of a sound project */
export function hostileProjects(entries: readonly RawEntry[]): HostileFile[] {
  const qde = (what: string, change: (xml: string) => string | Uint8Array, says: RegExp): HostileFile => ({
    what,
    bytes: withContent(entries, 'project.qde', change),
    says,
  });
  const without = (what: string, kept: (entry: RawEntry) => boolean, more: RawEntry[], says: RegExp) => ({
    what,
    bytes: () => rawZip([...entries.filter(kept), ...more]),
    says,
  });
  const xxe = (declaration: string) => (xml: string) => xml.replace('?>', `?>${declaration}`);
  return [
    ...[
      '<!DOCTYPE a>',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd">',
      '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
      '<!ENTITY b "c">',
    ].map((declaration) =>
      qde(declaration, xxe(declaration), /^project\.qde: line \d+: a document type is not read/u),
    ),
    qde(
      'an entity of its own',
      (xml) => xml.replace('稳中向好', '&xxe;'),
      /^project\.qde: line \d+: "&xxe;" stands for no character/u,
    ),
    qde('the end missing', (xml) => xml.slice(0, -20), /^project\.qde: line \d+: /u),
    ...[0.1, 0.3, 0.5, 0.7, 0.9].map((share) =>
      qde(
        `${share} of the XML`,
        (xml) => xml.slice(0, Math.floor(xml.length * share)),
        /^project\.qde: line \d+: /u,
      ),
    ),
    qde('nothing', () => '', /^project\.qde: <> is no <Project>/u),
    qde('a web page', () => '<html></html>', /^project\.qde: <html> is no <Project>/u),
    qde('JSON', () => '{"a":1}', /^project\.qde: line 1: words stand outside/u),
    qde('noise', () => Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256), /^project\.qde: /u),
    qde('a codebook', () => '<CodeBook/>', /^project\.qde: <CodeBook> is no <Project>/u),
    qde(
      'elements without end',
      (xml) => xml.replace('</Users>', `${'<User/>'.repeat(700_000)}</Users>`),
      /^project\.qde: a project may hold/u,
    ),
    qde(
      'too many codes',
      (xml) =>
        xml.replace(
          '<Codes>',
          `<Codes>${Array.from({ length: 20_010 }, (_, at) => `<Code name="${at}"/>`).join('')}`,
        ),
      /^project\.qde: line \d+.*: a codebook may have/u,
    ),
    qde(
      'tags without end',
      (xml) => xml.replace('<Users>', '<Users '.repeat(100_000)),
      /^project\.qde: line \d+: /u,
    ),
    qde(
      'levels without end',
      (xml) => xml.replace('<Users>', '<a>'.repeat(1_000_000)),
      /^project\.qde: line \d+: elements are nested too deeply/u,
    ),
    qde(
      'a quote that is never closed',
      (xml) => xml.replace('origin="', 'origin="<'),
      /^project\.qde: line \d+: a tag is not well-formed/u,
    ),
    without('no project', ({ name }) => name !== 'project.qde', [], /^file: holds no project/u),
    without(
      'a project in a folder',
      ({ name }) => name !== 'project.qde',
      [{ name: 'a/project.qde', content: '<Project/>' }],
      /^file: holds no project/u,
    ),
    without(
      'two projects',
      () => true,
      [{ name: 'other.qde', content: '<Project/>' }],
      /^file: holds several projects/u,
    ),
  ];
}

/** @param entries of a sound archive */
export function hostileRecords(entries: readonly RawEntry[]): HostileFile[] {
  const lines = (
    what: string,
    path: string,
    change: (text: string) => string | Uint8Array,
    says: RegExp,
  ): HostileFile => ({
    what,
    bytes: withContent(entries, path, change),
    says,
  });
  const header = (what: string, change: (text: string) => string | Uint8Array, says: RegExp) =>
    lines(what, 'pressmark.json', change, says);
  const paths = entries.map(({ name }) => String(name)).filter((name) => name.startsWith('records/'));
  const badUtf8 = Uint8Array.of(0x7b, 0xff, 0xfe, 0x0a);
  return [
    header('no header', () => '', /^pressmark\.json: is not one JSON record/u),
    header('a header that is no JSON', () => '{"format":', /^pressmark\.json: is not one JSON record/u),
    header('a header of two lines', (text) => text + text, /^pressmark\.json: is not one JSON record/u),
    header('a header that is a list', () => '[]', /^file: is not a Pressmark archive/u),
    header('another format', () => '{"format":"x"}', /^file: is not a Pressmark archive/u),
    header(
      'a newer version',
      (text) => text.replace('"version":1', '"version":7'),
      /^file: was made by a newer Pressmark \(version 7/u,
    ),
    header('no time', (text) => text.replace('exported', 'x'), /^file: exported is missing/u),
    header(
      'a prototype',
      (text) => text.replace('{', '{"__proto__":{},'),
      /^pressmark\.json, line 1: has a key "__proto__"/u,
    ),
    header(
      'a deep header',
      (text) => text.replace('{', `{"a":${'['.repeat(90)}${']'.repeat(90)},`),
      /^pressmark\.json, line 1: is nested too deeply/u,
    ),
    header('bad UTF-8', () => badUtf8, /^pressmark\.json: is not UTF-8/u),
    ...paths.flatMap((path) => [
      {
        what: `${path} missing`,
        bytes: () => rawZip(entries.filter(({ name }) => name !== path)),
        says: /^file: has no “records\//,
      },
      lines(
        `a prototype in ${path}`,
        path,
        () => '{"__proto__":{"x":1}}\n',
        /^records\/\w+\.jsonl, line 1: has a key "__proto__"/u,
      ),
      lines(
        `depth in ${path}`,
        path,
        () => `{}\n${'['.repeat(99)}${']'.repeat(99)}\n`,
        /^records\/\w+\.jsonl, line 2: is nested too deeply/u,
      ),
      lines(
        `great depth in ${path}`,
        path,
        () => `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`,
        /^records\/\w+\.jsonl, line 1: is nested too deeply/u,
      ),
      lines(`bad UTF-8 in ${path}`, path, () => badUtf8, /^records\/\w+\.jsonl: is not UTF-8/u),
      lines(
        `a line without end in ${path}`,
        path,
        () => `"${'稳中'.repeat(10_500_000)}"`,
        /^(?:records\/\w+\.jsonl: has a line without end|entry \d+, .*: is over 200 times)/u,
      ),
      lines(
        `bad lines without end in ${path}`,
        path,
        () => 'x\n'.repeat(200_000),
        /^records\/\w+\.jsonl, line 10001: is the 10001th bad record/u,
      ),
      lines(
        `empty lines without end in ${path}`,
        path,
        () => '\n'.repeat(3_000_000),
        /^records\/\w+\.jsonl, line 10001: is the 10001th bad record/u,
      ),
    ]),
  ];
}
