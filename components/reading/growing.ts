/** Draws a long list little by little, so that the page has its turns in between. */

import { useEffect, useState } from 'preact/hooks';

/** Enough for a first window. */
const first = 1;

/** @returns how many of them are to be drawn by now */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(first);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
