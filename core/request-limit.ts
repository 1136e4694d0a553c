/** The limit of a page's requests, apart from their schemas, so that a page need not load those to keep to it. */

/** The longest request taken from a page, in UTF-16 units of its JSON. */
export const longestRequest = 1_048_576;

/** The longest one that brings a page's text to be looked through, which nothing is kept of. */
export const longestText = 4 * longestRequest;
