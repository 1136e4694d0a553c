/** The REFI-QDA codebook, `.qdc`: what NVivo, MAXQDA, ATLAS.ti and QualCoder read and write. */

import type { CodebookFile } from '../codebook-file';
import { CodebookError } from './codebook-error';
import { createCollector, type ReadCodebook } from './collect-codes';
import { createCodeReader } from './read-codes';
import { readXml } from './read-xml';
import { writeCodes } from './write-codes';

/** What a REFI-QDA file of ours names as the program that it comes from. */
export const refiOrigin = 'Pressmark';

/**
 * Valid against the Codebook.xsd of REFI-QDA 1.5.
 * @param newId gives a UUID to a code that has none
 * @throws CodebookError where there is no code: the format has no empty codebook
 */
export function toQdc({ codes }: CodebookFile, newId: () => string): string {
  if (codes.length === 0) throw new CodebookError('not-a-codebook', 'file', 'there is no code to write');
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${refiOrigin}">\n`,
    writeCodes(codes, newId),
    '</CodeBook>\n',
  ].join('');
}

/**
 * @param text without its encoding: see `read-codebook.ts`
 * @throws CodebookError where it is no codebook at all
 */
export function readQdc(text: string): ReadCodebook {
  const collector = createCollector();
  let root = '';
  let isOwn = false;
  const codes = createCodeReader({ collector, isOwn: () => isOwn });
  for (const part of readXml(text)) {
    if (root === '' && part.kind === 'open') {
      root = part.name;
      isOwn = part.attributes.get('origin')?.startsWith(refiOrigin) ?? false;
    }
    codes.take(part);
  }
  if (root !== 'CodeBook') throw new CodebookError('not-a-codebook', 'file', `<${root}> is no <CodeBook>`);
  return collector.read();
}
