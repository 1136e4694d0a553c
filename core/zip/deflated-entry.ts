/** One entry of a zip while it is written: deflated at one go where it is small, else piece by piece. */

import { Deflate, deflateSync, ZipPassThrough } from 'fflate';

/** Of fflate's nine, the one that is nearly as fast as the fastest and compresses our texts nearly as well as the best. */
const level = 2;
/** Tables that stay in the processor's cache: an eighth less time than fflate's own choice, for the same size. */
const mem = 4;

/** A stream needs tables that cost more than most of our texts are worth. */
export class DeflatedEntry extends ZipPassThrough {
  override compression = 8;
  /** What unzip needs to take names for UTF-8, and to make files that their owner can read. */
  override os = 3;
  override attrs = (0o100_644 << 16) >>> 0;
  /** Local time, as zips have it: the first day they know, everywhere. */
  override mtime = new Date(1980, 0, 1);
  #stream: Deflate | null = null;

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    if (isLast && this.#stream === null) {
      this.ondata(null, deflateSync(chunk, { level, mem }), true);
      return;
    }
    this.#stream ??= new Deflate({ level, mem }, (data, isEnd) => this.ondata(null, data, isEnd));
    this.#stream.push(chunk, isLast);
  }
}
