/** What reading a foreign file gives: records as in an archive, what was left out, and what was put right. */

import type { Archive, BadRecord } from '../archive';

/** What was put right: a quote whose place in the file did not fit its text, and why it does now. */
export interface Mended {
  /** Its place in the file, counted from 1: "annotation 3". */
  where: string;
  how:
    | 'byte-order-mark'
    | 'line-ends'
    | 'utf-16-units'
    | 'code-points'
    | 'found-by-quote'
    /** Of an article: the file names no web address, so that it is kept under one that opens nothing. */
    | 'made-address';
}

export interface Imported {
  /** Its annotations are checked against the texts that it holds: one whose words stand nowhere has no position. */
  archive: Archive;
  bad: BadRecord[];
  mended: Mended[];
}

export interface ImportFile {
  /** As the person's disk has it. */
  name: string;
  bytes: Uint8Array;
}

export interface ImportEnvironment {
  /** ISO 8601 UTC: for records of which the file tells no time. */
  now: string;
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  digest(text: string): Promise<string>;
}

/**
 * Reads one kind of file. The same file gives the same ids, so that reading it again finds what is there.
 * Throws an error with a name and the place in the file where the file as a whole cannot be taken.
 */
export type ReadForeign = (file: ImportFile, environment: ImportEnvironment) => Promise<Imported>;
