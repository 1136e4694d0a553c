/** The decided version of what several people have coded: for each unit what they agree on, or what was decided. */

import { type Comparison, isAgreed } from './agreement/compare-coders';
import type { RatedUnit } from './agreement/rate-units';
import type { Annotation } from './annotation';
import type { Archive } from './archive';
import type { Article } from './article';
import { byPlaceAndTime } from './export/order';
import type { ImportEnvironment } from './import/imported';
import { namedId } from './import/named-id';
import type { MergedCoders } from './merge-coders';
import { byId } from './merge-coders-records';

/** By the id of the unit: the codes that it shall have. */
export type Decisions = ReadonlyMap<string, readonly string[]>;

/** Units on which the coders differ and of which nothing was decided. */
export function openUnits({ units }: Comparison, decisions: Decisions): string[] {
  return units
    .filter((rated) => !isAgreed(rated) && !decisions.has(rated.unit.id))
    .map(({ unit }) => unit.id);
}

/**
 * The same articles and codebook, with annotations of whoever decides: one on each sentence or paragraph that has codes;
 * for whole articles, the passages that the coders gave those codes to. What is open has none. A code that nobody gave to an
 * article has no passage there, and is left out. The same decisions give the same ids.
 * @param environment `creator`: by whose name they are told from the coders' own
 */
export async function decidedArchive(
  { archive }: MergedCoders,
  { units, kind }: Comparison,
  decisions: Decisions,
  { creator, ...environment }: Pick<ImportEnvironment, 'digest' | 'now'> & { creator: string },
): Promise<Archive> {
  const articles = new Map(archive.articles.map((article) => [article.id, article]));
  const texts = new Map(archive.snapshots.map(({ sha256, text }) => [sha256, text]));
  const annotations: Annotation[] = [];
  for (const rated of units) {
    const codeIds = decisions.get(rated.unit.id) ?? agreedCodes(rated);
    const article = articles.get(rated.unit.articleId);
    if (codeIds.length === 0 || article === undefined) continue;
    const text = texts.get(article.snapshot ?? '') ?? '';
    const targets =
      kind === 'article'
        ? passagesOf(rated, codeIds)
        : [{ target: targetOf(rated, article, text), codeIds, name: '' }];
    for (const { target, codeIds: given, name } of targets) {
      annotations.push({
        id: await namedId(environment, 'decided', rated.unit.id, name),
        articleId: article.id,
        target,
        codeIds: [...new Set(given)],
        note: '',
        creator,
        created: environment.now,
        modified: environment.now,
        deleted: null,
      });
    }
  }
  return { ...archive, annotations: annotations.sort(byId) };
}

function agreedCodes(rated: RatedUnit): readonly string[] {
  return isAgreed(rated) ? (rated.ratings[0]?.codes ?? []) : [];
}

/** UTF-16 units of context on either side, as with any annotation. */
const contextLength = 64;

function targetOf({ unit }: RatedUnit, article: Article, text: string): Annotation['target'] {
  const { start, end } = unit.span ?? { start: 0, end: 0 };
  return {
    source: article.addresses[0] ?? '',
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start).replace(/^[\uDC00-\uDFFF]/u, ''),
      suffix: text.slice(end, end + contextLength).replace(/[\uD800-\uDBFF]$/u, ''),
    },
    position: { start, end },
    range: null,
    snapshot: article.snapshot,
  };
}

/** Each code at the first passage that has it; several codes of one passage stay together. */
function passagesOf(
  { annotations }: RatedUnit,
  codeIds: readonly string[],
): { target: Annotation['target']; codeIds: string[]; name: string }[] {
  const missing = new Set(codeIds);
  return annotations.toSorted(byPlaceAndTime).flatMap(({ id, target, codeIds: own }) => {
    const taken = own.filter((codeId) => missing.delete(codeId));
    return taken.length === 0 ? [] : [{ target, codeIds: taken, name: id }];
  });
}
