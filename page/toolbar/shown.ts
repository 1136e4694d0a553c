/** What the toolbar shows and beside which words of the page, drawn anew at each change. */

import type { Annotation } from '../../core/annotation';
import type { CodeEntry } from '../../core/code-entry';
import { digitCodes } from '../../core/digit-codes';
import type { Occurrence } from '../../core/messages';
import type { Problem } from '../../core/problem';
import type {
  ToolbarActions,
  ToolbarNotice,
  ToolbarState,
  ToolbarSubject,
  ToolbarView,
} from '../../core/toolbar';
import type { ActiveCode } from './active-code';
import { firstLineOf, topOf } from './first-line';
import { existing } from './subject';
import type { ToolbarParts } from './toolbar-parts';

export interface Shown {
  subject: ToolbarSubject | null;
  view: ToolbarView;
  /** What the toolbar stands beside on the page: a range of its own for each selection. */
  beside: Range | null;
  draft: string | null;
  problem: Problem | null;
  notice: ToolbarNotice | null;
  /** Of what is selected, as long as that view is open. */
  occurrences: readonly Occurrence[];
  /** Null where nothing is drawn. */
  state(): ToolbarState | null;
  draw(): void;
  place(): void;
  /** Null: what it says while it stands beside nothing. */
  show(next: ToolbarSubject | null, range: Range | null, view?: ToolbarView): void;
  showAnnotation(annotation: Annotation, view: ToolbarView): void;
  /** A click elsewhere takes the toolbar away, but not with words that are nowhere else. */
  leave(): void;
  /** Whether words that were not saved are in it. */
  hasWords(): boolean;
  isShown(id: string): boolean;
}

interface ShownParts extends Pick<ToolbarParts, 'document' | 'surface' | 'session' | 'problemOf' | 'signal'> {
  entries(): readonly CodeEntry[];
  activeCode: ActiveCode;
  /** What it says where it stands beside nothing; null where it is not to be seen then. */
  idle(): ToolbarSubject | null;
  actions(): ToolbarActions;
  draw: ToolbarParts['draw'];
}

export function createShown(parts: ShownParts): Shown {
  const { document, surface, session, signal } = parts;

  const isBesideNothing = () => shown.subject?.kind === 'awaiting' || shown.subject?.kind === 'coding';

  const shown: Shown = {
    subject: null,
    view: 'bar',
    beside: null,
    draft: null,
    problem: null,
    notice: null,
    occurrences: [],
    state() {
      const { subject, view, draft, notice, occurrences, problem } = shown;
      if (subject === null || (shown.beside === null && !isBesideNothing()) || signal.aborted) return null;
      const { recentCodeIds, codes, settings } = session.library();
      const failure = session.failure();
      return {
        subject,
        view,
        codes: parts.entries(),
        recentCodeIds,
        digitCodeIds: digitCodes(codes, recentCodeIds),
        activeCode: parts.activeCode.entry(),
        settings,
        overlapCount: subject.kind === 'existing' ? session.overlapping(subject.id).length : 0,
        occurrences,
        draft,
        notice,
        problem: problem ?? (failure === null ? null : parts.problemOf(failure, '')),
      };
    },
    draw() {
      parts.draw(shown.state(), parts.actions(), shown.notice);
      if (!signal.aborted) shown.place();
    },
    place() {
      const { subject, beside } = shown;
      if (isBesideNothing()) return surface.place(topOf(document));
      if (subject === null || beside === null) return surface.hide();
      // Where the page was drawn anew, the first range may stand nowhere.
      const range = subject.kind === 'existing' ? (session.rangeOf(subject.id) ?? beside) : beside;
      surface.place(firstLineOf([range]));
    },
    show(next, range, view = 'bar') {
      shown.subject = next ?? parts.idle();
      shown.beside = range;
      shown.view = view;
      shown.draft = null;
      shown.occurrences = [];
      if (next !== null) shown.notice = null;
      if (next === null || !shown.hasWords()) shown.problem = null;
      shown.draw();
    },
    showAnnotation(annotation, view) {
      shown.show(existing(annotation), session.rangeOf(annotation.id) ?? shown.beside, view);
    },
    leave() {
      if (!shown.hasWords()) shown.show(null, null);
    },
    hasWords: () => shown.problem !== null && shown.problem.words !== '',
    isShown: (id) => shown.subject?.kind === 'existing' && shown.subject.id === id,
  };
  return shown;
}
