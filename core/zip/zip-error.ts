/** Why a zip is not taken, or not written, and which part of it is to blame. */

export type ZipFault = 'too-large' | 'unsafe' | 'not-an-archive';

export class ZipError extends Error {
  override readonly name = 'ZipError';

  constructor(
    readonly fault: ZipFault,
    /** "file", or an entry: its name as far as that can be shown, else its number, counted from 1. */
    readonly where: string,
    why: string,
  ) {
    super(`${where}: ${why}`);
  }
}
