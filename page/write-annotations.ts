/** What a page may write into the library: describes the words as they stand now, asks for the write, and shows what came of it. */

import { adjustEnds, type EndMove } from '../core/adjust-ends';
import type { Annotation, Selectors } from '../core/annotation';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, MergeDraft } from '../core/library';
import type { Span } from '../core/span';
import { describe } from './anchoring/describe';
import type { Placing } from './placing/place-annotations';

/** The library's writes; each resolves only when it is done for good. */
export interface WritingClient {
  keep(draft: AnnotationDraft): Promise<Annotation>;
  keepAll(drafts: Omit<AnnotationDraft, 'article'>[], article: ArticleDraft): Promise<Annotation[]>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  reattach(id: string, selectors: Selectors, article: ArticleDraft, isAdjusted: boolean): Promise<Annotation>;
  mergeAnnotations(ids: string[], draft: MergeDraft): Promise<Annotation>;
}

export type Choice = Pick<AnnotationDraft, 'codeIds' | 'newCodes' | 'note'>;

export interface Writing {
  /** @throws NothingToKeepError when nothing of the range is text that can be kept */
  keep(range: Range, choice: Choice): Promise<Annotation>;
  /** Each range as an annotation of its own, in one step; those without text that can be kept are left out. */
  keepAll(ranges: readonly Range[], choice: Choice): Promise<Annotation[]>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  /**
   * Gives the annotation these words in the place of those that it had.
   * @throws NothingToKeepError when nothing of the range is text that can be kept
   */
  reattach(id: string, range: Range): Promise<Annotation>;
  /** Moves an end of the words where they stand now; null where it cannot go further that way, or the words stand nowhere. */
  adjust(id: string, move: EndMove): Promise<Annotation | null>;
  /** Those that share words with it, in the order of the text. */
  overlapping(id: string): string[];
  /**
   * Makes one of it and those that share words with it, on the words of all; null where none does.
   * @throws NothingToKeepError when no one range holds them all
   */
  merge(id: string): Promise<Annotation | null>;
}

/** Only what the article's text says can be kept: no picture, and nothing of the page around the article. */
export class NothingToKeepError extends Error {
  override name = 'NothingToKeepError';
  constructor() {
    super("The selection holds no words of the page's text.");
  }
}

/** At once; further ones can be merged after. */
const mostMerged = 20;

/** @param written told of each write that is done: the annotation as it is now, and the ids of those that are gone */
export function createWriting(
  document: Document,
  client: WritingClient,
  placing: Pick<Placing, 'anchors' | 'refresh'>,
  written: (now: readonly Annotation[], goneIds: readonly string[]) => void,
): Writing {
  /** The words whose end was moved last, and the text in which they stand: they have to be found there first. */
  let lastMoved: { id: string; span: Span; text: string } | null = null;

  const describeNow = (range: Range): { selectors: Selectors; article: ArticleDraft } => {
    const current = placing.refresh();
    const selectors = describe(range, current.map, current.span);
    if (selectors === null) throw new NothingToKeepError();
    return { selectors, article: current.draft() };
  };

  const shown = (annotation: Annotation, goneIds: readonly string[] = []) => {
    written([annotation], goneIds);
    return annotation;
  };

  const spanOf = (id: string): Span | null => {
    const { start = null, end = null } = placing.anchors().find((anchor) => anchor.id === id) ?? {};
    return start === null || end === null ? null : { start, end };
  };

  const overlapping = (id: string): string[] => {
    const own = spanOf(id);
    if (own === null) return [];
    const others = placing.anchors().flatMap(({ id: other, start, end }) => {
      const isOver = other !== id && start !== null && end !== null && start < own.end && end > own.start;
      return isOver ? [{ other, start }] : [];
    });
    return others.sort((one, other) => one.start - other.start).map(({ other }) => other);
  };

  return {
    async keep(range, choice) {
      return shown(await client.keep({ ...choice, ...describeNow(range) }));
    },
    async keepAll(ranges, choice) {
      const current = placing.refresh();
      const drafts = ranges.flatMap((range) => {
        const selectors = describe(range, current.map, current.span);
        return selectors === null ? [] : [{ ...choice, selectors }];
      });
      if (drafts.length === 0) return [];
      const kept = await client.keepAll(drafts, current.draft());
      written(kept, []);
      return kept;
    },
    async edit(id, edit) {
      return shown(await client.edit(id, edit));
    },
    async remove(id) {
      await client.remove(id);
      written([], [id]);
    },
    async reattach(id, range) {
      const { selectors, article } = describeNow(range);
      return shown(await client.reattach(id, selectors, article, false));
    },
    async adjust(id, move) {
      const { map } = placing.refresh();
      const isLastMoved = lastMoved?.id === id && lastMoved.text === map.text;
      const span = spanOf(id) ?? (isLastMoved ? (lastMoved?.span ?? null) : null);
      if (span === null) return null;
      const moved = adjustEnds(map.text, span, move, document.documentElement.lang || null);
      const range = moved === null ? null : map.toRange(moved.start, moved.end);
      if (moved === null || range === null) return null;
      const { selectors, article } = describeNow(range);
      const annotation = await client.reattach(id, selectors, article, true);
      lastMoved = { id, span: moved, text: map.text };
      return shown(annotation);
    },
    overlapping,
    async merge(id) {
      const { map } = placing.refresh();
      const ids = [id, ...overlapping(id)].slice(0, mostMerged);
      if (ids.length === 1) return null;
      const spans = ids.flatMap((each) => spanOf(each) ?? []);
      const start = Math.min(...spans.map((span) => span.start));
      const end = Math.max(...spans.map((span) => span.end));
      const range = map.toRange(start, end);
      if (range === null) throw new NothingToKeepError();
      const { selectors, article } = describeNow(range);
      const merged = await client.mergeAnnotations(ids, { selectors, article });
      return shown(
        merged,
        ids.filter((each) => each !== merged.id),
      );
    },
  };
}
