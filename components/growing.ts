/** Draws a long list little by little, so that the page has its turns in between. */

import { useEffect, useState } from 'preact/hooks';

/** @returns how many of them are to be drawn by now: one at first, and one more with each turn */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => setDrawn(drawn + 1));
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
