/** What the toolbar asks of the library: nothing of it is dropped while another write is on its way, and what fails comes back. */

import type { Annotation } from '../../core/annotation';
import type { AnnotationEdit } from '../../core/library';
import { nextProblem, wordsOf } from '../../core/problem';
import type { KeepRequest, ToolbarView } from '../../core/toolbar';
import type { ActiveCode } from './active-code';
import { joinRequests, rebase, restOf } from './code-edit';
import { doneNotice } from './notices';
import type { Shown } from './shown';
import { type Failed, nowhere, type ToolbarParts } from './toolbar-parts';
import { letGo } from './watch-selection';
import { createWriteQueue } from './write-queue';

export interface ToolbarWrites {
  isWriting(): boolean;
  /** Keeps what the toolbar stands beside. */
  keep(request: KeepRequest): Promise<void>;
  /** Keeps the words with the active code, and leaves the toolbar where it is. */
  keepAtOnce(range: Range): Promise<void>;
  edit(id: string, change: AnnotationEdit): Promise<void>;
  /** After all that was asked before. Never rejects: what fails is said. */
  write(work: () => Promise<unknown>, failed: Failed): Promise<void>;
  /** Says it where the reader looks; with nothing there, what failed comes back. */
  fail(error: unknown, failed: Failed): void;
  ifFailed(id: string, change: AnnotationEdit): Failed;
}

/** After what was kept from them they are there for more of the same passage. */
const staysOpen: readonly ToolbarView[] = ['codes', 'codes-below', 'note'];

/** @param followLibrary has the toolbar show what the library holds by now */
export function createToolbarWrites(
  { document, session, signal, problemOf }: ToolbarParts,
  shown: Shown,
  activeCode: ActiveCode,
  followLibrary: () => void,
): ToolbarWrites {
  /** What is asked of each selection that is on its way into the library. */
  const onTheirWay = new Map<Range, KeepRequest>();
  const queue = createWriteQueue();

  /** What is asked for now may take the place of what failed; words of another annotation stay. */
  const tryAgain = (change: AnnotationEdit) => {
    if (!shown.hasWords() || (shown.draft !== null && wordsOf(change) !== '')) shown.problem = null;
    if (change.note) shown.draft = null;
  };

  const countKept = (kept: Annotation) => {
    const { id = null } = activeCode.entry() ?? {};
    // One that is being made is known by its id only later.
    if (!activeCode.isOn() || (id !== null && !kept.codeIds.includes(id))) return;
    activeCode.addKept(kept.id);
    shown.notice = { kind: 'kept', count: activeCode.keptCount() };
  };

  const fail = (error: unknown, failed: Failed) => {
    if (signal.aborted) return;
    if (shown.subject === null) failed.bringBack();
    else if (failed.isShown() && shown.view === 'bar' && failed.change.note) shown.view = 'note';
    shown.problem = nextProblem(shown.problem, problemOf(error, wordsOf(failed.change)));
    if (failed.isShown()) shown.draft = failed.change.note || shown.draft;
    followLibrary();
  };

  const keep = async (request: KeepRequest) => {
    const range = shown.beside;
    if (range === null || shown.subject?.kind !== 'new') return;
    const waiting = onTheirWay.get(range);
    onTheirWay.set(range, waiting === undefined ? request : joinRequests(waiting, request));
    tryAgain(request);
    shown.draft = request.note || shown.draft;
    shown.draw();
    if (waiting !== undefined) return;
    const asked = () => onTheirWay.get(range) ?? request;
    try {
      const kept = await session.keep(range, request);
      const rest = restOf(asked(), request, kept);
      onTheirWay.delete(range);
      countKept(kept);
      // The reader may have selected other words by now: those stay as they are.
      if (shown.beside === range) {
        letGo(document, range);
        if (staysOpen.includes(shown.view)) shown.showAnnotation(kept, shown.view);
        else if (shown.hasWords()) shown.showAnnotation(kept, 'bar');
        else shown.show(null, null);
      }
      if (shown.notice === null) {
        shown.notice = doneNotice('keep');
        shown.draw();
      }
      if (rest !== null) void edit(kept.id, rest);
    } catch (error) {
      const change = asked();
      onTheirWay.delete(range);
      fail(error, {
        change,
        isShown: () => shown.subject?.kind === 'new' && shown.beside === range,
        bringBack: () => shown.show({ kind: 'new' }, range),
      });
    }
  };

  const write = (work: () => Promise<unknown>, failed: Failed) =>
    queue.add(work).then(followLibrary, (error: unknown) => fail(error, failed));

  const ifFailed = (id: string, change: AnnotationEdit): Failed => {
    const range = session.rangeOf(id) ?? shown.beside;
    return {
      change,
      isShown: () => shown.isShown(id) || (shown.subject?.kind === 'new' && shown.beside === range),
      bringBack() {
        const annotation = session.annotation(id);
        shown.beside = session.rangeOf(id) ?? range;
        if (annotation !== null) shown.showAnnotation(annotation, 'bar');
        // It was deleted meanwhile; the words can be kept anew.
        else if (wordsOf(change) !== '') shown.show({ kind: 'new' }, range);
      },
    };
  };

  const edit = (id: string, change: AnnotationEdit) => {
    const { subject } = shown;
    const isShown = subject?.kind === 'existing' && subject.id === id;
    const given = (isShown ? subject : session.annotation(id))?.codeIds;
    if (isShown) {
      shown.subject = {
        ...subject,
        codeIds: change.codeIds ?? subject.codeIds,
        note: change.note ?? subject.note,
      };
      tryAgain(change);
      shown.draw();
    }
    return write(
      async () => {
        const now = session.annotation(id)?.codeIds;
        await session.edit(id, rebase(change, given ?? [], now ?? given ?? []));
        shown.notice = doneNotice(change.note === undefined ? 'code' : 'note');
      },
      ifFailed(id, change),
    );
  };

  return {
    isWriting: queue.isWriting,
    keep,
    async keepAtOnce(range) {
      const entry = activeCode.entry();
      if (entry === null) return;
      try {
        const kept = await session.keep(range, { codeIds: [entry.id], newCodes: [], note: '' });
        letGo(document, range);
        countKept(kept);
        if (!shown.hasWords()) shown.problem = null;
        shown.draw();
      } catch (error) {
        fail(error, nowhere);
      }
    },
    edit,
    write,
    fail,
    ifFailed,
  };
}
