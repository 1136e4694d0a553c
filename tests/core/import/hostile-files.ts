/** Files that are broken, half, or built to harm, made of a sound one. */

export interface HostileFile {
  name: string;
  /** Made when it is its turn: some are large. */
  make(): string | Uint8Array;
  /** Whether nothing of it may be taken. */
  isRefused: boolean;
}

const refused = (name: string, make: HostileFile['make']): HostileFile => ({ name, make, isRefused: true });
const either = (name: string, make: HostileFile['make']): HostileFile => ({ name, make, isRefused: false });

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Cut off, in other encodings, or with bytes that are no text. */
export function brokenFiles(sound: string): HostileFile[] {
  const bytes = bytesOf(sound);
  const withByte = (byte: number, at: number) => {
    const spoiled = bytes.slice();
    spoiled[at] = byte;
    return spoiled;
  };
  return [
    refused('nothing', () => ''),
    refused('blanks', () => ' \n\t '),
    refused('a web page', () => '<!doctype html><p>Sign in</p>'),
    refused('a zip', () => Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 8, 8, 0])),
    refused(
      'UTF-16',
      () =>
        new Uint8Array(
          Uint16Array.from(
            [0xfeff, ...sound].map((unit) => (typeof unit === 'string' ? unit.charCodeAt(0) : unit)),
          ).buffer,
        ),
    ),
    refused('a byte that no text has', () => withByte(0xff, 1)),
    refused('such a byte in the middle', () => withByte(0xc0, bytes.length >> 1)),
    refused('such a byte at the end', () => Uint8Array.from([...bytes, 0xe4])),
    refused('a NUL', () => `\0${sound}`),
  ];
}

/** JSON that is none, that is too deep, or has keys that attack. */
export function brokenJson(sound: string): HostileFile[] {
  return [
    ...[1, 10, 25, 50, 75, 90, 99].map((percent) =>
      refused(`the first ${percent} %`, () => sound.slice(0, Math.floor((sound.length * percent) / 100))),
    ),
    ...[
      'null',
      'true',
      '7',
      '"text"',
      '{}',
      'NaN',
      "{'a':1}",
      '{"a":1,}',
      '// comment\n{}',
      '{}{}',
      '[1e999',
    ].map((text) => refused(text, () => text)),
    refused('33 lists in each other', () => `${'['.repeat(33)}${']'.repeat(33)}`),
    refused('100,000 lists in each other', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    refused('__proto__ at the top', () =>
      sound.replace(/^\s*([[{])\s*\{?/u, '$1"__proto__":{"a":1},').replace(/^\["/u, '[{"'),
    ),
    refused('__proto__ deep inside', () =>
      sound
        .replaceAll('"text"', '"__proto__":{"id":1},"text"')
        .replaceAll('"exact"', '"__proto__":{"id":1},"exact"'),
    ),
  ];
}

/** Files that want to be too much for the reader. */
export function largeJson(): HostileFile[] {
  return [
    refused('one byte too many', () => new Uint8Array(250_000_001)),
    refused('50 MB of brackets', () => '['.repeat(50_000_000)),
    refused('50 MB of records', () => '{"a":'.repeat(10_000_000)),
    refused('50 MB of quotation marks', () => '"'.repeat(50_000_000)),
    refused('50 MB of backslashes', () => `["${'\\'.repeat(50_000_000)}"]`),
    refused('a million numbers', () => `[${'7,'.repeat(999_999)}7]`),
  ];
}

const wrongValues: readonly unknown[] = [
  null,
  7,
  -1.5,
  true,
  '',
  'x',
  '\0',
  [],
  {},
  [[]],
  ['x', 'y'],
  { id: 'x' },
];

/** The sound file with one value after the other replaced by each of those that do not fit. */
export function wrongTypes(sound: unknown): HostileFile[] {
  return pathsIn(sound).flatMap((path) =>
    wrongValues.map((value) =>
      either(`${path.join('.')} is ${JSON.stringify(value)}`, () =>
        JSON.stringify(replaced(sound, path, value)),
      ),
    ),
  );
}

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  const here = path.length === 0 ? [] : [[...path]];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const entries = Object.entries(Object(value));
  return Object.fromEntries(
    entries.map(([name, child]) => [name, name === key ? replaced(child, rest, by) : child]),
  );
}

/** CSV that never ends, or says nothing. */
export function brokenCsv(sound: string): HostileFile[] {
  const [head = ''] = sound.split('\n', 1);
  return [
    refused('a list of JSON', () => '[{"Highlight":"x"}]'),
    refused('no heading that we know', () => 'a,b,c\n1,2,3'),
    refused('an open quotation mark', () => `${head}\n"x`),
    refused('10 MB of quotation marks, one too many', () => `${head}\n${'"'.repeat(10_000_001)}`),
    refused('a million empty rows', () => `${head}\n${',x\n'.repeat(1_000_000)}`),
    refused('ten million separators', () => ','.repeat(10_000_000)),
    refused('a row without words', () => `${head}\n${','.repeat(20)}x`),
    either('half a row', () => sound.slice(0, -20)),
    refused('ten million cells in a row', () => `${sound}\n${','.repeat(10_000_000)}`),
    either('formulas', () => `${head}\n=1+1,"=HYPERLINK(""x"")",@a,,+1,,-1`),
  ];
}
