/** The annotator's work on one article: anchors what is stored, paints it, keeps what the reader chooses, and follows the page. */

import type { Annotation } from '../core/annotation';
import type { Code } from '../core/code';
import { uncodedColour } from '../core/colour';
import type { PageLibrary } from '../core/library';
import type { PageStep } from '../core/messages';
import type { Placement } from '../core/placement';
import type { ReadingMove } from '../core/reading-step';
import { usualSettings } from '../core/settings';
import type { Anchor } from './anchoring/anchor';
import { hitTest } from './anchoring/hit-test';
import type { Match } from './anchoring/search-elsewhere';
import { coalesce } from './coalesce';
import { createOccurrences, type Occurrences } from './find-occurrences';
import { createGlimpse } from './glimpse';
import type { PagePainter } from './paint/painter';
import { placeAnnotations } from './placing/place-annotations';
import { nextToRead } from './reading-cursor';
import { createWriting, type Writing, type WritingClient } from './write-annotations';

/** Who keeps the words; every call resolves only when it is done for good. */
export interface LibraryClient extends WritingClient {
  load(): Promise<PageLibrary>;
  placed(placements: Placement[]): Promise<void>;
  match: Match;
  undo(): Promise<PageStep>;
  redo(): Promise<PageStep>;
}

export interface Session extends Writing {
  library(): PageLibrary;
  /** Why the library could not be read; null when it was. Until then it counts as empty. */
  failure(): unknown;
  annotation(id: string): Annotation | null;
  /** What comes after these words, or before them; null where the article has nothing more. */
  nextToRead(from: Range | null, move: ReadingMove): Range | null;
  /** Whether the range stands in the article, and not in what the page has around it. */
  isInArticle(range: Range): boolean;
  /** Where the article says a phrase. */
  occurrences: Occurrences;
  /** Takes back the newest step, or does it again, if it was this page's. */
  undo(): Promise<PageStep>;
  redo(): Promise<PageStep>;
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
  const glimpse = createGlimpse(() => paint(), signal);
  const placing = placeAnnotations({ document, isOwn, match: client.match }, () => paint(), signal);

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
  const showWritten = (now: readonly Annotation[], goneIds: readonly string[]) => {
    writes += 1;
    const touched = new Set([...now.map(({ id }) => id), ...goneIds]);
    const others = library.annotations.filter(({ id }) => !touched.has(id));
    library = { ...library, annotations: [...others, ...now] };
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

  const writing = createWriting(document, client, placing, showWritten);

  const takeStep = async (step: () => Promise<PageStep>) => {
    const taken = await step();
    writes += 1;
    reloadQuietly();
    return taken;
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
    ...writing,
    occurrences: createOccurrences(placing, writing),
    undo: () => takeStep(client.undo),
    redo: () => takeStep(client.redo),
    isInArticle(range) {
      const { map, span } = placing.refresh();
      const start = map.offsetOf(range.startContainer, range.startOffset, 'start');
      const end = map.offsetOf(range.endContainer, range.endOffset, 'end');
      return start !== null && end !== null && start >= span.start && end <= span.end;
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
