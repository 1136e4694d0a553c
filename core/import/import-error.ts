/** Why a foreign file is not taken in at all; single records that cannot be read are told in `Imported.bad` instead. */

export type ImportFault =
  | 'too-large'
  /** Bytes that are no text in UTF-8. */
  | 'not-text'
  | 'not-json'
  /** Nested without end, or with a key that attacks the reader. */
  | 'unsafe'
  /** Nothing that this reader knows. */
  | 'other-format'
  /** Known, but nothing in it can be taken in. */
  | 'nothing-sound';

/** `where` is "file", a line, or a record's place, counted from 1: "annotation 3". */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly fault: ImportFault,
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where}: ${why}`);
  }
}
