/** Keeps a value as it was as long as a new one says the same: what is made from it need not be made again. */

import { useRef } from 'preact/hooks';
import { isSame } from '../../core/same';

export function useSteady<T>(value: T): T {
  const kept = useRef(value);
  if (!isSame(kept.current, value)) kept.current = value;
  return kept.current;
}
