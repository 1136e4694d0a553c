/** What a page session is given in tests: a library that answers when told, and a painter that only remembers. */

import { vi } from 'vitest';
import { placeQuotes } from '../../core/anchoring/place-quotes';
import type { Annotation } from '../../core/annotation';
import type { AnnotationDraft, PageLibrary } from '../../core/library';
import { runAtOnce } from '../../core/run-at-once';
import { usualSettings } from '../../core/settings';
import type { PagePainter } from '../../page/paint/painter';
import type { LibraryClient } from '../../page/session';
import { anAnnotation, aTarget } from '../builders';

/** An annotation of these words; `start` is where they stand in the article. */
export function annotationOf(exact: string, start: number, over: Partial<Annotation> = {}): Annotation {
  const target = aTarget({
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
  });
  return anAnnotation({ target, ...over });
}

/** Keeps what it is asked to keep; each call can be made to fail or to wait by its mock. */
export function playLibrary(annotations: Annotation[] = []) {
  let library: PageLibrary = {
    annotations,
    codes: [],
    recentCodeIds: [],
    isPaintHidden: false,
    settings: usualSettings,
  };
  const put = (annotation: Annotation) => {
    const others = library.annotations.filter(({ id }) => id !== annotation.id);
    library = { ...library, annotations: [...others, annotation] };
    return annotation;
  };
  return {
    current: () => library,
    set(next: Partial<PageLibrary>) {
      library = { ...library, ...next };
    },
    load: vi.fn<LibraryClient['load']>(async () => library),
    keep: vi.fn<LibraryClient['keep']>(async ({ selectors, codeIds, note }: AnnotationDraft) =>
      put(
        anAnnotation({
          target: { ...selectors, source: 'https://news.example/', snapshot: null },
          codeIds,
          note,
        }),
      ),
    ),
    edit: vi.fn<LibraryClient['edit']>(async (id, edit) => {
      const known = library.annotations.find((annotation) => annotation.id === id);
      if (known === undefined) throw new Error(`no annotation ${id}`);
      return put({ ...known, codeIds: edit.codeIds ?? known.codeIds, note: edit.note ?? known.note });
    }),
    remove: vi.fn<LibraryClient['remove']>(async (removed) => {
      library = { ...library, annotations: library.annotations.filter(({ id }) => id !== removed) };
    }),
    reattach: vi.fn<LibraryClient['reattach']>(async (id, selectors) => {
      const known = library.annotations.find((annotation) => annotation.id === id);
      if (known === undefined) throw new Error(`no annotation ${id}`);
      return put({ ...known, target: { ...known.target, ...selectors } });
    }),
    keepAll: vi.fn<LibraryClient['keepAll']>(async (drafts) =>
      drafts.map(({ selectors, codeIds, note }) =>
        put(
          anAnnotation({
            target: { ...selectors, source: 'https://news.example/', snapshot: null },
            codeIds,
            note,
          }),
        ),
      ),
    ),
    mergeAnnotations: vi.fn<LibraryClient['mergeAnnotations']>(async ([id, ...others], { selectors }) => {
      const known = library.annotations.find((annotation) => annotation.id === id);
      if (known === undefined) throw new Error(`no annotation ${id}`);
      library = {
        ...library,
        annotations: library.annotations.filter((annotation) => !others.includes(annotation.id)),
      };
      return put({ ...known, target: { ...known.target, ...selectors } });
    }),
    undo: vi.fn<LibraryClient['undo']>(async () => 'none'),
    redo: vi.fn<LibraryClient['redo']>(async () => 'none'),
    placed: vi.fn<LibraryClient['placed']>(async () => undefined),
    match: vi.fn<LibraryClient['match']>(async (records, page) => runAtOnce(placeQuotes(records, page))),
  };
}

export function playPainter() {
  let shown: string[] = [];
  return {
    /** The painted words, in the order in which they were given. */
    shown: () => shown,
    paint: vi.fn<PagePainter['paint']>((highlights) => {
      shown = highlights.map(({ ranges }) => ranges.join(''));
    }),
    hideFromPage: vi.fn<PagePainter['hideFromPage']>(),
    flash: vi.fn<PagePainter['flash']>(),
    clear: vi.fn<PagePainter['clear']>(() => {
      shown = [];
    }),
  };
}

/** A promise that the test settles. */
export function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** The range of these words in the first text node that holds them. */
export function rangeOf(words: string): Range {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const start = node.textContent?.indexOf(words) ?? -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + words.length);
    return range;
  }
  throw new Error(`the page does not say "${words}"`);
}
