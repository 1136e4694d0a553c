/** The eight code colours, each with the underline pattern that tells it apart without colour. */

export const colours = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple', 'teal', 'grey'] as const;

export type Colour = (typeof colours)[number];

/** The paint of a highlight that has no code. */
export const uncodedColour: Colour = 'yellow';

/** CSS values. `background` carries `ink` at 4.5:1 or more; `line` is told apart from `background` at 3:1 or more. */
export interface Swatch {
  background: string;
  ink: string;
  line: string;
  pattern: 'solid' | 'dotted' | 'dashed' | 'double' | 'wavy';
  /** CSS length of the underline. */
  thickness: string;
}

export const swatches: Readonly<Record<Colour, Swatch>> = {
  yellow: { background: '#ffe98a', ink: '#1c1b17', line: '#7a6200', pattern: 'solid', thickness: '2px' },
  green: { background: '#c4edb9', ink: '#14200f', line: '#2f6b1c', pattern: 'dotted', thickness: '2px' },
  blue: { background: '#c2defb', ink: '#0f1b28', line: '#1c5a97', pattern: 'dashed', thickness: '2px' },
  pink: { background: '#fbcadb', ink: '#2b121b', line: '#a11f55', pattern: 'wavy', thickness: '1px' },
  orange: { background: '#ffd3ac', ink: '#28190b', line: '#97480a', pattern: 'double', thickness: '3px' },
  purple: { background: '#dfd0fb', ink: '#1d1430', line: '#6236b0', pattern: 'dotted', thickness: '3px' },
  teal: { background: '#b8ece6', ink: '#0b2422', line: '#0b6b63', pattern: 'dashed', thickness: '3px' },
  grey: { background: '#dcdcd8', ink: '#1d1d1b', line: '#55554f', pattern: 'solid', thickness: '3px' },
};
