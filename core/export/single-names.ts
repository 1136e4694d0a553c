/** Headings of columns that people have named: each stands once. */

/**
 * A name that stands already, whatever its case and width, gets a number: `year 2`. Blanks are single.
 * @param taken names of the other columns
 */
export function singleNames(names: readonly string[], taken: readonly string[]): string[] {
  const known = new Set(taken.map(keyOf));
  return names.map((given) => {
    const name = given.replace(/\s+/gu, ' ').trim();
    let single = name;
    for (let count = 2; known.has(keyOf(single)); count += 1) single = `${name} ${count}`;
    known.add(keyOf(single));
    return single;
  });
}

function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
