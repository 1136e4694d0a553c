/** The page toolbar's shortcuts: a key press in, what it asks for out. */

import type { ToolbarSubject } from '../core/toolbar';
import { type KeyPress, shortcutKey } from './key-press';

export type ToolbarKeyAction =
  | { kind: 'keep' }
  /** `index` counts the recent codes from 0. */
  | { kind: 'recent-code'; index: number }
  | { kind: 'codes' }
  | { kind: 'note' }
  | { kind: 'attach' }
  | { kind: 'delete' }
  | { kind: 'open-sidebar' }
  | { kind: 'dismiss' };

/** Null when the key press is not the toolbar's, or does nothing to what it stands beside. */
export function toolbarKeyAction(press: KeyPress, subject: ToolbarSubject['kind']): ToolbarKeyAction | null {
  const key = shortcutKey(press);
  if (key === null) return null;
  if (key === 'Escape') return press.shiftKey ? null : { kind: 'dismiss' };
  if (subject === 'attach' && (key === 'Enter' || key === 'h'))
    return press.shiftKey ? null : { kind: 'attach' };
  if (subject !== 'new' && subject !== 'existing') return null;
  if (key === '#') return { kind: 'codes' };
  if (press.shiftKey) return null;
  if (/^[1-9]$/u.test(key)) return { kind: 'recent-code', index: Number(key) - 1 };
  switch (key) {
    case 't':
      return { kind: 'codes' };
    case 'n':
      return { kind: 'note' };
    case 'o':
      return { kind: 'open-sidebar' };
    case 'h':
    case 'Enter':
      return subject === 'new' ? { kind: 'keep' } : null;
    case 'Delete':
    case 'Backspace':
      return subject === 'existing' ? { kind: 'delete' } : null;
    default:
      return null;
  }
}
