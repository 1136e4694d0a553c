/** What can be done to the code that has the focus in the codebook, as its buttons show it. */

import type { IconName } from './icons';
import type { CodebookKeyAction } from './sidebar-keys';
import type { MessageKey } from './strings';

/** In the order in which they stand. */
export const codeCommands: readonly { command: CodebookKeyAction; name: MessageKey; icon: IconName }[] = [
  { command: 'new-below', name: 'code_new_below', icon: 'add' },
  { command: 'rename', name: 'code_rename', icon: 'note' },
  { command: 'colour', name: 'code_colour', icon: 'colour' },
  { command: 'describe', name: 'code_describe', icon: 'text' },
  { command: 'move', name: 'code_move', icon: 'move' },
  { command: 'merge', name: 'code_merge', icon: 'merge' },
  { command: 'split', name: 'code_split', icon: 'split' },
  { command: 'archive', name: 'code_archive', icon: 'archive' },
  { command: 'delete', name: 'code_delete', icon: 'delete' },
];
