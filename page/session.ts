/** The annotator's work on one article: anchors what is stored, paints it, keeps what the reader chooses, and follows the page. */

import type { Annotation } from '../core/annotation';
import type { Code } from '../core/code';
import { uncodedColour } from '../core/colour';
import type { AnnotationDraft, AnnotationEdit, PageLibrary } from '../core/library';
import type { Placement } from '../core/placement';
import { type Anchor, anchorAll } from './anchoring/anchor';
import { describe } from './anchoring/describe';
import { hitTest } from './anchoring/hit-test';
import { coalesce } from './coalesce';
import { followPage } from './follow-page';
import type { PagePainter } from './paint/painter';
import { readArticle } from './text/article-text';

/** Who keeps the words; every call resolves only when it is done for good. */
export interface LibraryClient {
  load(): Promise<PageLibrary>;
  keep(draft: AnnotationDraft): Promise<Annotation>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  placed(placements: Placement[]): Promise<void>;
}

export type Choice = Pick<AnnotationDraft, 'codeIds' | 'newCodes' | 'note'>;

export interface Session {
  library(): PageLibrary;
  /** Why the library could not be read; null when it was. Until then it counts as empty. */
  failure(): unknown;
  annotation(id: string): Annotation | null;
  /** @throws NothingToKeepError when nothing of the range is text that can be kept */
  keep(range: Range, choice: Choice): Promise<Annotation>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  /** The annotations under a point of the window, shortest first. */
  at(x: number, y: number): Annotation[];
  rangeOf(id: string): Range | null;
  reveal(id: string): void;
  placements(): Placement[];
  /** Something was written: reads the library again, until it can be read, and repaints the difference. */
  follow(): void;
  /** Reads the library again and repaints the difference. Rejects when it cannot be read: what is shown then stays. */
  reload(): Promise<void>;
  /** Calls back after each change of the library that this page has seen. */
  onChange(callback: () => void): void;
}

/** Only what the article's text says can be kept: no picture, and nothing of the page around the article. */
export class NothingToKeepError extends Error {
  override name = 'NothingToKeepError';
  constructor() {
    super("The selection holds no words of the page's text.");
  }
}

/** How long after the start a quote that is not there counts as pending, in milliseconds. */
const settlingTime = 3_000;

/** Between two readings of the library while many writes are announced, in milliseconds. */
const reloadPause = 100;

/** Before a reading that failed is tried again, in milliseconds. */
const retryPause = 2_000;

/**
 * Resolves when the library was read, or could not be: the reader is told at the next selection.
 * @throws the signal's reason when it was aborted meanwhile
 */
