/** Where on a site Pressmark shows itself: the reader's choice goes before what a page says of itself. */

export const siteRules = ['articles', 'always', 'never'] as const;

/** `articles`: where a page is an article, or holds something that was kept. */
export type SiteRule = (typeof siteRules)[number];
