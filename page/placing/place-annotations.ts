/** Keeps the annotations of a page in their places: finds them, lets those the page leaves alone stay, and looks again for the others. */

import type { Annotation } from '../../core/annotation';
import { followEdits, type TextEdit } from '../../core/follow-edits';
import { mayHold } from '../../core/may-hold';
import type { Placement } from '../../core/placement';
import { runAtOnce } from '../../core/run-at-once';
import { type Anchor, anchorAll } from '../anchoring/anchor';
import { followPage } from '../follow-page';
import { findingArticleRoot } from '../text/article-root';
import { type ArticleText, articleIn } from '../text/article-text';
import { createLiveText } from '../text/live-text';
import { isConnected } from '../text/tree';
import { followAnchor, isBroken, isSameTarget, mendAnchor, pendingAnchor } from './anchor';
import { beforeNextFrame } from './before-next-frame';
import { createSettling } from './settling';
import { isTranslated } from './translated';
import { standsVerbatim } from './verbatim';

export interface Placing {
  /** In the order of the annotations. The list is made anew at each change. */
  anchors(): readonly Anchor[];
  placements(): Placement[];
  /** The page's text as the anchors' offsets speak of it. */
  article(): ArticleText;
  /** Brings text and anchors in step with the page at once, for words that the reader has just chosen. */
  refresh(): ArticleText;
  /** From now on these are the page's annotations. Those that it knows stay where they are. */
  place(annotations: readonly Annotation[]): void;
}

/** A root is looked for again when so much of the text has become another one. */
const doubtfulShare = 0.1;

/**
 * @param isOwn nodes of ours, which are no part of the page
 * @param show called when anchors or placements may have changed, at once for the first time
 */
export function placeAnnotations(
  document: Document,
  isOwn: (node: Node) => boolean,
  show: () => void,
  signal: AbortSignal,
): Placing {
  const live = createLiveText(document, isOwn, signal);
  let annotations: readonly Annotation[] = [];
  let anchors: readonly Anchor[] = [];
  /** Ids of those that have to be looked for. */
  let wanted = new Set<string>();
  /** Counts what makes a search that has begun worthless. */
  let version = 0;
  let root: Element | null = null;
  let editedSinceRoot = Number.POSITIVE_INFINITY;
  let text = '';
  let article = articleIn(document, live.map, root);

  const settling = createSettling(() => follower.now(), signal);

  const apply = (edits: readonly TextEdit[]) => {
    const before = text;
    const { map } = live;
    text = map.text;
    article = articleIn(document, map, root);
    if (edits.length > 0) {
      version += 1;
      const followers = followEdits(before, text, edits);
      anchors = anchors.map((anchor) => followOne(anchor, followers));
      const brought = followers.brought();
      for (const { length } of brought) editedSinceRoot += length;
      settling.grew(text.length - before.length);
      const unsure = annotations.filter((_, index) => isUnsure(anchors[index]));
      const mayHoldQuote = mayHold(brought);
      for (const { id, target } of unsure) {
        if (mayHoldQuote(target.quote.exact)) wanted.add(id);
      }
    }
    anchors = anchors.map((anchor) => mendAnchor(anchor, map));
  };

  const followOne = (anchor: Anchor, followers: ReturnType<typeof followEdits>): Anchor => {
    const followed = followAnchor(anchor, followers, live.map);
    if (followed !== null) return followed;
    wanted.add(anchor.id);
    return pendingAnchor(anchor.id);
  };

  function* findRoot(): Generator<void, void> {
    const isKnown = root === null || isConnected(root);
    if (isKnown && editedSinceRoot <= text.length * doubtfulShare) return;
    const found = yield* findingArticleRoot(document);
    // What was found while the page went on is looked for again if it went away meanwhile.
    root = found === null || isConnected(found) ? found : root;
    editedSinceRoot = 0;
    article = articleIn(document, live.map, root);
  }

  const adopt = (found: readonly Anchor[]) => {
    const isElsewhere = isTranslated(document, text.split('\n', 1_000).length);
    anchors = anchors.map((anchor, index) => {
      const placed = found[index];
      const annotation = annotations[index];
      if (!wanted.has(anchor.id) || placed === undefined || annotation === undefined) return anchor;
      if (isElsewhere && !standsVerbatim(placed, annotation.target.quote, text)) {
        return pendingAnchor(anchor.id);
      }
      wanted.delete(anchor.id);
      return mendAnchor(placed, live.map);
    });
  };

  function* follow(): Generator<void, void> {
    for (;;) {
      apply(yield* live.refreshing());
      yield;
      yield* findRoot();
      if (wanted.size === 0) break;
      yield;
      const begun = version;
      const found = yield* anchorAll(annotations, article.map, article.span);
      if (begun !== version) continue;
      adopt(found);
      break;
    }
    show();
  }

  const follower = followPage((change) => live.onChange(change), follow, signal);

  /** What stands in a broken range now is never painted; whether its words are somewhere is looked at in its time. */
  const hideBroken = () => {
    if (!anchors.some(isBroken)) return;
    anchors = anchors.map((anchor) => (isBroken(anchor) ? { ...anchor, ranges: [] } : anchor));
    show();
  };
  live.onChange(beforeNextFrame(document, hideBroken, signal));

  return {
    anchors: () => anchors,
    placements: () =>
      anchors.map(({ ranges: _, ...placement }) =>
        placement.grade === 'lost' && !settling.isOver()
          ? { ...placement, grade: 'pending', reason: null }
          : placement,
      ),
    article: () => article,
    refresh() {
      apply(live.refresh());
      runAtOnce(findRoot());
      return article;
    },
    place(next) {
      const former = new Map(annotations.map((annotation, index) => [annotation.id, { annotation, index }]));
      version += 1;
      anchors = next.map((annotation) => {
        const known = former.get(annotation.id);
        const anchor = known === undefined ? undefined : anchors[known.index];
        if (known !== undefined && anchor !== undefined && isSameTarget(known.annotation, annotation))
          return anchor;
        wanted.add(annotation.id);
        return pendingAnchor(annotation.id);
      });
      annotations = next;
      const ids = new Set(next.map(({ id }) => id));
      wanted = new Set([...wanted].filter((id) => ids.has(id)));
      follower.now();
    },
  };
}

/** Below this, a place may have to give way to a better one that comes later. */
const sure = 0.95;

/** Not placed, or placed on words that are not quite those that were chosen: text that comes may say them better. */
function isUnsure(anchor: Anchor | undefined): boolean {
  return anchor === undefined || anchor.start === null || anchor.grade === 'changed' || anchor.score < sure;
}
