/** Everything that a key can ask for: where the key counts, and which keys it usually has. */

/**
 * The bar beside a selection or an annotation; the ends of that annotation; the reading cursor on the page; the sidebar; a
 * code with the focus in it; a passage on which two coders differ; a field that is written in.
 */
export const keySurfaces = [
  'toolbar',
  'ends',
  'reading',
  'sidebar',
  'codebook',
  'deciding',
  'field',
] as const;

export type KeySurface = (typeof keySurfaces)[number];

interface KeyCommand {
  surface: KeySurface;
  /** As `keyName` of components/key-press.ts writes them; the first is the one that is shown. */
  keys: readonly string[];
  /** These stay whatever the person chooses, so that there is always a way out. */
  always?: readonly string[];
}

/** In the order in which they are shown. */
export const keyCommands = {
  'toolbar-keep': { surface: 'toolbar', keys: ['h', 'Enter'] },
  'toolbar-codes': { surface: 'toolbar', keys: ['#', 't'] },
  'toolbar-codes-below': { surface: 'toolbar', keys: ['/'] },
  'toolbar-note': { surface: 'toolbar', keys: ['n'] },
  'toolbar-code-1': { surface: 'toolbar', keys: ['1'] },
  'toolbar-code-2': { surface: 'toolbar', keys: ['2'] },
  'toolbar-code-3': { surface: 'toolbar', keys: ['3'] },
  'toolbar-code-4': { surface: 'toolbar', keys: ['4'] },
  'toolbar-code-5': { surface: 'toolbar', keys: ['5'] },
  'toolbar-code-6': { surface: 'toolbar', keys: ['6'] },
  'toolbar-code-7': { surface: 'toolbar', keys: ['7'] },
  'toolbar-code-8': { surface: 'toolbar', keys: ['8'] },
  'toolbar-code-9': { surface: 'toolbar', keys: ['9'] },
  'toolbar-active-code': { surface: 'toolbar', keys: ['a'] },
  'toolbar-occurrences': { surface: 'toolbar', keys: ['f'] },
  'toolbar-ends': { surface: 'toolbar', keys: ['e'] },
  'toolbar-merge': { surface: 'toolbar', keys: ['m'] },
  'toolbar-delete': { surface: 'toolbar', keys: ['Delete', 'Backspace'] },
  'toolbar-open-sidebar': { surface: 'toolbar', keys: ['o'] },
  'toolbar-undo': { surface: 'toolbar', keys: ['z'] },
  'toolbar-redo': { surface: 'toolbar', keys: ['Shift+z'] },
  'toolbar-dismiss': { surface: 'toolbar', keys: ['Escape'], always: ['Escape'] },
  'ends-end-forward-character': { surface: 'ends', keys: ['Shift+ArrowRight'] },
  'ends-end-back-character': { surface: 'ends', keys: ['Shift+ArrowLeft'] },
  'ends-end-forward-word': { surface: 'ends', keys: ['Ctrl+Shift+ArrowRight', 'Shift+Meta+ArrowRight'] },
  'ends-end-back-word': { surface: 'ends', keys: ['Ctrl+Shift+ArrowLeft', 'Shift+Meta+ArrowLeft'] },
  'ends-end-forward-sentence': { surface: 'ends', keys: ['Shift+ArrowDown'] },
  'ends-end-back-sentence': { surface: 'ends', keys: ['Shift+ArrowUp'] },
  'ends-start-back-character': { surface: 'ends', keys: ['Alt+ArrowLeft'] },
  'ends-start-forward-character': { surface: 'ends', keys: ['Alt+ArrowRight'] },
  'ends-start-back-word': { surface: 'ends', keys: ['Ctrl+Alt+ArrowLeft', 'Alt+Meta+ArrowLeft'] },
  'ends-start-forward-word': { surface: 'ends', keys: ['Ctrl+Alt+ArrowRight', 'Alt+Meta+ArrowRight'] },
  'ends-start-back-sentence': { surface: 'ends', keys: ['Alt+ArrowUp'] },
  'ends-start-forward-sentence': { surface: 'ends', keys: ['Alt+ArrowDown'] },
  'reading-next-sentence': { surface: 'reading', keys: ['Alt+j'] },
  'reading-previous-sentence': { surface: 'reading', keys: ['Alt+k'] },
  'reading-next-paragraph': { surface: 'reading', keys: ['Alt+]'] },
  'reading-previous-paragraph': { surface: 'reading', keys: ['Alt+['] },
  'sidebar-next': { surface: 'sidebar', keys: ['j'] },
  'sidebar-previous': { surface: 'sidebar', keys: ['k'] },
  'sidebar-reveal': { surface: 'sidebar', keys: ['Enter'] },
  'sidebar-codes': { surface: 'sidebar', keys: ['#', 't'] },
  'sidebar-note': { surface: 'sidebar', keys: ['n'] },
  'sidebar-place': { surface: 'sidebar', keys: ['r'] },
  'sidebar-history': { surface: 'sidebar', keys: ['h'] },
  'sidebar-delete': { surface: 'sidebar', keys: ['Delete', 'Backspace'] },
  'sidebar-select': { surface: 'sidebar', keys: ['x'] },
  'sidebar-extend-next': { surface: 'sidebar', keys: ['Shift+j'] },
  'sidebar-extend-previous': { surface: 'sidebar', keys: ['Shift+k'] },
  'sidebar-select-all': { surface: 'sidebar', keys: ['a'] },
  'sidebar-search': { surface: 'sidebar', keys: ['/'] },
  'sidebar-about': { surface: 'sidebar', keys: ['i'] },
  'sidebar-codebook': { surface: 'sidebar', keys: ['b'] },
  'sidebar-trash': { surface: 'sidebar', keys: ['d'] },
  'sidebar-variables': { surface: 'sidebar', keys: ['v'] },
  'sidebar-library': { surface: 'sidebar', keys: ['l'] },
  'sidebar-undo': { surface: 'sidebar', keys: ['z'] },
  'sidebar-redo': { surface: 'sidebar', keys: ['Shift+z'] },
  'sidebar-keys': { surface: 'sidebar', keys: ['?'] },
  'sidebar-close': { surface: 'sidebar', keys: ['Escape'], always: ['Escape'] },
  'codebook-new-below': { surface: 'codebook', keys: ['n'] },
  'codebook-new-top': { surface: 'codebook', keys: ['Shift+n'] },
  'codebook-rename': { surface: 'codebook', keys: ['F2', 'Enter'] },
  'codebook-colour': { surface: 'codebook', keys: ['c'] },
  'codebook-describe': { surface: 'codebook', keys: ['d'] },
  'codebook-move': { surface: 'codebook', keys: ['m'] },
  'codebook-merge': { surface: 'codebook', keys: ['g'] },
  'codebook-split': { surface: 'codebook', keys: ['s'] },
  'codebook-archive': { surface: 'codebook', keys: ['a'] },
  'codebook-delete': { surface: 'codebook', keys: ['Delete', 'Backspace'] },
  'deciding-first': { surface: 'deciding', keys: ['1'] },
  'deciding-second': { surface: 'deciding', keys: ['2'] },
  'deciding-both': { surface: 'deciding', keys: ['3'] },
  'deciding-neither': { surface: 'deciding', keys: ['0'] },
  'field-save': { surface: 'field', keys: ['Ctrl+Enter', 'Meta+Enter'] },
  'field-activate-code': { surface: 'field', keys: ['Alt+Enter'] },
} as const satisfies Record<string, KeyCommand>;

export type KeyCommandName = keyof typeof keyCommands;

export const keyCommandNames = Object.keys(keyCommands) as KeyCommandName[];

/** What `1` to `9` ask for, in that order. */
export const codeCommands: readonly KeyCommandName[] = keyCommandNames.filter((name) =>
  name.startsWith('toolbar-code-'),
);

/** As the list says, in the one shape that all of them share. */
export function keyCommand(name: KeyCommandName): KeyCommand {
  return keyCommands[name];
}
