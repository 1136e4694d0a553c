/** Times as XML writes them. */

/** @param written of xsd:dateTime; without a zone it counts as UTC. @param fallback for none, and for what is none */
export function readTime(written: string | null, fallback: string): string {
  if (written === null) return fallback;
  const date = new Date(/(?:Z|[+-]\d\d:?\d\d)$/u.test(written.trim()) ? written : `${written.trim()}Z`);
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 0 || year > 9999 ? fallback : date.toISOString();
}
