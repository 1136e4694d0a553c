/** Puts the fields of records in one order: the same records are the same bytes, whichever way they came into the library. */

/** The value with the keys of all its objects sorted by UTF-16 units. */
export function inKeyOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inKeyOrder);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, inKeyOrder(Reflect.get(value, key))]));
}
