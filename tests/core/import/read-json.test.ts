/** Foreign JSON is read only where it is safe to read, and a refusal names the place. */

import { describe, expect, it } from 'vitest';
import { ForeignFileError } from '../../../core/import/foreign-file-error';
import { parseJson, readJson } from '../../../core/import/read-json';

function refusal(bytes: Uint8Array | string): string {
  try {
    if (typeof bytes === 'string') parseJson(bytes);
    else readJson(bytes, 1_000);
  } catch (error) {
    if (error instanceof ForeignFileError) return error.message;
    throw error;
  }
  return 'taken';
}

describe('readJson', () => {
  it('passes over a byte order mark', () => {
    expect(readJson(new TextEncoder().encode('\uFEFF{"a":"𠮷😀"}'))).toEqual({ a: '𠮷😀' });
  });

  it('counts no brackets within text', () => {
    const value = { text: `${'['.repeat(99)}\\"{`, 'key "[{': '\\' };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it.each<[string, Uint8Array | string, string]>([
    [
      'bytes that are no UTF-8',
      Uint8Array.from([0x5b, 0x0a, 0x22, 0xff, 0x22, 0x5d]),
      'line 2: is not text in UTF-8',
    ],
    ['half a character at the end', Uint8Array.from([0x22, 0xe4, 0xb8]), 'line 1: is not text in UTF-8'],
    ['more bytes than allowed', new Uint8Array(1_001), 'file: is longer than 1000 bytes'],
    ['nothing', '', 'file: is not JSON: it ends too early'],
    ['a comma too many', '{\n "a": 1,\n}', 'file: is not JSON, from line 3, column 1'],
    ['a NUL', '"a\0"', 'file: is not JSON, from line 1, column 3'],
    ['33 levels', `\n${'['.repeat(33)}`, 'file: is nested too deeply, from line 2, column 33'],
    ['50 MB of brackets', '[{"a":'.repeat(9_000_000), 'file: is nested too deeply, from line 1, column 97'],
    ['__proto__ in a list', '{"a":[1,{"__proto__":1}]}', 'file: has a key "__proto__" in a.1'],
    ['__proto__ in escapes', '{"\\u005f_proto__":1}', 'file: has a key "__proto__"'],
  ])('refuses %s', (_name, file, message) => {
    expect(refusal(file)).toBe(message);
  });
});
