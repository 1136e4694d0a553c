/** A person's name for a list of references: in two parts only where it shows them itself, else as it stands. */

/** `whole` where it is not known which part is the family name; organisations are always whole. */
export type PersonName = { whole: string } | { family: string; given: string };

const syllable = [
  '[bpmf](?:ang|eng|iao|ian|ing|ai|ei|ao|ou|an|en|ie|iu|in|a|o|i|u)',
  '[dtnl](?:iang|ang|eng|ong|iao|ian|ing|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|uo|ui|un|ue|a|e|i|u|v)',
  '[gkh](?:uang|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|u)',
  '[jqx](?:iang|iong|iao|ian|ing|uan|ia|ie|iu|in|ue|un|i|u)',
  '(?:[zcs]h?|r)(?:uang|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|i|u)',
  'y(?:ang|ing|ong|uan|ao|ou|an|in|ue|un|a|e|i|u)',
  'w(?:ang|eng|ai|ei|an|en|a|o|u)',
  '(?:ang|ai|ei|ao|ou|an|en|er|a|o|e)',
].join('|');
const pinyin = new RegExp(`^(?:(?:${syllable})['’-]?)+$`, 'iu');

/** Family names that stand in front in Chinese, Korean and Vietnamese names, as English papers write them. */
const familyFirst = new Set(
  (
    'au chan cheng cheung chiu choi chong chow choy chu chui chung fong fung ho hui ip kam kan ko kong kwan kwok kwong ' +
    'lai lam lau law lee leung li lim lo loh lui luk lum ma mak man mok ng ngai or pang poon pun shek shum sin sit siu ' +
    'so suen sze tai tam tan tang teoh to tong tsang tse tsoi tsui tung wan wong woo wu yam yan yau yeung yick yim yip ' +
    'yiu yu yuen yung kim park jung jeong kang cho yoon jang shin seo kwon hwang ahn song oh bae baek nam nguyen tran le ' +
    'pham huynh phan vu vo dang bui do ngo duong ly hoang truong dinh abe kishida ishiba'
  ).split(' '),
);

const particles = new Set(
  'von van der den de del della dei di da das dos du la le les bin bint ibn al el ter ten zu zur y af av'.split(
    ' ',
  ),
);

const noPerson =
  /\b(?:reuters|press|staff|news|newsroom|agenc(?:y|e)|team|board|desk|bureau|times|post|daily|weekly|service|services|network|correspondents?|reporters?|editors?|editorial|writers?|contributors?|office|ministry|committee|council|commission|university|institute|association|organi[sz]ation|group|department|center|centre|foundation|society|bank|company|corp|inc|ltd|media|tv|radio|online|xinhua|the|by|and|of|for|with|at|jr|sr|ii|iii|iv|md|phd)\b/iu;

const latinWord = /^[\p{Script=Latin}\p{M}.'’-]+$/u;
const capital = /^\p{Lu}/u;
const shout = /^\p{Lu}{2,}$/u;
const joinedGivenName = /-\p{Ll}/u;

/**
 * Splits `Smith, John` and, in Latin letters, `John Russell Brown` and `Ursula von der Leyen`. Everything that might be an
 * organisation, or a name that begins with the family (Chinese ones above all, in any script), stays whole.
 * @param name in one line
 */
export function personName(name: string): PersonName {
  if (noPerson.test(name)) return { whole: name };
  const [before = '', after, ...more] = name.split(', ');
  if (after === undefined) return splitInOrder(name);
  const isSplit = more.length === 0 && isNameWords(before) && isNameWords(after) && familyStart(before) === 0;
  return isSplit ? { family: before, given: after } : { whole: name };
}

function splitInOrder(name: string): PersonName {
  const words = name.split(' ');
  const [first = ''] = words;
  const isInDoubt =
    words.length < 2 ||
    words.length > 5 ||
    !isNameWords(name) ||
    !capital.test(first) ||
    familyFirst.has(first.toLowerCase()) ||
    words.some((word) => shout.test(word) || joinedGivenName.test(word)) ||
    words.every((word) => pinyin.test(word));
  const start = familyStart(name);
  const family = words.slice(start).join(' ');
  if (isInDoubt || start === 0 || /^\p{L}\.?$/u.test(family)) return { whole: name };
  return { family, given: words.slice(0, start).join(' ') };
}

function isNameWords(text: string): boolean {
  const words = text.split(' ');
  return (
    words.every((word) => latinWord.test(word) && (capital.test(word) || particles.has(word))) &&
    capital.test(words.at(-1) ?? '')
  );
}

/** Which word the family name begins with: the first particle behind the given name, else the last word. */
function familyStart(text: string): number {
  const words = text.split(' ');
  const particle = words.findIndex((word) => particles.has(word));
  return particle === -1 ? words.length - 1 : particle;
}
