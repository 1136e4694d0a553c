/** Puts the fields of records in one order: the same records are the same bytes, whichever way they came into the library. */

/**
 * The value with the keys of all its objects sorted by UTF-16 units.
 * @param first keys that stand before the others, wherever they are
 */
export function inKeyOrder(value: unknown, first: readonly string[] = []): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inKeyOrder(item, first));
  const fields: object = value;
  const rest = Object.keys(fields).sort();
  const keys = first.length === 0 ? rest : [...first.filter((key) => Object.hasOwn(fields, key)), ...rest];
  return Object.fromEntries(keys.map((key) => [key, inKeyOrder(Reflect.get(fields, key), first)]));
}
