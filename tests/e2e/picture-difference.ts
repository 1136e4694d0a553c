/** Compares two pictures of a window pixel by pixel: what changed where it should, and what changed elsewhere. */

import { readFile } from 'node:fs/promises';
import type { DrivenPage } from './driver';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Difference {
  /** The part of the pixels inside the boxes that differ, 0 to 1; null when there is no box in the window. */
  inside: number | null;
  /** How many pixels outside them differ. */
  outside: number;
}

/** @param page any page without a policy of its own: it reads the pictures, which are PNG files of one size */
export async function compare(
  page: DrivenPage,
  one: string,
  other: string,
  boxes: readonly Box[],
): Promise<Difference> {
  const [before, after] = await Promise.all([one, other].map((path) => readFile(path, 'base64')));
  return page.evaluate(
    async ({ pictures, wanted }) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
          if (image === undefined) throw new Error('no picture');
          return image;
        }),
      );
      if (first === undefined || second === undefined) throw new Error('no pictures');
      const { width, height, data } = first;
      const differs = (at: number) => Math.abs((data[at] ?? 0) - (second.data[at] ?? 0)) > 4;
      const isIn = (x: number, y: number, more: number) =>
        wanted.some(
          (box) =>
            x + 0.5 > box.left - more &&
            x + 0.5 < box.right + more &&
            y + 0.5 > box.top - more &&
            y + 0.5 < box.bottom + more,
        );
      let [inside, insideChanged, outside] = [0, 0, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const at = (y * width + x) * 4;
          const hasChanged = differs(at) || differs(at + 1) || differs(at + 2);
          // A pixel at an edge may belong to either side.
          if (isIn(x, y, -1.5)) {
            inside += 1;
            insideChanged += Number(hasChanged);
          } else if (hasChanged && !isIn(x, y, 1.5)) outside += 1;
        }
      }
      return { inside: inside === 0 ? null : insideChanged / inside, outside };
    },
    { pictures: [before ?? '', after ?? ''], wanted: boxes },
  );
}
