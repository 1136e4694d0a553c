/** What the toolbar does: decides when it shows, turns keys and clicks into calls of the session, and says what went wrong. */

import type { Annotation } from '../../core/annotation';
import { codeEntries } from '../../core/code-entry';
import type { AnnotationEdit } from '../../core/library';
import { nextProblem, type Problem, wordsOf } from '../../core/problem';
import type {
  KeepRequest,
  ToolbarActions,
  ToolbarState,
  ToolbarSubject,
  ToolbarView,
} from '../../core/toolbar';
import { joinRequests, rebase, restOf } from './code-edit';
import { firstLineOf, topOf } from './first-line';
import { createPlaceWait } from './place-wait';
import { createReadOn } from './read-on';
import { choiceOf, existing, inStep } from './subject';
import { type Failed, nowhere, type ToolbarControl, type ToolbarParts } from './toolbar-parts';
import { watchClicks } from './watch-clicks';
import { letGo, watchSelection } from './watch-selection';
import { createWriteQueue } from './write-queue';

export function controlToolbar(parts: ToolbarParts): ToolbarControl {
  const { document, surface, session, signal } = parts;
  if (signal.aborted) return { awaitPlace: async () => false, stopAwaiting: () => undefined };
  const wait = createPlaceWait(session, signal);
  let subject: ToolbarSubject | null = null;
  let view: ToolbarView = 'bar';
  let problem: Problem | null = null;
  let draft: string | null = null;
  /** What the toolbar stands beside on the page: a range of its own for each selection. */
  let beside: Range | null = null;
  /** What is asked of each selection that is on its way into the library. */
  const onTheirWay = new Map<Range, KeepRequest>();
  const writes = createWriteQueue();

  const state = (): ToolbarState | null => {
    if (subject === null || (beside === null && subject.kind !== 'awaiting') || signal.aborted) return null;
    const { recentCodeIds, codes, annotations, settings } = session.library();
    const failure = session.failure();
    return {
      subject,
      view,
      codes: codeEntries(codes, annotations),
      recentCodeIds,
      problem: problem ?? (failure === null ? null : parts.problemOf(failure, '')),
      draft,
      settings,
    };
  };

  const place = () => {
    if (subject?.kind === 'awaiting') return surface.place(topOf(document));
    if (subject === null || beside === null) return surface.hide();
    // Where the page was drawn anew, the first range may stand nowhere.
    const range = subject.kind === 'existing' ? (session.rangeOf(subject.id) ?? beside) : beside;
    surface.place(firstLineOf([range]));
  };

  const draw = () => {
    parts.draw(state(), actions);
    if (!signal.aborted) place();
  };

  const show = (next: ToolbarSubject | null, range: Range | null, nextView: ToolbarView = 'bar') => {
    // While words are awaited, the toolbar says so wherever it has nothing else to show.
    subject = next ?? wait.subject();
    beside = range;
    view = nextView;
    draft = null;
    if (next === null || !hasWords()) problem = null;
    draw();
  };

  const hasWords = () => problem !== null && problem.words !== '';
  /** A click elsewhere takes the toolbar away, but not with words that are nowhere else. */
  const leave = () => {
    if (!hasWords()) show(null, null);
  };

  /** What is asked for now may take the place of what failed; words of another annotation stay. */
  const tryAgain = (change: AnnotationEdit) => {
    if (!hasWords() || (draft !== null && wordsOf(change) !== '')) problem = null;
    if (change.note) draft = null;
  };

  const showAnnotation = (annotation: Annotation, nextView: ToolbarView) => {
    show(existing(annotation), session.rangeOf(annotation.id) ?? beside, nextView);
  };

  const isShown = (id: string) => subject?.kind === 'existing' && subject.id === id;

  /** Says it where the reader looks; with nothing there, what failed comes back. */
  const fail = (error: unknown, failed: Failed) => {
    if (signal.aborted) return;
    if (subject === null) failed.bringBack();
    else if (failed.isShown() && view === 'bar' && failed.change.note) view = 'note';
    problem = nextProblem(problem, parts.problemOf(error, wordsOf(failed.change)));
    if (failed.isShown()) draft = failed.change.note || draft;
    followLibrary();
  };

  const keep = async (request: KeepRequest) => {
    const range = beside;
    if (range === null || subject?.kind !== 'new') return;
    const waiting = onTheirWay.get(range);
    onTheirWay.set(range, waiting === undefined ? request : joinRequests(waiting, request));
    tryAgain(request);
    draft = request.note || draft;
    draw();
    if (waiting !== undefined) return;
    const asked = () => onTheirWay.get(range) ?? request;
    try {
      const kept = await session.keep(range, request);
      const rest = restOf(asked(), request, kept);
      onTheirWay.delete(range);
      // The reader may have selected other words by now: those stay as they are.
      if (beside === range) {
        letGo(document, range);
        if (view === 'codes' || view === 'note') showAnnotation(kept, view);
        else if (hasWords()) showAnnotation(kept, 'bar');
        else show(null, null);
      }
      if (rest !== null) void edit(kept.id, rest);
    } catch (error) {
      const change = asked();
      onTheirWay.delete(range);
      fail(error, {
        change,
        isShown: () => subject?.kind === 'new' && beside === range,
        bringBack: () => show({ kind: 'new' }, range),
      });
    }
  };

  const write = (work: () => Promise<unknown>, failed: Failed) =>
    writes.add(work).then(followLibrary, (error: unknown) => fail(error, failed));

  const ifFailed = (id: string, change: AnnotationEdit): Failed => {
    const range = session.rangeOf(id) ?? beside;
    return {
      change,
      isShown: () => isShown(id) || (subject?.kind === 'new' && beside === range),
      bringBack() {
        const annotation = session.annotation(id);
        beside = session.rangeOf(id) ?? range;
        if (annotation !== null) showAnnotation(annotation, 'bar');
        // It was deleted meanwhile; the words can be kept anew.
        else if (wordsOf(change) !== '') show({ kind: 'new' }, range);
      },
    };
  };

  const edit = (id: string, change: AnnotationEdit) => {
    const given = (isShown(id) && subject?.kind === 'existing' ? subject : session.annotation(id))?.codeIds;
    if (subject?.kind === 'existing' && isShown(id)) {
      subject = {
        ...subject,
        codeIds: change.codeIds ?? subject.codeIds,
        note: change.note ?? subject.note,
      };
      tryAgain(change);
      draw();
    }
    return write(
      () => {
        const now = session.annotation(id)?.codeIds;
        return session.edit(id, rebase(change, given ?? [], now ?? given ?? []));
      },
      ifFailed(id, change),
    );
  };

  const actions: ToolbarActions = {
    showView(next) {
      view = next;
      draw();
    },
    keep: (request) => void keep(request),
    edit: (id, change) => void edit(id, change),
    adjust: (id, move) => void write(() => session.adjust(id, move), ifFailed(id, {})),
    remove(id) {
      const failed = ifFailed(id, {});
      if (isShown(id)) show(null, null);
      void write(() => session.remove(id), failed);
    },
    choose(id) {
      const annotation = session.annotation(id);
      if (annotation === null) return;
      parts.focusCard(id);
      showAnnotation(annotation, 'bar');
    },
    openSidebar(id) {
      const opened = beside;
      const leaveIt = () => (beside === opened ? leave() : undefined);
      parts.openSidebar(id).then(leaveIt, (error) => fail(error, nowhere));
    },
    attach() {
      const range = beside;
      if (range === null || subject?.kind !== 'attach') return;
      writes
        .add(() => wait.attach(range))
        .then(
          () => {
            letGo(document, range);
            if (beside === range) show(null, null);
            // The reader has gone on to other words.
            else if (subject?.kind === 'attach' && !wait.isOn()) show({ kind: 'new' }, beside);
          },
          (error) => fail(error, nowhere),
        );
    },
    switchOff: () => void write(parts.switchOff, nowhere),
    dismiss() {
      if (subject?.kind === 'awaiting' || subject?.kind === 'attach') wait.stop();
      show(null, null);
    },
  };

  const beginWith = (range: Range) => {
    show({ kind: wait.isOn() ? 'attach' : 'new' }, range);
    // The library may be there again: what comes of it is drawn.
    if (session.failure() !== null) void session.reload().catch(() => undefined);
  };
  const readOn = createReadOn(parts, beginWith);

  const press = (event: KeyboardEvent): boolean => {
    const current = state();
    if (current !== null && parts.pressKey(event, current, actions)) return true;
    return readOn(event, subject?.kind === 'new' && view === 'bar');
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
      selected: beginWith,
      cleared() {
        if (subject?.kind === 'attach') leave();
        else if (subject?.kind === 'new' && (view === 'bar' || view === 'menu')) leave();
      },
    },
    surface.host,
    signal,
  );

  watchClicks(
    document,
    (place) => {
      // A link inside a highlight stays a link; who selects words may click on highlights.
      const found = place === null || wait.isOn() ? [] : session.at(place.x, place.y);
      const [only, ...others] = found;
      if (only === undefined) {
        if (subject !== null && subject.kind !== 'attach') leave();
      } else if (others.length === 0) {
        parts.focusCard(only.id);
        showAnnotation(only, 'bar');
      } else show(choiceOf(found), session.rangeOf(only.id));
    },
    surface.host,
    signal,
  );

  /** What is shown keeps to what the library holds; while a write is open, to what the reader has asked for. */
  const followLibrary = () => {
    const awaited = wait.subject();
    if (subject?.kind === 'awaiting' || (subject?.kind === 'attach' && awaited === null)) {
      return show(awaited, null);
    }
    if (subject !== null) {
      subject = inStep(subject, session.annotation, { isWriting: writes.isWriting(), hasWords: hasWords() });
      if (subject === null) return show(null, null);
    }
    draw();
  };
  session.onChange(followLibrary);

  document.defaultView?.addEventListener('scroll', place, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', place, { passive: true, signal });

  return {
    awaitPlace(id) {
      const ended = wait.begin(id);
      leave();
      return ended;
    },
    stopAwaiting() {
      wait.stop();
      followLibrary();
    },
  };
}
