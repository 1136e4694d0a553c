/** Files that somebody made to harm, or that something has damaged, each with words of the error that must name it. */

import { type RawEnd, type RawEntry, rawZip } from '../zip/raw-zip';

export interface HostileFile {
  what: string;
  bytes(): Uint8Array;
  /** What the error says, place first. */
  says: RegExp;
}

/** @param entries those of a sound file, which the reader would take */
export function hostileZips(entries: readonly RawEntry[]): HostileFile[] {
  const zip = (what: string, more: readonly RawEntry[], says: RegExp, end?: RawEnd): HostileFile => ({
    what,
    bytes: () => rawZip([...entries, ...more], end),
    says,
  });
  const spoilt = (what: string, over: Partial<RawEntry>, says: RegExp): HostileFile => ({
    what,
    bytes: () => rawZip(entries.map((entry, index) => (index === 0 ? { ...entry, ...over } : entry))),
    says,
  });
  const sound = rawZip(entries);
  const [first] = entries;
  const name = String(first?.name);
  const nested = rawZip([{ name: 'a', content: new Uint8Array(1_000_000) }]);
  return [
    ...slips.map((slip) =>
      zip(
        `the name ${JSON.stringify(slip)}`,
        [{ name: slip, content: 'x' }],
        /^entry \d+, “.*”: (is named|has)/u,
      ),
    ),
    zip('an entry without a name', [{ name: '' }], /^entry \d+, “”: has no name/u),
    zip('a very long name', [{ name: 'a/'.repeat(900) }], /^entry \d+, .*: has a name of over/u),
    zip('a name twice', [{ name, content: 'x' }], /^entry \d+, .*: stands in the zip twice/u),
    zip(
      'a name twice, in other letters',
      [{ name: name.toUpperCase() }],
      /^entry \d+, .*: stands in the zip twice/u,
    ),
    zip(
      'a name twice, in another form',
      [{ name: 'é' }, { name: 'e\u0301' }],
      /^entry \d+, .*: stands in the zip twice/u,
    ),
    zip('an encrypted entry', [{ name: 'a', flags: 0x801 }], /^entry \d+, “a”: is encrypted/u),
    zip('strong encryption', [{ name: 'a', flags: 0x841 }], /^entry \d+, “a”: is encrypted/u),
    zip('a hidden directory', [{ name: 'a', flags: 0x2800 }], /^entry \d+, “a”: is encrypted/u),
    ...[1, 6, 9, 12, 14, 93, 99].map((method) =>
      zip(
        `method ${method}`,
        [{ name: 'a', method, packed: Uint8Array.of(1), size: 1 }],
        /^entry \d+, “a”: is packed in a way/u,
      ),
    ),
    zip(
      'a folder with data',
      [{ name: 'a/', content: 'x' }],
      /^entry \d+, “a\/”: is a folder that holds data/u,
    ),
    zip(
      'a stored entry of two sizes',
      [{ name: 'a', method: 0, content: 'x', size: 9 }],
      /^entry \d+, “a”: is stored/u,
    ),
    zip('an entry over 4 GB', [{ name: 'a', size: 0xffffffff }], /^entry \d+, “a”: is over 4 GB/u),
    zip(
      'a bomb that tells its size',
      [{ name: 'a', content: new Uint8Array(30_000_000) }],
      /^entry \d+, “a”: is over 200 times/u,
    ),
    zip(
      'a bomb of a size beyond all',
      [{ name: 'a', content: 'x', size: 4_000_000_000 }],
      /^entry \d+, “a”: is larger than/u,
    ),
    zip(
      'a bomb of many sizes',
      Array.from({ length: 60 }, (_, number) => ({
        name: `a${number}`,
        packed: new Uint8Array(500_000),
        size: 90_000_000,
      })),
      /^file: holds more than/u,
    ),
    zip(
      'entries that share their data',
      [
        { name: 'a', content: nested },
        { name: 'b', content: nested, offset: 0, localName: 'b' },
      ],
      /^entry \d+, “b”: is called otherwise/u,
    ),
    zip(
      'another name where the data stand',
      [{ name: 'a', localName: 'b' }],
      /^entry \d+, “a”: is called otherwise/u,
    ),
    zip(
      'data beyond the file',
      [{ name: 'a', offset: 0x7fffffff }],
      /^entry \d+, “a”: its data are not where/u,
    ),
    zip(
      'data that reach into the directory',
      [{ name: 'a', packedSize: 100_000 }],
      /^entry \d+, “a”: (its data reach|is stored)/u,
    ),
    zip('more entries than there are', [], /^file: its directory has no room|^entry \d+: does not stand/u, {
      count: 60_000,
    }),
    zip('fewer entries than there are', [], /^file: its directory is longer/u, { count: 1 }),
    zip('a directory elsewhere', [], /^file: its directory is not where/u, { start: 0 }),
    zip('a directory of another length', [], /^file: its directory is not where/u, { length: 1 }),
    zip('a zip of over 4 GB', [], /^file: is a zip of over 4 GB/u, { start: 0xffffffff }),
    zip('one of several parts', [], /^file: is one of several parts/u, { disk: 3 }),
    spoilt(
      'a part that is not deflated data',
      { packed: Uint8Array.of(255, 255, 255) },
      /^entry 1, .*: cannot be inflated/u,
    ),
    spoilt(
      'a part without data',
      { packed: new Uint8Array() },
      /^entry 1, .*: (cannot be inflated|ends too early)/u,
    ),
    spoilt('a part with another checksum', { crc: 1 }, /^entry 1, .*: is damaged/u),
    spoilt(
      'a part that is longer than the zip says',
      { size: 3 },
      /^entry 1, .*: holds more than the zip says/u,
    ),
    spoilt('a part that is shorter than the zip says', { size: 5_000 }, /^entry 1, .*: ends too early/u),
    {
      what: 'overlapping entries',
      bytes: () => overlapping(entries),
      says: /^entry \d+, .*: shares its data with another entry/u,
    },
    {
      what: 'a million entries',
      bytes: manyEntries,
      says: /^file: (?:its directory|has over)|^entry 1, “a”: its data are not where/u,
    },
    { what: 'nothing', bytes: () => new Uint8Array(), says: /^file: is not/u },
    { what: 'two letters', bytes: () => Uint8Array.of(0x50, 0x4b), says: /^file: is (not|only)/u },
    ...Array.from({ length: 60 }, (_, step) => ({
      what: `the first ${step}/60 of a file`,
      bytes: () => sound.subarray(0, Math.floor((sound.length * step) / 60)),
      says: /^file: is (not|only)/u,
    })),
  ];
}

