/** The page session's way to the library, through the background; each write carries an id, so that a retry does no harm. */

import type { Annotation, Selectors } from '../core/annotation';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, PageLibrary } from '../core/library';
import type { Placement } from '../core/placement';
import { askBackground } from './ask-background';
import { newId } from './new-id';

export const libraryClient = {
  load: (): Promise<PageLibrary> => askBackground('load', {}),
  keep: (draft: AnnotationDraft): Promise<Annotation> => askBackground('keep', { commandId: newId(), draft }),
  edit: (id: string, edit: AnnotationEdit): Promise<Annotation> =>
    askBackground('edit', { commandId: newId(), id, edit }),
  remove: async (id: string): Promise<void> => {
    await askBackground('remove', { commandId: newId(), id });
  },
  reattach: (id: string, selectors: Selectors, article: ArticleDraft): Promise<Annotation> =>
    askBackground('reattach', { commandId: newId(), id, selectors, article }),
  placed: async (placements: Placement[]): Promise<void> => {
    await askBackground('placed', { placements });
  },
};
