/** Tells from its beginning which of our readers a file is for. */

import { decodeText } from '../decode-text';
import { openZip } from '../zip/read-zip';
import type { ImportFile } from './imported';

export type ImportKind = 'archive' | 'qdpx' | 'json-ld' | 'hypothesis' | 'web-clipper' | 'readwise';

/** Bytes: the marks of every format stand in its first lines. */
const beginning = 20_000;

const jsonMarks: readonly [ImportKind, RegExp][] = [
  ['archive', /"format"\s*:\s*"pressmark-archive"/u],
  ['json-ld', /"@context"|"type"\s*:\s*"Annotation/u],
  ['hypothesis', /"(?:export_userid|client_version|rows|uri)"\s*:/u],
  ['web-clipper', /"(?:highlights|content|xpath)"\s*:/u],
];

/**
 * What is like none of ours counts as an archive, whose reader then says that it is not one.
 * @throws ZipError for a zip that is unsafe or damaged
 */
export function kindOfFile({ bytes }: ImportFile): ImportKind {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return kindOfZip(bytes);
  const start = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, beginning)).trimStart();
  if (/^[[{]/u.test(start)) return jsonMarks.find(([, mark]) => mark.test(start))?.[0] ?? 'archive';
  const [header = ''] = start.split('\n', 1);
  return /\bhighlight\b/iu.test(header) ? 'readwise' : 'archive';
}

/** Codes alone: what the codebook's own import takes. */
export function isCodebook({ bytes }: ImportFile): boolean {
  const start = decodeText(bytes.subarray(0, beginning)).trimStart();
  if (start.startsWith('<')) return /<(?:[\w.-]+:)?CodeBook[\s>]/u.test(start);
  const [header = ''] = start.split(/\r?\n/u, 1);
  const cells = header.split(/[,;\t]/u).map((cell) => cell.replace(/^"|"$/gu, '').trim().toLowerCase());
  if (cells.includes('highlight')) return false;
  return cells.includes('tag') || (cells.includes('name') && cells.includes('parent')) || isQualCoder(cells);
}

/** Without headings: levels in the first cell, a memo in the second. */
function isQualCoder([path = '', ...others]: readonly string[]): boolean {
  return /^[^[{].*>>/u.test(path) && others.length === 1;
}

function kindOfZip(bytes: Uint8Array): ImportKind {
  const { names } = openZip(bytes);
  return names.some((name) => /^[^/]+\.qde$/iu.test(name)) ? 'qdpx' : 'archive';
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
