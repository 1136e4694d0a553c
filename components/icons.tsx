/** The few pictures on buttons, drawn for a 16-pixel square; each button says its name in words as well. */

const paths = {
  note: 'M3 13l.6-2.8L10.8 3a1.4 1.4 0 0 1 2 2L5.6 12.4 3 13zM9.8 4l2 2',
  code: 'M6 2.5 4.5 13.5M11.5 2.5 10 13.5M2.5 5.8h11.5M2 10.2h11.5',
  delete: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4',
  reveal: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M12 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3M3 6.5l3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M13 6.5l-3-3M13 6.5l-3 3',
  search: 'M7 12a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM10.8 10.8l3.2 3.2',
  sidebar: 'M2 3h12v10H2zM10 3v10',
  attach:
    'M8 5.2v8.3M9.8 3.4a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0zM5.5 7.6h5M3 9.8c.4 2.3 2.4 3.7 5 3.7s4.6-1.4 5-3.7',
  moved: 'M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5',
  back: 'M10 3 5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  ends: 'M3 3v10M13 3v10M5.5 8h5M7.2 6.3 5.5 8l1.7 1.7M8.8 6.3 10.5 8 8.8 9.7',
  keys: 'M1.5 4h13v8.5h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 10h6',
  merge: 'M3 2.5c0 4 5 3.5 5 7v4M13 2.5c0 4-5 3.5-5 7M5.5 11 8 13.5l2.5-2.5',
  check: 'M3 8.5l3.2 3.2L13 4.5',
  add: 'M8 3v10M3 8h10',
  colour: 'M8 1.8C6 4.6 4 7 4 9.7a4 4 0 0 0 8 0C12 7 10 4.6 8 1.8z',
  text: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  move: 'M2.5 3.5h5v3h-5zM5 6.5v5h3.5M8.5 10h5v3h-5z',
  split: 'M8 2.5v4c0 3.5-5 3-5 7M8 6.5c0 3.5 5 3 5 7M1.2 11.3 3 13.5l2-2.1M11 11.4l2 2.1 1.8-2.2',
  archive: 'M2 3h12v3H2zM3 6v7.5h10V6M6.3 9h3.4',
  uncode: 'M6 2.5 4.5 13.5M11.5 2.5 10 13.5M2.5 5.8h11.5M2 10.2h11.5M1.5 14.5l13-13',
  export: 'M8 10V2M5 4.8 8 2l3 2.8M2.5 9v4.5h11V9',
  filter: 'M2 3.5h12L9.5 9v4L6.5 14.5V9z',
  library: 'M3 2.5v11M6 2.5v11M8.5 3.2l3.3 10.3M2 13.5h12',
  about: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.4v3.6M8 5h.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
