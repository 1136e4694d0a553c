/** Knows the months by their beginnings in the languages of the European and Arabic press. */

/** Longer beginnings stand before shorter ones that would catch them. */
const beginnings: readonly (readonly [month: number, pattern: string])[] = [
  [1, 'jan|jän|janv|ene|gen|styc|led|янв|ιαν|oca|tammik|يناير'],
  [2, 'feb|fév|fev|fév|lut|únor|фев|φεβ|şub|helmik|فبراير'],
  [3, 'mar|mär|mrz|maa|már|břez|мар|μαρ|maalisk|مارس'],
  [4, 'apr|avr|abr|kwi|dub|апр|απρ|nis|huhtik|أبريل|ابريل'],
  [5, 'may|mai|maj|mag|maio|mei|máj|květ|мая|май|μαΐ|toukok|مايو'],
  [6, 'jun|juin|giu|cze|červn|июн|ιουν|haz|kesäk|يونيو'],
  [7, 'jul|juil|lug|lip|červenc|июл|ιουλ|tem|heinäk|يوليو'],
  [8, 'aug|aoû|ago|agu|sie|srp|авг|αυγ|ağu|elok|أغسطس'],
  [9, 'sep|set|wrz|zář|сен|σεπ|eyl|syysk|سبتمبر'],
  [10, 'oct|okt|out|ott|paź|říj|окт|οκτ|eki|lokak|أكتوبر'],
  [11, 'nov|lis|listop|ноя|νοε|kas|marrask|نوفمبر'],
  [12, 'dec|des|dez|déc|dic|gru|pros|дек|δεκ|ara|jouluk|ديسمبر'],
];

/** For use in a larger pattern, as the group `name`. */
export const monthName = String.raw`(?<name>(?:${beginnings.map(([, pattern]) => pattern).join('|')})\p{L}{0,8})\.?`;

/** 1 to 12; null where the word is no month. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  let best: readonly [number, number] = [0, 0];
  for (const [month, pattern] of beginnings) {
    for (const beginning of pattern.split('|')) {
      if (lower.startsWith(beginning) && beginning.length > best[1]) best = [month, beginning.length];
    }
  }
  return best[0] === 0 ? null : best[0];
}
