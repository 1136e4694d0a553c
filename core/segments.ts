/** Parts a line into what a reader takes for characters, words and sentences, in any language that the browser knows. */

export interface Segment {
  segment: string;
  /** In the line, in UTF-16 units. */
  index: number;
  isWordLike?: boolean | undefined;
}

/** Marks that open what follows, although Unicode's rules (UAX 29) leave them with the sentence before. */
const openingAtEnd = /[“‘「『（《〈【]+$/u;

/** @param language BCP 47; null where it is not known. A page can call its language whatever it likes. */
export function segmentsOf(line: string, granularity: Granularity, language: string | null): Segment[] {
  const segments = [...segmenterFor(language, granularity).segment(line)];
  return granularity === 'sentence' ? openedRight(line, segments) : segments;
}

/** The word, mark or blank at an offset; null beyond the text. Costs much less than to part the whole text. */
export function wordAt(text: string, offset: number): Segment | null {
  return segmenterFor(null, 'word').segment(text).containing(offset) ?? null;
}

function openedRight(line: string, segments: readonly Segment[]): Segment[] {
  const starts = segments.map(({ index }, order) => {
    const opening = openingAtEnd.exec(segments[order - 1]?.segment ?? '');
    return index - (opening?.[0].length ?? 0);
  });
  return starts.map((index, order) => ({
    index,
    segment: line.slice(index, starts[order + 1] ?? line.length),
  }));
}

type Granularity = 'grapheme' | 'word' | 'sentence';

/** The last one of each: texts of one language come one after another, and to make one costs more than to use it. */
const segmenters = new Map<Granularity, { language: string | null; segmenter: Intl.Segmenter }>();

function segmenterFor(language: string | null, granularity: Granularity): Intl.Segmenter {
  const last = segmenters.get(granularity);
  if (last?.language === language) return last.segmenter;
  const segmenter = newSegmenter(language, granularity);
  segmenters.set(granularity, { language, segmenter });
  return segmenter;
}

function newSegmenter(language: string | null, granularity: Granularity): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity });
  } catch {
    return new Intl.Segmenter(undefined, { granularity });
  }
}
