/** The digest that names a text snapshot. */

/**
 * SHA-256 of the text in UTF-8, lower-case hex.
 * Never await it inside a database transaction: IndexedDB would end the transaction meanwhile.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
