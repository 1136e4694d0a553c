/** A text with the words that a search found in it marked. */

import type { Span } from '../../core/span';

/** @param spans ascending, none touching another */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  if (spans.length === 0) return <>{text}</>;
  return (
    <>
      {spans.map(({ start, end }, index) => (
        <>
          {text.slice(spans[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
