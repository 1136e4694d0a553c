/** Several things in one cell of a table. */

/** Joined with `; `; an item that holds a `;` or a quotation mark stands in quotation marks, doubled inside. */
export function listCell(items: readonly string[]): string {
  return items.map((item) => (/[;"]/u.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join('; ');
}
