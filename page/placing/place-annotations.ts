/** Keeps the annotations of a page in their places: finds them, lets those the page leaves alone stay, and looks again for the others. */

import type { Annotation } from '../../core/annotation';
import { followEdits, type TextEdit } from '../../core/follow-edits';
import { mayHold } from '../../core/may-hold';
import type { Placement } from '../../core/placement';
import { runAtOnce } from '../../core/run-at-once';
import type { Span } from '../../core/span';
import { type Anchor, anchorAll } from '../anchoring/anchor';
import { type Match, searchElsewhere } from '../anchoring/search-elsewhere';
import { beforeNextFrame } from '../before-next-frame';
import { followPage } from '../follow-page';
import type { Pause } from '../slices';
import { findingArticleRoot } from '../text/article-root';
import { type ArticleText, articleIn } from '../text/article-text';
import { createLiveText } from '../text/live-text';
import { isConnected } from '../text/tree';
import { followAnchor, isBroken, isSameTarget, mendAnchor, pendingAnchor } from './anchor';
import { searchPart } from './search-part';
import { guessOrigin, seenPart } from './seen-part';
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

/** UTF-16 units around words that were edited, in which they are looked for first. */
const nearby = 400;
/** Milliseconds in which the page may be read anew before it is drawn. */
const shortTime = 4;
/** More annotations than this to look for, and what the window shows comes first. */
const many = 20;
/** A root is looked for again when so much of the text has become another one. */
const doubtfulShare = 0.1;

interface Page {
  document: Document;
  /** Nodes of ours, which are no part of the page. */
  isOwn(node: Node): boolean;
  /** Compares texts where the page's own thread need not stand still for it. */
  match: Match;
}

