/** The annotator's work on one article: anchors what is stored, paints it, keeps what the reader chooses, and follows the page. */

import type { Annotation } from '../core/annotation';
import type { Code } from '../core/code';
import { uncodedColour } from '../core/colour';
import type { AnnotationDraft, AnnotationEdit, PageLibrary } from '../core/library';
import type { Placement } from '../core/messages';
import { type Anchor, anchorAll } from './anchor';
import { readArticle } from './article-text';
import { coalesce } from './coalesce';
import { describe } from './describe';
import { followPage } from './follow-page';
import { hitTest } from './hit-test';
import type { Painter } from './painter';

/** Who keeps the words; every call resolves only when it is done for good. */
export interface LibraryClient {
  load(): Promise<PageLibrary>;
  keep(draft: AnnotationDraft): Promise<Annotation>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  undo(): Promise<void>;
  placed(placements: Placement[]): Promise<void>;
}

export type Choice = Pick<AnnotationDraft, 'codeIds' | 'newCodes' | 'note'>;

export interface Session {
  library(): PageLibrary;
  annotation(id: string): Annotation | null;
  /** Null when nothing of the range is text that can be kept. */
  keep(range: Range, choice: Choice): Promise<Annotation | null>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  undo(): Promise<void>;
  /** The annotations under a point of the window, shortest first. */
  at(x: number, y: number): Annotation[];
  rangeOf(id: string): Range | null;
  reveal(id: string): void;
  placements(): Placement[];
  /** Reads the library again and repaints the difference. */
  reload(): Promise<void>;
  /** Calls back after each change of the library that this page has seen. */
  onChange(callback: () => void): void;
}

/** How long after the start a quote that is not there counts as pending, in milliseconds. */
const settlingTime = 3_000;

/** Between two readings of the library while many writes are announced, in milliseconds. */
const reloadPause = 100;

export async function startSession(
  document: Document,
  client: LibraryClient,
  painter: Painter,
  ownHost: Element,
  signal: AbortSignal,
): Promise<Session> {
  const isOwn = (node: Node) => node === ownHost;
  let library = await client.load();
  const changeListeners = new Set<() => void>();
  let isSettled = false;
  let article = readArticle(document, isOwn);
  let anchors: Anchor[] = [];
  let reported = '';

  const anchor = () => {
    if (signal.aborted) return;
    article = readArticle(document, isOwn);
    anchors = anchorAll(library.annotations, article.map, article.span);
    paint();
  };

  const paint = () => {
    const colourOf = colourReader(library.codes);
    const annotations = new Map(library.annotations.map((annotation) => [annotation.id, annotation]));
    painter.paint(
      anchors.flatMap(({ id, range }) => {
        const annotation = annotations.get(id);
        return range === null || annotation === undefined
          ? []
          : [{ id, range, colour: colourOf(annotation) }];
      }),
    );
    report();
  };

  const placements = (): Placement[] =>
    anchors.map(({ id, grade, start }) => ({
      id,
      grade: grade === 'lost' && !isSettled ? 'pending' : grade,
      start,
    }));

  const report = () => {
    const current = placements();
    const signature = JSON.stringify(current);
    if (signature === reported) return;
    reported = signature;
    void client.placed(current).catch(() => {
      reported = '';
    });
  };

  const reload = coalesce(async () => {
    library = await client.load();
    showLibrary();
  }, reloadPause);

  const showLibrary = () => {
    anchor();
    for (const listener of changeListeners) listener();
  };

  /** Paints what was written at once; new codes come with the next reading. */
  const showWritten = (written: Annotation) => {
    const others = library.annotations.filter(({ id }) => id !== written.id);
    library = { ...library, annotations: [...others, written] };
    showLibrary();
    void reload();
  };

  anchor();
  followPage(document.documentElement, anchor, isOwn, signal);
  const settling = setTimeout(() => {
    isSettled = true;
    report();
  }, settlingTime);
  signal.addEventListener('abort', () => {
    clearTimeout(settling);
    painter.clear();
  });

  return {
    library: () => library,
    annotation: (id) => library.annotations.find((annotation) => annotation.id === id) ?? null,
    async keep(range, choice) {
      article = readArticle(document, isOwn);
      const selectors = describe(range, article.map, article.span);
      if (selectors === null) return null;
      const kept = await client.keep({ ...choice, selectors, article: article.draft() });
      showWritten(kept);
      return kept;
    },
    async edit(id, edit) {
      const edited = await client.edit(id, edit);
      showWritten(edited);
      return edited;
    },
    async remove(id) {
      await client.remove(id);
      await reload();
    },
    async undo() {
      await client.undo();
      await reload();
    },
    at(x, y) {
      const ids = hitTest(document, x, y, article.map, anchors);
      return ids.flatMap((id) => library.annotations.find((annotation) => annotation.id === id) ?? []);
    },
    rangeOf: (id) => anchors.find((found) => found.id === id)?.range ?? null,
    reveal(id) {
      const range = anchors.find((found) => found.id === id)?.range;
      if (range === undefined || range === null) return;
      scrollTo(document, range);
      painter.flash(id);
    },
    placements,
    reload,
    onChange(callback) {
      changeListeners.add(callback);
    },
  };
}

function colourReader(codes: readonly Code[]): (annotation: Annotation) => Code['colour'] {
  const colours = new Map(codes.map(({ id, colour }) => [id, colour]));
  return ({ codeIds }) => colours.get(codeIds[0] ?? '') ?? uncodedColour;
}

function scrollTo(document: Document, range: Range): void {
  const element = range.startContainer.parentElement;
  const isCalm = document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
}