const slips = [
  '../a.txt',
  'texts/../../a.txt',
  '..',
  'a/..',
  'a/.. /b',
  'a/.../b',
  '/etc/passwd',
  '//host/share/a',
  '\\windows\\a.txt',
  '..\\..\\a.txt',
  'texts\\..\\..\\a.txt',
  'C:\\a.txt',
  'c:/a.txt',
  'C:a.txt',
  'a\0b.txt',
  'a\nb.txt',
  'a\u007Fb',
];

/** Each entry's data begin inside of those of the one before, as in the bomb of D. Fifield. */
function overlapping(entries: readonly RawEntry[]): Uint8Array {
  const inner = rawZip([{ name: 'b', content: 'x'.repeat(99), method: 0 }]);
  const at = rawZip(entries).length - directoryLength(entries) + 30 + 1;
  return rawZip([
    ...entries,
    { name: 'a', content: inner, method: 0 },
    { name: 'b', content: 'x'.repeat(99), method: 0, offset: at },
  ]);
}

function directoryLength(entries: readonly RawEntry[]): number {
  return entries.reduce((sum, { name }) => sum + 46 + Buffer.from(name).length, 22);
}

/** The count has two bytes: of a million entries they tell 16,960. */
function manyEntries(): Uint8Array {
  const head = Buffer.alloc(47);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(1, 28);
  head.write('a', 46);
  const tail = Buffer.alloc(22);
  const length = head.length * 1_000_000;
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(1_000_000 & 0xffff, 8);
  tail.writeUInt16LE(1_000_000 & 0xffff, 10);
  tail.writeUInt32LE(length, 12);
  tail.writeUInt32LE(4, 16);
  const file = Buffer.alloc(4 + length + 22);
  file.write('PK');
  file.fill(head, 4, 4 + length);
  tail.copy(file, 4 + length);
  return new Uint8Array(file);
}

/** Forty bytes that are not what they were. */
export function withHole(file: Uint8Array, at: number): Uint8Array {
  const holed = Uint8Array.from(file);
  for (let place = at; place < Math.min(at + 40, file.length); place += 1)
    holed[place] = (holed[place] ?? 0) ^ 0xa5;
  return holed;
}
