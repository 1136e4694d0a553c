/** What the shape of a page's address says: news articles, front pages and lists name themselves. */

import type { HeadSignals } from './weights';

const datedPath =
  /\/(?:19|20)\d\d(?:\/\d|-?(?:0[1-9]|1[0-2]))|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/;
const articleWord = /\/(?:news|article|stor(?:y|ies)|blog|posts?|detail|content|doc-|[aps]\/)/;
const listWord =
  /\/(?:tag|categor(?:y|ie)|author|page|archive|list(?:ing)?|collection|product|shop|store|cart|event|job|service|pricing|about|contact|doc|support)s?[/.-]/;
const forumWord =
  /\/(?:forums?|bbs|community|discuss\w*|topics?|threads?|view(?:topic|forum)|showthread|questions?|[dt])[/.-]/;
const formWord = /\/(?:log-?in|sign-?(?:in|up)|regist|account)\w*[/.-]/;
const searchWord = /\/search|[?&](?:q|s|query|search|keyword|wd)=/;
const frontPath = /^\/(?:(?:index|default|home|main)(?:\.\w+)?|[a-z]{2}(?:-[a-z]{2})?)?\/?$/;

/** Empty where the address is none. */
export function readAddressShape(address: string): HeadSignals {
  if (!URL.canParse(address)) return {};
  const { hostname, pathname, search } = new URL(address);
  const path = pathname.toLowerCase();
  const words = `/${hostname}${path}/`;
  return {
    // A number after `?` chooses an article on sites that serve all of them from their front path.
    frontPath: frontPath.test(path) && !/\d/.test(search),
    datedPath: datedPath.test(path),
    wordsInPath: Math.min((/[^/]*(?=\/?$)/.exec(path)?.[0] ?? '').split(/[-_]/).length - 1, 8),
    articleWord: articleWord.test(words),
    listWord: listWord.test(words),
    forumWord: forumWord.test(words),
    formWord: formWord.test(words),
    searchPath: searchWord.test(words + search),
  };
}
