/** Compares words as a reader does: typography aside, to the letter. */

import { fold } from '../fold';

export function areSameWords(one: string, other: string): boolean {
  return one === other || fold(one).folded === fold(other).folded;
}

/** Whether nothing of the text can be seen. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text);
}
