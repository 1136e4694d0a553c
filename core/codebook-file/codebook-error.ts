/** Why a file is not taken for a codebook at all; single codes that cannot be read are faults of the list instead. */

export type CodebookRefusal =
  | 'codebook-too-large'
  | 'codebook-unsafe'
  | 'codebook-damaged'
  | 'not-a-codebook';

export class CodebookError extends Error {
  override readonly name = 'CodebookError';

  constructor(
    readonly fault: CodebookRefusal,
    /** A line; "file" where none is to blame. */
    readonly where: string,
    readonly why: string,
  ) {
    super(`${where}: ${why}`);
  }
}
