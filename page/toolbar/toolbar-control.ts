/** What the toolbar does: decides when it shows, and turns keys, clicks and selections into calls of the session. */

import { createCodeEntries } from '../../core/code-entry';
import type { OperationKind } from '../../core/operation';
import type { ToolbarActions } from '../../core/toolbar';
import { createActiveCode } from './active-code';
import { doneNotice, stepNotice } from './notices';
import { createPlaceWait } from './place-wait';
import { createReadOn } from './read-on';
import { createShown } from './shown';
import { choiceOf, inStep } from './subject';
import { type Failed, nowhere, type ToolbarControl, type ToolbarParts } from './toolbar-parts';
import { createToolbarWrites } from './toolbar-writes';
import { watchClicks } from './watch-clicks';
import { letGo, type SelectedBy, watchSelection } from './watch-selection';

/** Within so many milliseconds a second click may become a third one, which means the paragraph. */
const nextClick = 400;

export function controlToolbar(parts: ToolbarParts): ToolbarControl {
  const { document, surface, session, signal } = parts;
  if (signal.aborted) return { awaitPlace: async () => false, stopAwaiting: () => undefined };
  const wait = createPlaceWait(session, signal);
  const listCodes = createCodeEntries();
  const entries = () => listCodes(session.library().codes, session.library().annotations);
  const activeCode = createActiveCode(entries);
  const shown = createShown({
    ...parts,
    entries,
    activeCode,
    // While words are awaited, the toolbar says so wherever it has nothing else to show.
    idle: () => wait.subject() ?? (activeCode.isOn() ? { kind: 'coding' } : null),
    actions: () => actions,
  });

  /** What is shown keeps to what the library holds; while a write is open, to what the reader has asked for. */
  const followLibrary = () => {
    activeCode.follow();
    const awaited = wait.subject();
    const { subject } = shown;
    const isIdle = subject?.kind === 'awaiting' || subject?.kind === 'coding';
    if (subject?.kind === 'attach' && awaited === null) return shown.show(null, null);
    if (isIdle && (awaited !== null || subject.kind === 'awaiting' || !activeCode.isOn())) {
      return shown.show(null, null);
    }
    if (subject !== null) {
      const hasWords = shown.hasWords();
      shown.subject = inStep(subject, session.annotation, { isWriting: writes.isWriting(), hasWords });
      if (shown.subject === null) return shown.show(null, null);
    }
    shown.draw();
  };
  const writes = createToolbarWrites(parts, shown, activeCode, followLibrary);

  const writeAndSay = (kind: OperationKind, work: () => Promise<unknown>, failed: Failed) =>
    void writes.write(async () => {
      await work();
      shown.notice = doneNotice(kind);
    }, failed);

  const takeStep = (step: 'undo' | 'redo') =>
    void writes.write(async () => {
      shown.notice = stepNotice(step, await session[step]());
    }, nowhere);

  const actions: ToolbarActions = {
    showView(view) {
      shown.view = view;
      if (view === 'occurrences' && shown.beside !== null) {
        shown.occurrences = session.occurrences.findLike(shown.beside);
      }
      shown.draw();
    },
    keep: (request) => void writes.keep(request),
    edit: (id, change) => void writes.edit(id, change),
    adjust: (id, move) => writeAndSay('adjust-ends', () => session.adjust(id, move), writes.ifFailed(id, {})),
    merge: (id) => writeAndSay('merge-annotations', () => session.merge(id), writes.ifFailed(id, {})),
    remove(id) {
      const failed = writes.ifFailed(id, {});
      if (shown.isShown(id)) shown.show(null, null);
      writeAndSay('delete', () => session.remove(id), failed);
    },
    choose(id) {
      const annotation = session.annotation(id);
      if (annotation === null) return;
      parts.focusCard(id);
      shown.showAnnotation(annotation, 'bar');
    },
    activate(code) {
      activeCode.choose(code);
      shown.notice = null;
      shown.draw();
    },
    toggleOnLast(codeId) {
      const last = session.annotation(activeCode.lastKeptId() ?? '');
      if (last === null) return;
      const isGiven = last.codeIds.includes(codeId);
      const others = last.codeIds.filter((id) => id !== codeId);
      void writes.edit(last.id, { codeIds: isGiven ? others : [...others, codeId] });
    },
    keepOccurrences(code) {
      const range = shown.beside;
      const places = shown.occurrences.filter(({ isKept }) => !isKept);
      const [codeIds, newCodes] = 'id' in code ? [[code.id], []] : [[], [code.path]];
      void writes.write(async () => {
        await session.occurrences.keep(places, { codeIds, newCodes, note: '' });
        if (range !== null && shown.beside === range) {
          letGo(document, range);
          shown.show(null, null);
        }
        shown.notice = doneNotice('keep', places.length);
      }, nowhere);
    },
    undo: () => takeStep('undo'),
    redo: () => takeStep('redo'),
    openSidebar(id) {
      const opened = shown.beside;
      const leaveIt = () => (shown.beside === opened ? shown.leave() : undefined);
      parts.openSidebar(id).then(leaveIt, (error) => writes.fail(error, nowhere));
    },
    attach() {
      const range = shown.beside;
      if (range === null || shown.subject?.kind !== 'attach') return;
      void writes.write(async () => {
        await wait.attach(range);
        letGo(document, range);
        if (shown.beside === range) shown.show(null, null);
        // The reader has gone on to other words.
        else if (shown.subject?.kind === 'attach' && !wait.isOn()) shown.show({ kind: 'new' }, shown.beside);
        shown.notice = doneNotice('re-attach');
      }, nowhere);
    },
    switchOff: () => void writes.write(parts.switchOff, nowhere),
    dismiss() {
      const { subject } = shown;
      if (subject?.kind === 'awaiting' || subject?.kind === 'attach') wait.stop();
      if (subject?.kind === 'coding') activeCode.stop();
      shown.show(null, null);
    },
  };

  const beginWith = (range: Range) => {
    shown.show({ kind: wait.isOn() ? 'attach' : 'new' }, range);
    // The library may be there again: what comes of it is drawn.
    if (session.failure() !== null) void session.reload().catch(() => undefined);
  };

  let keeping: ReturnType<typeof setTimeout> | null = null;
  const select = (range: Range, { isPointer, clicks }: SelectedBy) => {
    if (keeping !== null) clearTimeout(keeping);
    const isKeptAtOnce =
      isPointer && !wait.isOn() && activeCode.entry() !== null && session.isInArticle(range);
    if (!isKeptAtOnce) return beginWith(range);
    shown.show(null, null);
    keeping = setTimeout(() => void writes.keepAtOnce(range), clicks > 1 ? nextClick : 0);
  };

  const readOn = createReadOn(parts, beginWith);
  const press = (event: KeyboardEvent): boolean => {
    const current = shown.state();
    if (current !== null && parts.pressKey(event, current, actions)) return true;
    return readOn(event, shown.subject?.kind === 'new' && shown.view === 'bar');
  };
  surface.hear({ press, resized: shown.place });
  const stopKeys = parts.keys.onKey(press);
  signal.addEventListener('abort', () => {
    if (keeping !== null) clearTimeout(keeping);
    stopKeys();
    activeCode.stop();
    shown.show(null, null);
  });

  watchSelection(
    document,
    {
      selected: select,
      cleared() {
        const { subject, view } = shown;
        if (subject?.kind === 'attach') shown.leave();
        else if (subject?.kind === 'new' && (view === 'bar' || view === 'menu')) shown.leave();
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
        if (shown.subject !== null && shown.subject.kind !== 'attach') shown.leave();
      } else if (others.length === 0) {
        parts.focusCard(only.id);
        shown.showAnnotation(only, 'bar');
      } else shown.show(choiceOf(found), session.rangeOf(only.id));
    },
    surface.host,
    signal,
  );

  session.onChange(followLibrary);
  document.defaultView?.addEventListener('scroll', shown.place, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener('resize', shown.place, { passive: true, signal });

  return {
    awaitPlace(id) {
      const ended = wait.begin(id);
      shown.leave();
      return ended;
    },
    stopAwaiting() {
      wait.stop();
      followLibrary();
    },
  };
}
