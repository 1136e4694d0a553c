/** Why a file of another program is not taken at all; single records that cannot be read are listed instead. */

export type ForeignFault =
  | 'too-large'
  /** Nothing but codes: the codebook's import takes it. */
  | 'codebook'
  /** Built to harm: nested without end, a key that attacks the reader, a bomb. */
  | 'unsafe'
  /** Nothing that the reader knows. */
  | 'not-an-archive'
  /** Bytes that are no text in UTF-8. */
  | 'not-text'
  | 'not-json'
  /** Known, but nothing in it can be taken. */
  | 'nothing-sound';

export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';

  constructor(
    readonly fault: ForeignFault,
    /** "file", or a place in it: "project.qde, line 3". */
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where}: ${why}`);
  }
}
