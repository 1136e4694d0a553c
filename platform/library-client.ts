/** The page session's way to the library, through the background; each write carries an id, so that a retry does no harm. */

import type { Known, PageText, Placed } from '../core/anchoring/place-quotes';
import type { Annotation, Selectors, Target } from '../core/annotation';
import type { PageClaim } from '../core/identity/canonical';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, MergeDraft, PageLibrary } from '../core/library';
import { lightenPlacements } from '../core/lighten-placements';
import type { PageStep } from '../core/messages';
import type { Placement } from '../core/placement';
import { longestRequest } from '../core/request-limit';
import { askBackground } from './ask-background';
import { newId } from './new-id';

/** What is around the placements in a request, in UTF-16 units, and more. */
const envelope = 100;

/** @param readClaim what the page says of itself at that moment; goes with each request that finds its article */
export function createLibraryClient(readClaim: () => PageClaim | null) {
  return {
    load: (): Promise<PageLibrary> => askBackground('load', {}, readClaim()),
    keep: (draft: AnnotationDraft): Promise<Annotation> =>
      askBackground('keep', { commandId: newId(), draft }, readClaim()),
    edit: (id: string, edit: AnnotationEdit): Promise<Annotation> =>
      askBackground('edit', { commandId: newId(), id, edit }, readClaim()),
    remove: async (id: string): Promise<void> => {
      await askBackground('remove', { commandId: newId(), id }, readClaim());
    },
    keepAll: (drafts: Omit<AnnotationDraft, 'article'>[], article: ArticleDraft): Promise<Annotation[]> =>
      askBackground('keepAll', { commandId: newId(), drafts, article }, readClaim()),
    reattach: (
      id: string,
      selectors: Selectors,
      article: ArticleDraft,
      isAdjusted: boolean,
    ): Promise<Annotation> =>
      askBackground('reattach', { commandId: newId(), id, selectors, article, isAdjusted }, readClaim()),
    mergeAnnotations: (ids: string[], draft: MergeDraft): Promise<Annotation> =>
      askBackground('mergeAnnotations', { commandId: newId(), ids, draft }, readClaim()),
    undo: (): Promise<PageStep> => askBackground('undo', { commandId: newId() }, readClaim()),
    redo: (): Promise<PageStep> => askBackground('redo', { commandId: newId() }, readClaim()),
    placed: async (placements: Placement[]): Promise<void> => {
      await askBackground('placed', { placements: lightenPlacements(placements, longestRequest - envelope) });
    },
    match: (records: readonly Known[], page: PageText): Promise<Placed[]> =>
      askBackground('match', { records: records.map(lean), page }),
  };
}

/** Without the address and the path that an annotation's target has with it. */
function lean({ source, range, ...known }: Known & Partial<Target>): Known {
  return known;
}
