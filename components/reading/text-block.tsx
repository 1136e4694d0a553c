/** Some paragraphs of a text, with the pieces that belong to annotations painted. */

import { useMemo } from 'preact/hooks';
import type { Colour } from '../../core/colour';
import type { Block, Piece } from '../../core/reading/blocks';

/** How an annotation is painted, by its id. */
export type Looks = Readonly<Record<string, { colour: Colour; names: string }>>;

interface TextBlockProps {
  block: Block;
  looks: Looks;
  /** Null where it does not stand in this block. */
  chosenId: string | null;
  /** Where the piece starts that the Tab key reaches; null where it is in another block. */
  activeStart: number | null;
}

/** UTF-16 units in a line and pixels for it, on average: only to guess how high a block is before it is seen. */
const [lineLength, lineHeight] = [36, 30];

export function TextBlock({ block, looks, chosenId, activeStart }: TextBlockProps) {
  return useMemo(() => {
    const height = Math.ceil(block.length / lineLength + block.paragraphs.length) * lineHeight;
    return (
      <div class="text-block" style={{ '--guessed-size': `${height}px` }}>
        {block.paragraphs.map(({ start, pieces }) => (
          <p key={start}>
            {pieces.map((piece) =>
              piece.ids.length === 0 ? (
                piece.text
              ) : (
                <Highlight
                  key={piece.start}
                  piece={piece}
                  looks={looks}
                  isChosen={chosenId !== null && piece.ids.includes(chosenId)}
                  isActive={piece.start === activeStart}
                />
              ),
            )}
          </p>
        ))}
      </div>
    );
  }, [block, looks, chosenId, activeStart]);
}

interface HighlightProps {
  piece: Piece;
  looks: Looks;
  isChosen: boolean;
  isActive: boolean;
}

/** As on the page: the one that starts last lies on top, and what several share is shaded. */
function Highlight({ piece: { start, text, ids }, looks, isChosen, isActive }: HighlightProps) {
  const top = looks[ids.at(-1) ?? ''];
  const names = ids.map((id) => looks[id]?.names ?? '').filter((name) => name !== '');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot run over several lines
    <span
      role="button"
      class="highlight"
      data-start={start}
      data-colour={top?.colour}
      data-shared={ids.length > 1}
      data-chosen={isChosen}
      aria-pressed={isChosen ? 'true' : 'false'}
      aria-haspopup={ids.length > 1 ? 'true' : undefined}
      title={names.length === 0 ? undefined : names.join(' · ')}
      tabIndex={isActive ? 0 : -1}
    >
      {text}
    </span>
  );
}
