/** The toolbar's control with all that it joins, on a page of one sentence with two annotations; what it draws is remembered. */

import { afterEach, beforeEach, vi } from 'vitest';
import { readingMove } from '../../../components/reading-keys';
import { performToolbarAction } from '../../../components/toolbar-commands';
import { toolbarKeyAction } from '../../../components/toolbar-keys';
import type { Annotation } from '../../../core/annotation';
import { problemOf } from '../../../core/problem';
import type { ToolbarActions, ToolbarState } from '../../../core/toolbar';
import { type Session, startSession } from '../../../page/session';
import { createEarlyKeys } from '../../../page/toolbar/early-keys';
import { createSurface, type Surface } from '../../../page/toolbar/surface';
import { controlToolbar } from '../../../page/toolbar/toolbar-control';
import type { ToolbarControl } from '../../../page/toolbar/toolbar-parts';
import { aCode } from '../../builders';
import { annotationOf, playLibrary, playPainter, rangeOf } from '../played-session';
import './played-resize-observer';
import { trusted } from '../trusted';

const keys = createEarlyKeys(window);
export const [actor, duty] = [aCode({ name: 'actor' }), aCode({ name: 'duty' })];
export const nothing = { codeIds: [], newCodes: [], note: '' };

/** What a test looks at; set anew before each. */
export let stop: AbortController;
export let library: ReturnType<typeof playLibrary>;
export let session: Session;
export let surface: Surface;
export let shown: ToolbarState | null;
export let actions: ToolbarActions;
export let control: ToolbarControl;
export let wall: Annotation;
export let whole: Annotation;
export const openSidebar = vi.fn(async () => undefined);
export const focusCard = vi.fn();
const switchOff = vi.fn(async () => undefined);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  openSidebar.mockResolvedValue(undefined);
  const box = new DOMRect(0, 100, 50, 20);
  Object.assign(Range.prototype, { getClientRects: () => [box], getBoundingClientRect: () => box });
  document.body.innerHTML = '<p>The wall fell at noon. <a href="#x">Nobody</a> was hurt.</p>';
  wall = annotationOf('The wall', 0);
  whole = annotationOf('The wall fell at noon', 0);
  library = playLibrary([wall, whole]);
  library.set({ codes: [actor, duty], recentCodeIds: [actor.id] });
  await begin();
});
afterEach(() => {
  stop.abort();
  for (const name of ['getClientRects', 'getBoundingClientRect'])
    Reflect.deleteProperty(Range.prototype, name);
  vi.useRealTimers();
});

export async function begin(): Promise<void> {
  stop = new AbortController();
  surface = createSurface({
    document,
    styles: '',
    language: 'en',
    ready: () => undefined,
    signal: stop.signal,
  });
  session = await startSession(document, library, playPainter(), surface.host, stop.signal);
  control = controlToolbar({
    document,
    surface,
    keys,
    session,
    draw(state, given) {
      shown = state;
      actions = given;
    },
    pressKey(event, state, given) {
      const action = toolbarKeyAction(event, {
        subject: state.subject.kind,
        choices: state.settings,
        hasFocus: false,
      });
      return action !== null && performToolbarAction(action, state, given);
    },
    readingMove,
    problemOf,
    openSidebar,
    focusCard,
    switchOff,
    signal: stop.signal,
  });
  surface.attach();
  shown = null;
}

export const pass = (milliseconds = 20) => vi.advanceTimersByTimeAsync(milliseconds);

/** As a reader does: drags over the words. */
export async function select(words: string): Promise<void> {
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(rangeOf(words));
  document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
  await pass();
}

/** A click of a person on words with these annotations. */
export async function click(under: Annotation[], target: Element = document.body): Promise<void> {
  vi.spyOn(session, 'at').mockReturnValue(under);
  document.getSelection()?.removeAllRanges();
  target.dispatchEvent(trusted(new MouseEvent('click', { bubbles: true, cancelable: true })));
  await pass();
}

/** Gives the shown annotation one more code, as the picker does. */
export function pressCode(codeId: string): void {
  const subject = shown?.subject;
  if (subject?.kind !== 'existing') throw new Error('no annotation is shown');
  actions.edit(subject.id, { codeIds: [...subject.codeIds, codeId] });
}
