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
      // Of each pixel: 0 elsewhere, 1 inside a box; 2 at an edge, where it may belong to either side.
      const zones = new Uint8Array(width * height);
      const mark = (zone: number, more: number) => {
        for (const box of wanted) {
          const left = Math.max(0, Math.ceil(box.left - more - 0.5));
          const right = Math.min(width, Math.floor(box.right + more + 0.5));
          const top = Math.max(0, Math.ceil(box.top - more - 0.5));
          const bottom = Math.min(height, Math.floor(box.bottom + more + 0.5));
          for (let y = top; y < bottom; y += 1) {
            if (left < right) zones.fill(zone, y * width + left, y * width + right);
          }
        }
      };
      mark(2, 1.5);
      mark(1, -1.5);
      let [inside, insideChanged, outside] = [0, 0, 0];
      for (let pixel = 0; pixel < zones.length; pixel += 1) {
        const zone = zones[pixel];
        if (zone === 1) inside += 1;
        if (zone === 2) continue;
        const at = pixel * 4;
        if (!(differs(at) || differs(at + 1) || differs(at + 2))) continue;
        if (zone === 1) insideChanged += 1;
        else outside += 1;
      }
      return { inside: inside === 0 ? null : insideChanged / inside, outside };
    },
    { pictures: [before ?? '', after ?? ''], wanted: boxes },
  );
}
