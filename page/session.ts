/** The annotator's work on one article: anchors what is stored, paints it, keeps what the reader chooses, and follows the page. */

import { adjustEnds, type EndMove } from '../core/adjust-ends';
import type { Annotation, Selectors } from '../core/annotation';
import type { Code } from '../core/code';
import { uncodedColour } from '../core/colour';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, PageLibrary } from '../core/library';
import type { Placement } from '../core/placement';
import type { ReadingMove } from '../core/reading-step';
import { usualSettings } from '../core/settings';
import type { Span } from '../core/span';
import type { Anchor } from './anchoring/anchor';
import { describe } from './anchoring/describe';
import { hitTest } from './anchoring/hit-test';
import { coalesce } from './coalesce';
import { createGlimpse } from './glimpse';
import type { PagePainter } from './paint/painter';
import { placeAnnotations } from './placing/place-annotations';
import { nextToRead } from './reading-cursor';

/** Who keeps the words; every call resolves only when it is done for good. */
export interface LibraryClient {
  load(): Promise<PageLibrary>;
  keep(draft: AnnotationDraft): Promise<Annotation>;
  edit(id: string, edit: AnnotationEdit): Promise<Annotation>;
  remove(id: string): Promise<void>;
  reattach(id: string, selectors: Selectors, article: ArticleDraft): Promise<Annotation>;
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
  /**
   * Gives the annotation these words in the place of those that it had.
   * @throws NothingToKeepError when nothing of the range is text that can be kept
   */
  reattach(id: string, range: Range): Promise<Annotation>;
  /** Moves an end of the words where they stand now; null where it cannot go further that way, or the words stand nowhere. */
  adjust(id: string, move: EndMove): Promise<Annotation | null>;
  /** What comes after these words, or before them; null where the article has nothing more. */
  nextToRead(from: Range | null, move: ReadingMove): Range | null;
  /** Where placements speak of, in their offsets. Empty where the page says other words there by now: then it is looked at anew. */
  rangesAt(start: number, end: number): Range[];
  /** Scrolls to such a place and makes it flash, as `reveal` does with one that is painted; false where `rangesAt` is empty. */
  glimpse(start: number, end: number): boolean;
  /** The annotations under a point of the window, shortest first. */
  at(x: number, y: number): Annotation[];
  rangeOf(id: string): Range | null;
  reveal(id: string): void;
  placements(): Placement[];
  /** The article's text as the page says it now; null where it is too long to be kept. */
  articleText(): string | null;
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
    settings: usualSettings,
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
  let reported = '';
  /** Where words stand whose ends were moved, until they have been found there; and the text in which they do. */
  const adjusted = new Map<string, { span: Span; text: string }>();
  const glimpse = createGlimpse(() => paint(), signal);
  const placing = placeAnnotations(document, isOwn, () => paint(), signal);

  const paint = () => {
    painter.hideFromPage(library.isPaintHidden);
    const colourOf = colourReader(library.codes);
    const annotations = new Map(library.annotations.map((annotation) => [annotation.id, annotation]));
    // The shorter ones on top, or a passage inside another one could not be seen.
    const byLength = placing.anchors().toSorted((one, other) => lengthOf(other) - lengthOf(one));
    const highlights = byLength.flatMap(({ id, ranges, start, end }) => {
      const annotation = annotations.get(id);
      return ranges.length === 0 || start === null || end === null || annotation === undefined
        ? []
        : [{ id, ranges, start, end, colour: colourOf(annotation) }];
    });
    painter.paint([...highlights, ...glimpse.highlights()]);
    reportQuietly();
  };

  /** One at a time, so that a report that is asked twice cannot arrive after a later one. */
  const report = coalesce(async () => {
    const current = placing.placements();
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
    placing.place(library.annotations);
    // The colours may have changed although no place has.
    paint();
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

  const rangesAt = (start: number, end: number): Range[] => {
    const before = placing.article().map;
    const words = before.text.slice(start, end);
    const [told] = before.toRanges(start, end);
    const { map } = placing.refresh();
    const now = told === undefined ? null : map.offsetOf(told.startContainer, told.startOffset, 'start');
    const isThere = now !== null && map.text.startsWith(words, now);
    const ranges = isThere ? map.toRanges(now, now + words.length) : [];
    if (ranges.length === 0) placing.place(library.annotations);
    return ranges;
  };

  const describeNow = (range: Range): { selectors: Selectors; article: ArticleDraft } => {
    const current = placing.refresh();
    const selectors = describe(range, current.map, current.span);
    if (selectors === null) throw new NothingToKeepError();
    return { selectors, article: current.draft() };
  };

  placing.place(library.annotations);
  // A page that comes back from the browser's memory has missed what was announced meanwhile.
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) reloadQuietly();
  };
  document.defaultView?.addEventListener('pageshow', comeBack, { signal });
  signal.addEventListener('abort', () => {
    changeListeners.clear();
    painter.clear();
  });

  const anchorOf = (id: string) => placing.anchors().find((anchor) => anchor.id === id);

  return {
    library: () => library,
    failure: () => failure,
    annotation: (id) => library.annotations.find((annotation) => annotation.id === id) ?? null,
    async keep(range, choice) {
      const kept = await client.keep({ ...choice, ...describeNow(range) });
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
    async reattach(id, range) {
      const { selectors, article: draft } = describeNow(range);
      const attached = await client.reattach(id, selectors, draft);
      showWritten(attached.id, attached);
      return attached;
    },
    async adjust(id, move) {
      const { map } = placing.refresh();
      const last = adjusted.get(id);
      const span = spanOf(anchorOf(id)) ?? (last?.text === map.text ? last.span : null);
      const language = document.documentElement.lang || null;
      const moved = span === null ? null : adjustEnds(map.text, span, move, language);
      const range = moved === null ? null : map.toRange(moved.start, moved.end);
      if (moved === null || range === null) return null;
      const { selectors, article: draft } = describeNow(range);
      const written = await client.reattach(id, selectors, draft);
      adjusted.set(id, { span: moved, text: map.text });
      showWritten(written.id, written);
      return written;
    },
    nextToRead: (from, move) => nextToRead(document, placing.refresh(), from, move),
    rangesAt,
    glimpse(start, end) {
      const ranges = rangesAt(start, end);
      const [first] = ranges;
      if (first === undefined) return false;
      scrollTo(document, first);
      painter.flash(glimpse.show({ ranges, start, end }));
      return true;
    },
    at(x, y) {
      const ids = hitTest(document, x, y, placing.article().map, placing.anchors());
      return ids.flatMap((id) => library.annotations.find((annotation) => annotation.id === id) ?? []);
    },
    rangeOf: (id) => anchorOf(id)?.ranges[0] ?? null,
    reveal(id) {
      const range = anchorOf(id)?.ranges[0];
      if (range === undefined) return;
      scrollTo(document, range);
      painter.flash(id);
    },
    placements: placing.placements,
    articleText: () => placing.refresh().text(),
    follow: reloadQuietly,
    reload,
    onChange(callback) {
      changeListeners.add(callback);
    },
  };
}

function spanOf(anchor: Anchor | undefined): Span | null {
  const { start = null, end = null } = anchor ?? {};
  return start === null || end === null ? null : { start, end };
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
