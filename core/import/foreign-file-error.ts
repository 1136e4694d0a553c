/** Why a file of another program is not taken at all; single records that cannot be read are listed instead. */

export type ForeignFault = 'too-large' | 'unsafe' | 'not-an-archive';

export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';

  constructor(
    readonly fault: ForeignFault,
    /** "file", or a place in it: "project.qde, line 3". */
    readonly where: string,
    why: string,
  ) {
    super(`${where}: ${why}`);
  }
}