export async function startSession(
  document: Document,
  client: LibraryClient,
  painter: PagePainter,
  ownHost: Element,
  signal: AbortSignal,
): Promise<Session> {
  const isOwn = (node: Node) => node === ownHost;
  let library: PageLibrary = {
    annotations: [],
    codes: [],
    recentCodeIds: [],
    isPaintHidden: false,
  };
  let failure: unknown = null;
  try {
    library = await client.load();
  } catch (error) {
    failure = error;
  }
  signal.throwIfAborted();
  const changeListeners = new Set<() => void>();
  /** Counts what this page has written, so that a reading from before is known as such. */
  let writes = 0;
  let isSettled = false;
  let article = readArticle(document, isOwn);
  let anchors: Anchor[] = [];
  let reported = '';

  const reanchor = () => {
    if (signal.aborted) return;
    article = readArticle(document, isOwn);
    showAnchors();
  };

  const showAnchors = () => {
    anchors = anchorAll(library.annotations, article.map, article.span);
    paint();
  };

  const paint = () => {
    painter.hideFromPage(library.isPaintHidden);
    const colourOf = colourReader(library.codes);
    const annotations = new Map(library.annotations.map((annotation) => [annotation.id, annotation]));
    // The shorter ones on top, or a passage inside another one could not be seen.
    const byLength = anchors.toSorted((one, other) => lengthOf(other) - lengthOf(one));
    painter.paint(
      byLength.flatMap(({ id, range, start, end }) => {
        const annotation = annotations.get(id);
        return range === null || start === null || end === null || annotation === undefined
          ? []
          : [{ id, ranges: [range], start, end, colour: colourOf(annotation) }];
      }),
    );
    reportQuietly();
  };

  const placements = (): Placement[] =>
    anchors.map(({ id, grade, start, end }) => ({
      id,
      grade: grade === 'lost' && !isSettled ? 'pending' : grade,
      score: start === null ? 0 : 1,
      start,
      end,
      words: null,
      candidates: [],
      reason: grade === 'lost' && isSettled ? 'absent' : null,
    }));

  /** One at a time, so that a report that is asked twice cannot arrive after a later one. */
  const report = coalesce(async () => {
    const current = placements();
    const signature = JSON.stringify(current);
    if (signature === reported || signal.aborted) return;
    await client.placed(current);
    reported = signature;
  }, 0);

  /** What fails is told with the next change. */
  const reportQuietly = () => void report().catch(() => undefined);

  const reload = coalesce(async () => {
    if (signal.aborted) return;
    const before = writes;
    const read = await client.load();
    // What was written meanwhile may be missing in it; whoever wrote has asked for the next reading.
    if (signal.aborted || writes !== before) return;
    library = read;
    failure = null;
    showLibrary();
  }, reloadPause);

  /** Asks until it is answered: what was announced once is not announced again. */
  const reloadQuietly = () => {
    void reload().catch(() => {
      if (!signal.aborted) setTimeout(reloadQuietly, retryPause);
    });
  };

  const showLibrary = () => {
    if (signal.aborted) return;
    reanchor();
    for (const listener of changeListeners) listener();
  };

  /** Shows a write at once; new codes come with the next reading. */
  const showWritten = (id: string, written: Annotation | null) => {
    writes += 1;
    const others = library.annotations.filter((annotation) => annotation.id !== id);
    library = { ...library, annotations: written === null ? others : [...others, written] };
    showLibrary();
    reloadQuietly();
  };

  showAnchors();
  followPage(document, reanchor, isOwn, signal);
  const settling = setTimeout(() => {
    isSettled = true;
    reportQuietly();
  }, settlingTime);
  // A page that comes back from the browser's memory has missed what was announced meanwhile.
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) reloadQuietly();
  };
  document.defaultView?.addEventListener('pageshow', comeBack, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(settling);
    changeListeners.clear();
    painter.clear();
  });

  return {
    library: () => library,
    failure: () => failure,
    annotation: (id) => library.annotations.find((annotation) => annotation.id === id) ?? null,
    async keep(range, choice) {
      // Read anew, and apart from `article`, whose offsets the anchors speak of.
      const current = readArticle(document, isOwn);
      const selectors = describe(range, current.map, current.span);
      if (selectors === null) throw new NothingToKeepError();
      const kept = await client.keep({ ...choice, selectors, article: current.draft() });
      showWritten(kept.id, kept);
      return kept;
    },
    async edit(id, edit) {
      const edited = await client.edit(id, edit);
      showWritten(id, edited);
      return edited;
    },
    async remove(id) {
      await client.remove(id);
      showWritten(id, null);
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
    follow: reloadQuietly,
    reload,
    onChange(callback) {
      changeListeners.add(callback);
    },
  };
}

const lengthOf = ({ start, end }: Anchor) => (end ?? 0) - (start ?? 0);

function colourReader(codes: readonly Code[]): (annotation: Annotation) => Code['colour'] {
  const colours = new Map(codes.map(({ id, colour }) => [id, colour]));
  return ({ codeIds }) => colours.get(codeIds[0] ?? '') ?? uncodedColour;
}

function scrollTo(document: Document, range: Range): void {
  const element = range.startContainer.parentElement;
  const isCalm = document.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? true;
  element?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
}
