/** What the toolbar does: decides when it shows, turns keys and clicks into calls of the session, and says what went wrong. */

import type { Annotation } from '../core/annotation';
import { codeEntries } from '../core/code-entry';
import type { AnnotationEdit } from '../core/library';
import type { KeepRequest, ToolbarActions, ToolbarState, ToolbarSubject, ToolbarView } from '../core/toolbar';
import type { EarlyKeys } from './early-keys';
import type { Session } from './session';
import type { Surface } from './surface';
import { isSameRange, selectedRange, watchSelection } from './watch-selection';

export interface ToolbarParts {
  document: Document;
  surface: Surface;
  keys: EarlyKeys;
  session: Session;
  /** Draws the toolbar; null takes it away. Must be done when it returns, so that it can be placed. */
  draw(state: ToolbarState | null, actions: ToolbarActions): void;
  /** Does what a key pressed on the page asks of the toolbar; true when it asked for something. */
  pressKey(event: KeyboardEvent, state: ToolbarState, actions: ToolbarActions): boolean;
  /** The sentence for an error, as the message key of a problem. */
  problemOf(error: unknown): ToolbarState['problem'];
  openSidebar(id: string | null): Promise<unknown>;
  focusCard(id: string): void;
  signal: AbortSignal;
}

export function controlToolbar(parts: ToolbarParts): void {
  const { document, surface, session, signal } = parts;
  if (signal.aborted) return;
  let subject: ToolbarSubject | null = null;
  let view: ToolbarView = 'bar';
  let problem: ToolbarState['problem'] = null;
  /** What the toolbar stands beside on the page: a range of its own for each selection. */
  let beside: Range | null = null;
  const onTheirWay = new Set<Range>();
  let openWrites = 0;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const state = (): ToolbarState | null => {
    if (subject === null || beside === null || signal.aborted) return null;
    const { recentCodeIds, codes, annotations } = session.library();
    const failure = session.failure();
    return {
      subject,
      view,
      codes: codeEntries(codes, annotations),
      recentCodeIds,
      problem: problem ?? (failure === null ? null : parts.problemOf(failure)),
      isSaving: onTheirWay.has(beside),
    };
  };

  const place = () => {
    if (subject === null || beside === null) return surface.hide();
    // Where the page was drawn anew, the first range may stand nowhere.
    const range = subject.kind === 'existing' ? (session.rangeOf(subject.id) ?? beside) : beside;
    surface.place(boxOf(range));
  };

  const draw = () => {
    parts.draw(state(), actions);
    if (!signal.aborted) place();
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

  const isShown = (id: string) => subject?.kind === 'existing' && subject.id === id;

  /** Says it where the reader looks; with nothing there, what failed comes back. */
  const fail = (error: unknown, bringBack: () => void) => {
    if (signal.aborted) return;
    if (subject === null) bringBack();
    problem = parts.problemOf(error);
    followLibrary();
  };

  const keep = async (request: KeepRequest) => {
    const range = beside;
    if (range === null || subject?.kind !== 'new' || onTheirWay.has(range)) return;
    onTheirWay.add(range);
    problem = null;
    draw();
    try {
      const kept = await session.keep(range, request);
      // The reader may have selected other words by now: those stay as they are.
      if (kept === null || beside !== range) return;
      letGo(range);
      if (view === 'codes' || view === 'note') showAnnotation(kept, view);
      else show(null, null);
    } catch (error) {
      onTheirWay.delete(range);
      fail(error, () => show({ kind: 'new' }, range));
    } finally {
      onTheirWay.delete(range);
      draw();
    }
  };

  /** Takes the selection away, unless the reader is already choosing other words. */
  const letGo = (range: Range) => {
    const selected = selectedRange(document);
    if (selected !== null && isSameRange(selected, range)) document.getSelection()?.removeAllRanges();
  };

  /** Writes follow each other, each on what the one before has left. */
  const write = async (work: () => Promise<unknown>, bringBack: () => void) => {
    openWrites += 1;
    const written = lastWrite.then(work);
    lastWrite = written.catch(() => undefined);
    try {
      await written;
      openWrites -= 1;
      followLibrary();
    } catch (error) {
      openWrites -= 1;
      fail(error, bringBack);
    }
  };

  const showAgain = (id: string) => () => {
    const annotation = session.annotation(id);
    if (annotation === null) return;
    beside = session.rangeOf(id);
    showAnnotation(annotation, 'bar');
  };

  const edit = (id: string, change: AnnotationEdit) => {
    const given = (isShown(id) && subject?.kind === 'existing' ? subject : session.annotation(id))?.codeIds;
    if (subject?.kind === 'existing' && isShown(id)) {
      subject = {
        ...subject,
        codeIds: change.codeIds ?? subject.codeIds,
        note: change.note ?? subject.note,
      };
      problem = null;
      draw();
    }
    return write(() => {
      const now = session.annotation(id)?.codeIds;
      return session.edit(id, rebase(change, given ?? [], now ?? given ?? []));
    }, showAgain(id));
  };

  const actions: ToolbarActions = {
    showView(next) {
      view = next;
      draw();
    },
    keep: (request) => void keep(request),
    edit: (id, change) => void edit(id, change),
    remove(id) {
      const bringBack = showAgain(id);
      if (isShown(id)) show(null, null);
      void write(() => session.remove(id), bringBack);
    },
    choose(id) {
      const annotation = session.annotation(id);
      if (annotation === null) return;
      parts.focusCard(id);
      showAnnotation(annotation, 'bar');
    },
    openSidebar(id) {
      const opened = beside;
      parts.openSidebar(id).then(
        () => {
          if (beside === opened) show(null, null);
        },
        (error) => fail(error, () => undefined),
      );
    },
    dismiss: () => show(null, null),
  };

  const press = (event: KeyboardEvent): boolean => {
    const current = state();
    return current !== null && parts.pressKey(event, current, actions);
  };
  surface.hear({ press, resized: place });
  const stopKeys = parts.keys.onKey(press);
  signal.addEventListener('abort', () => {
    stopKeys();
    show(null, null);
  });

  watchSelection(
    document,
    {
      selected(range) {
        show({ kind: 'new' }, range);
        // The library may be there again: what comes of it is drawn.
        if (session.failure() !== null) void session.reload().catch(() => undefined);
      },
      cleared() {
        if (subject?.kind === 'new' && (view === 'bar' || view === 'menu')) show(null, null);
      },
    },
    surface.host,
    signal,
  );

  const click = (event: MouseEvent) => {
    if (!event.isTrusted || event.target === surface.host || selectedRange(document) !== null) return;
    // A link inside a highlight stays a link.
    const found = isControl(event) ? [] : session.at(event.clientX, event.clientY);
    const [only, ...others] = found;
    if (only === undefined) {
      if (subject !== null) show(null, null);
    } else if (others.length === 0) {
      parts.focusCard(only.id);
      showAnnotation(only, 'bar');
    } else showChoices(found);
  };

  const showChoices = (found: Annotation[]) => {
    const choices = found.map(({ id, target }) => ({ id, quote: target.quote.exact, language: null }));
    show({ kind: 'choose', choices }, session.rangeOf(found[0]?.id ?? ''));
  };

  /** What is shown keeps to what the library holds; while a write is open, to what the reader has asked for. */
  const followLibrary = () => {
    if (subject?.kind === 'existing') {
      const annotation = session.annotation(subject.id);
      if (annotation === null) return show(null, null);
      if (openWrites === 0) subject = { ...subject, codeIds: annotation.codeIds, note: annotation.note };
    } else if (subject?.kind === 'choose') {
      const choices = subject.choices.filter(({ id }) => session.annotation(id) !== null);
      if (choices.length === 0) return show(null, null);
      subject = { ...subject, choices };
    }
    draw();
  };
  session.onChange(followLibrary);

  document.defaultView?.addEventListener('click', click, { capture: true, signal });
  document.defaultView?.addEventListener('scroll', place, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', place, { passive: true, signal });
}

/** The same giving and taking of codes, done to the codes of now instead of those that the reader saw. */
function rebase(change: AnnotationEdit, seen: readonly string[], now: readonly string[]): AnnotationEdit {
  const { codeIds } = change;
  if (codeIds === undefined) return change;
  const kept = now.filter((id) => codeIds.includes(id) || !seen.includes(id));
  const given = codeIds.filter((id) => !seen.includes(id) && !kept.includes(id));
  return { ...change, codeIds: [...kept, ...given] };
}

/** Whether the page does something of its own with this click. */
function isControl(event: Event): boolean {
  const controls = 'a[href], button, summary, label, input, select, textarea';
  return event
    .composedPath()
    .some((node) => node instanceof Element && Element.prototype.matches.call(node, controls));
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
