/** How a name stands in a list of references: the family name first, the given names as initials. */

import type { PersonName } from './person-name';

const isHan = (text: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}·]+$/u.test(text);

/** What one style does with the two parts of a name. */
export interface NameForm {
  family(name: string): string;
  /** Between the family name and the initials. */
  between: string;
  /** After an initial that another one follows, and after the last. */
  initialEnd: readonly [inner: string, last: string];
  /** Between the initials of a given name such as Jean-Luc. */
  hyphen: string;
}

/** A name in Chinese characters is written as one word, also where its parts are known. */
export function invertedName(name: PersonName, form: NameForm): string {
  if ('whole' in name) return name.whole;
  const { family, given } = name;
  if (isHan(family + given)) return family + given;
  const initials = initialsOf(given, form);
  return initials === '' ? form.family(family) : form.family(family) + form.between + initials;
}

function initialsOf(given: string, { initialEnd: [inner, last], hyphen }: NameForm): string {
  const words = given
    .split(/[\s.]+/u)
    .map((word) =>
      word
        .split('-')
        .map((part) => /\p{L}/u.exec(part)?.[0].toLocaleUpperCase('en') ?? '')
        .filter((initial) => initial !== '')
        .join(last.trimEnd() + hyphen),
    )
    .filter((word) => word !== '');
  return words.join(inner) + (words.length === 0 ? '' : last);
}