/** @param show called when anchors or placements may have changed, at once for the first time */
export function placeAnnotations(
  { document, isOwn, match }: Page,
  show: () => void,
  signal: AbortSignal,
): Placing {
  const search = searchElsewhere(match);
  const live = createLiveText(document, isOwn, signal);
  let annotations: readonly Annotation[] = [];
  let anchors: readonly Anchor[] = [];
  /** Ids of those that have to be looked for. */
  let wanted = new Set<string>();
  /** Where those of them that stood in the text until the last edits must be, if they are left. */
  let lastSeen = new Map<string, Span>();
  /** Found already, and painted until the search through the whole text has told. */
  let early: ReadonlyMap<string, Anchor> = new Map();
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
      [lastSeen, early] = [new Map(), new Map()];
      const followers = followEdits(before, text, edits);
      anchors = anchors.map((anchor) => followOne(anchor, followers));
      const brought = followers.brought();
      for (const { length } of brought) editedSinceRoot += length;
      settling.grew(text.length - before.length);
      const mayHoldQuote = mayHold(brought);
      for (const [index, { id, target }] of annotations.entries()) {
        const anchor = anchors[index];
        if (wanted.has(id) || !isUnsure(anchor)) continue;
        if (mayHoldQuote(target.quote.exact, isSurelyPlaced(anchor) ? most : 0)) wanted.add(id);
      }
    }
    anchors = anchors.map((anchor) => mendAnchor(anchor, map));
  };

  const followOne = (anchor: Anchor, followers: ReturnType<typeof followEdits>): Anchor => {
    const followed = followAnchor(anchor, followers, live.map);
    if (followed !== null) return followed;
    wanted.add(anchor.id);
    const { id, start, end } = anchor;
    if (start !== null && end !== null) lastSeen.set(id, followers.around(start, end));
    return pendingAnchor(id);
  };

  const isRootDoubtful = () =>
    (root !== null && !isConnected(root)) || editedSinceRoot > text.length * doubtfulShare;

  function* findRoot(): Generator<void, void> {
    if (!isRootDoubtful()) return;
    const found = yield* findingArticleRoot(document);
    // What was found while the page went on is looked for again if it went away meanwhile.
    root = found === null || isConnected(found) ? found : root;
    editedSinceRoot = 0;
    article = articleIn(document, live.map, root);
  }

  /** Of anchors that were found, those that count; the page may be translated. */
  const acceptable = (found: readonly Anchor[]): Map<string, Anchor> => {
    const isElsewhere = isTranslated(document, text.split('\n', 1_000).length);
    const quotes = new Map(annotations.map(({ id, target }) => [id, target.quote]));
    const accepted = new Map<string, Anchor>();
    for (const anchor of found) {
      const quote = quotes.get(anchor.id);
      if (!wanted.has(anchor.id) || quote === undefined) continue;
      const counts = !isElsewhere || standsVerbatim(anchor, quote, text);
      if (counts) accepted.set(anchor.id, mendAnchor(anchor, live.map));
    }
    return accepted;
  };

  const adopt = (found: readonly Anchor[], isAll: boolean) => {
    const accepted = acceptable(found);
    anchors = anchors.map((anchor) => {
      const placed = accepted.get(anchor.id);
      if (placed !== undefined) return placed;
      return isAll && wanted.has(anchor.id) ? pendingAnchor(anchor.id) : anchor;
    });
    for (const id of accepted.keys()) wanted.delete(id);
  };

  /** Words inside which the page has changed something are most often still there. */
  function* searchNearby(): Generator<void> {
    const begun = version;
    for (const [id, { start, end }] of lastSeen) {
      const part = { start: Math.max(0, start - nearby), end: Math.min(text.length, end + nearby) };
      const some = annotations.filter((annotation, index) => {
        const anchor = anchors[index];
        return annotation.id === id || (anchor !== undefined && standsIn(anchor, part));
      });
      const found = yield* searchPart(some, article.map, article.span.start, part);
      if (begun !== version) return;
      adopt(
        found.filter((anchor) => anchor.id === id),
        false,
      );
      yield;
    }
    lastSeen = new Map();
  }

  /** What the reader is looking at is painted before the rest is looked for, and judged once more with it. */
  function* searchSeen(): Generator<void> {
    const begun = version;
    const { map } = live;
    const origin = wanted.size > many ? guessOrigin(annotations, text) : null;
    const part = origin === null ? null : seenPart(document, map);
    if (origin === null || part === null) return;
    // Whole ones only: the end of another might be taken for a loss.
    const some = annotations.filter(
      ({ target: { position } }) =>
        position !== null && position.start + origin >= part.start && position.end + origin <= part.end,
    );
    yield;
    const found = yield* searchPart(some, map, origin, part);
    if (begun !== version || found.length === 0) return;
    early = acceptable(found);
    yield;
    show();
    yield;
  }

  function* follow(): Generator<Pause, void> {
    for (;;) {
      apply(yield* live.refreshing());
      yield;
      yield* searchSeen();
      yield* findRoot();
      yield* searchNearby();
      if (wanted.size === 0) break;
      yield;
      const begun = version;
      const found = yield* anchorAll(annotations, article.map, article.span, search);
      if (begun !== version) continue;
      adopt(found, true);
      early = new Map();
      break;
    }
    yield;
    show();
  }

  /** Most changes are of a few words, or write the same words again: the paint moves along with them. */
  const followAtOnce = (): boolean => {
    const end = performance.now() + shortTime;
    const reading = live.refreshing();
    let step = reading.next();
    while (step.done !== true && performance.now() < end) step = reading.next();
    if (step.done !== true) return false;
    apply(step.value);
    const isSettled = !isRootDoubtful();
    if (isSettled) runAtOnce(searchNearby());
    // Also where nothing has moved: the page may have taken the paint away.
    show();
    return isSettled && wanted.size === 0;
  };

  const follower = followPage((change) => live.onChange(change), follow, signal, followAtOnce);

  /** What stands in a broken range now is never painted; whether its words are somewhere is looked at in its time. */
  const hideBroken = () => {
    if (![...anchors, ...early.values()].some(isBroken)) return;
    early = new Map();
    anchors = anchors.map((anchor) => (isBroken(anchor) ? { ...anchor, ranges: [] } : anchor));
    show();
  };
  live.onChange(beforeNextFrame(hideBroken, signal));

  return {
    anchors: () => (early.size === 0 ? anchors : anchors.map((anchor) => early.get(anchor.id) ?? anchor)),
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

function standsIn({ start, end }: Anchor, part: Span): boolean {
  return start !== null && end !== null && start < part.end && end > part.start;
}

/** Below this, a place may have to give way to a better one that comes later. */
const sure = 0.95;

/** The share of a quote that text must hold to say it better than words that are like it. */
const most = 0.5;

function isSurelyPlaced(anchor: Anchor | undefined): boolean {
  return anchor !== undefined && anchor.start !== null && anchor.score >= sure;
}

/** Not placed, or placed on words that are not quite those that were chosen: text that comes may say them better. */
function isUnsure(anchor: Anchor | undefined): boolean {
  return anchor === undefined || anchor.start === null || anchor.grade === 'changed' || anchor.score < sure;
}
