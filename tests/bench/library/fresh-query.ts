/** Queries that were not asked before: what was asked a moment ago, a search remembers. */

let count = 0;

/** Finds what the text finds. */
export function freshQuery(text: string): string {
  count += 1;
  const letters = Array.from(String(count), (digit) => 'abcdefghij'[Number(digit)]).join('');
  // No article is in such a language, and to see that costs a look at each article.
  return `${text} -lang:q${letters}`;
}
