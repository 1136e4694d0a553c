/** What the toolbar does: decides when it shows, turns keys and clicks into calls of the session, and says what went wrong. */

import type { Annotation } from '../core/annotation';
import { codeEntries } from '../core/code-entry';
import type { KeepRequest, ToolbarActions, ToolbarState, ToolbarSubject, ToolbarView } from '../core/toolbar';
import { pointOutIn } from './point-out';
import type { Session } from './session';
import type { Shield } from './shield';
import type { Surface } from './surface';
import { selectedRange, watchSelection } from './watch-selection';

export interface ToolbarParts {
  document: Document;
  surface: Surface;
  shield: Shield;
  session: Session;
  /** Draws the toolbar; null takes it away. Must be done when it returns, so that it can be placed. */
  draw(state: ToolbarState | null, actions: ToolbarActions): void;
  /** Does what a key pressed on the page asks of the toolbar; true when it asked for something. */
  pressKey(event: KeyboardEvent, state: ToolbarState, actions: ToolbarActions): boolean;
  /** The sentence for an error, as the message key of a problem. */
  problemOf(error: unknown): ToolbarState['problem'];
  openSidebar(id: string | null): void;
  focusCard(id: string): void;
  signal: AbortSignal;
}

export function controlToolbar(parts: ToolbarParts): void {
  const { document, surface, session, signal } = parts;
  let subject: ToolbarSubject | null = null;
  let view: ToolbarView = 'bar';
  let problem: ToolbarState['problem'] = null;
  let isSaving = false;
  /** What the toolbar stands beside on the page. */
  let beside: Range | null = null;

  const state = (): ToolbarState | null => {
    if (subject === null || beside === null || signal.aborted) return null;
    const { recentCodeIds, codes, annotations } = session.library();
    return { subject, view, codes: codeEntries(codes, annotations), recentCodeIds, problem, isSaving };
  };

  const pointOut = pointOutIn(document, surface.pointed);

  const place = () => {
    const isWriting = subject?.kind === 'new' && (view === 'codes' || view === 'note');
    pointOut(isWriting ? beside : null);
    if (subject !== null && beside !== null) surface.place(boxOf(beside));
  };

  const draw = () => {
    parts.draw(state(), actions);
    place();
  };

  const show = (next: ToolbarSubject | null, range: Range | null, nextView: ToolbarView = 'bar') => {
    subject = next;
    beside = range;
    view = nextView;
    problem = null;
    draw();
  };

  const showAnnotation = (annotation: Annotation, nextView: ToolbarView) => {
    const { id, codeIds, note } = annotation;
    show({ kind: 'existing', id, codeIds, note }, session.rangeOf(id) ?? beside, nextView);
  };

  /** Whether the reader has not gone on to other words while this was written. */
  const isShown = (id: string) => subject?.kind === 'existing' && subject.id === id;

  const attempt = async (work: () => Promise<void>) => {
    isSaving = true;
    try {
      await work();
    } catch (error) {
      problem = parts.problemOf(error);
    } finally {
      isSaving = false;
      draw();
    }
  };

  const keep = (request: KeepRequest) =>
    attempt(async () => {
      const range = beside;
      if (range === null) return;
      const kept = await session.keep(range, request);
      // The reader may have selected other words by now: those stay as they are.
      if (kept === null || beside !== range) return;
      document.getSelection()?.removeAllRanges();
      if (view === 'bar' || view === 'menu') show(null, null);
      else showAnnotation(kept, view);
    });

  const actions: ToolbarActions = {
    showView(next) {
      view = next;
      // Our own field has taken the browser's selection away.
      if (next === 'bar' && subject?.kind === 'new' && beside !== null) selectAgain(document, beside);
      draw();
    },
    keep: (request) => void keep(request),
    edit: (id, edit) =>
      void attempt(async () => {
        const edited = await session.edit(id, edit);
        // What the reader looks at by now: saving a note closes its editor.
        if (isShown(id)) showAnnotation(edited, view);
      }),
    remove: (id) =>
      void attempt(async () => {
        await session.remove(id);
        if (isShown(id)) show(null, null);
      }),
    choose(id) {
      const annotation = session.annotation(id);
      if (annotation !== null) showAnnotation(annotation, 'bar');
    },
    openSidebar(id) {
      parts.openSidebar(id);
      show(null, null);
    },
    dismiss: () => show(null, null),
  };

  const press = (event: KeyboardEvent): boolean => {
    const current = state();
    return current !== null && parts.pressKey(event, current, actions);
  };
  const stopKeys = parts.shield.onKey(press);
  signal.addEventListener('abort', () => {
    stopKeys();
    show(null, null);
  });

  watchSelection(
    document,
    {
      selected: (range) => show({ kind: 'new' }, range),
      cleared() {
        if (subject?.kind === 'new' && view === 'bar') show(null, null);
      },
    },
    surface.host,
    signal,
  );

  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.target === surface.host || selectedRange(document) !== null) return;
    const found = session.at(event.clientX, event.clientY);
    const [only, ...others] = found;
    if (only === undefined) {
      if (subject !== null) show(null, null);
      return;
    }
    parts.focusCard(only.id);
    if (others.length === 0) showAnnotation(only, 'bar');
    else showChoices(found);
  };

  const showChoices = (found: Annotation[]) => {
    const choices = found.map(({ id, target }) => ({ id, quote: target.quote.exact, language: null }));
    show({ kind: 'choose', choices }, session.rangeOf(found[0]?.id ?? ''));
  };

  session.onChange(() => {
    if (subject?.kind !== 'existing') return;
    const annotation = session.annotation(subject.id);
    if (annotation === null) show(null, null);
    else {
      subject = { ...subject, codeIds: annotation.codeIds, note: annotation.note };
      draw();
    }
  });

  document.defaultView?.addEventListener('click', click, { capture: true, signal });
  document.defaultView?.addEventListener('scroll', place, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', place, { passive: true, signal });
}

function selectAgain(document: Document, range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range.cloneRange());
}

/** The first visible line's box, so that a long selection keeps the bar near its start. */
function boxOf(range: Range): DOMRect {
  const boxes = Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0);
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const first = boxes[0];
  if (first === undefined) return range.getBoundingClientRect();
  return new DOMRect(first.left, top, first.width, bottom - top);
}
