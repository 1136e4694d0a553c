/** One kept text with its highlights, which are chosen by a click, or by arrows and Enter. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { swatches } from '../../core/colour';
import { blocksOf, type Piece } from '../../core/reading/blocks';
import type { KeptText } from '../../core/reading/reading';
import { isElement } from '../any-frame';
import { useGrowing } from '../growing';
import { isComposition } from '../key-press';
import { useStrings } from '../strings';
import { type OverlapPlace, Overlaps } from './overlaps';
import { useSteady } from './steady';
import { type Looks, TextBlock } from './text-block';

interface FrozenWordsProps {
  text: KeptText;
  /** BCP 47. */
  language: string | null;
  looks: Looks;
  /** By annotation, for lists of those that overlap. */
  quotes: Readonly<Record<string, string>>;
  chosenId: string | null;
  onChoose(id: string): void;
}

export function FrozenWords(props: FrozenWordsProps) {
  const t = useStrings();
  const root = useRef<HTMLDivElement>(null);
  const text = useSteady(props.text);
  const looks = useSteady(props.looks);
  const blocks = useMemo(() => blocksOf(text.text, text.passages), [text]);
  const stops = useMemo(() => stopsOf(blocks.flatMap(({ paragraphs }) => paragraphs)), [blocks]);
  const drawn = blocks.slice(0, useGrowing(blocks.length));
  const [active, setActive] = useState<number | null>(null);
  const [overlap, setOverlap] = useState<OverlapPlace | null>(null);
  const activeStart = active !== null && stops.has(active) ? active : (stops.keys().next().value ?? null);
  const choseHere = useRef<string | null>(null);
  const { chosenId } = props;
  const isChosenDrawn = chosenId !== null && drawn.some(({ ids }) => ids.has(chosenId));

  useLayoutEffect(() => paintSwatches(root.current), []);
  useEffect(() => {
    const isFromHere = choseHere.current === chosenId;
    choseHere.current = null;
    if (!isChosenDrawn || isFromHere) return;
    // jsdom has no layout and so no scrolling.
    root.current?.querySelector('[data-chosen="true"]')?.scrollIntoView?.({ block: 'center' });
  }, [chosenId, isChosenDrawn]);

  function choose(id: string): void {
    setOverlap(null);
    choseHere.current = id;
    props.onChoose(id);
  }

  function open(element: HTMLElement): void {
    const piece = stops.get(startOf(element));
    const [first] = piece?.ids ?? [];
    if (piece === undefined || first === undefined) return;
    setActive(piece.start);
    if (piece.ids.length === 1) choose(first);
    else setOverlap({ ids: piece.ids, start: piece.start, ...footOf(element, root.current) });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const element = highlightAt(event.target);
    if (element === null || isComposition(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = nextStop([...stops.keys()], startOf(element), event.key);
    if (event.key === 'Enter' || event.key === ' ') open(element);
    else if (next !== null) focusAt(next);
    else return;
    event.preventDefault();
    // What opens or goes on here is no command of the page around it.
    event.stopPropagation();
  }

  function focusAt(start: number): void {
    root.current?.querySelector<HTMLElement>(`[data-start="${start}"]`)?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the highlights in it are buttons, too many for a listener each
    <div
      ref={root}
      class="frozen-words"
      lang={props.language ?? undefined}
      dir="auto"
      onClick={(event) => {
        const element = highlightAt(event.target);
        // A click that ends a selection is a reader copying words.
        if (element !== null && window.getSelection()?.isCollapsed !== false) open(element);
      }}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        const element = highlightAt(target);
        if (element !== null) setActive(startOf(element));
      }}
    >
      {drawn.map((block) => (
        <TextBlock
          key={block.start}
          block={block}
          looks={looks}
          chosenId={chosenId !== null && block.ids.has(chosenId) ? chosenId : null}
          activeStart={isIn(block, activeStart) ? activeStart : null}
        />
      ))}
      {overlap !== null && (
        <Overlaps
          place={overlap}
          label={t('reading_overlap', String(overlap.ids.length))}
          looks={looks}
          quotes={props.quotes}
          chosenId={chosenId}
          onChoose={(id) => {
            choose(id);
            focusAt(overlap.start);
          }}
          onClose={(isByKey) => {
            setOverlap(null);
            if (isByKey) focusAt(overlap.start);
          }}
        />
      )}
    </div>
  );
}

/** Pieces that can be chosen, by where they start. */
function stopsOf(paragraphs: readonly { pieces: readonly Piece[] }[]): ReadonlyMap<number, Piece> {
  const pieces = paragraphs.flatMap((paragraph) => paragraph.pieces).filter(({ ids }) => ids.length > 0);
  return new Map(pieces.map((piece) => [piece.start, piece]));
}

function isIn(
  { start, paragraphs }: { start: number; paragraphs: readonly { pieces: readonly Piece[] }[] },
  at: number | null,
): boolean {
  const last = paragraphs.at(-1)?.pieces.at(-1)?.start ?? start;
  return at !== null && start <= at && at <= last;
}

function nextStop(starts: readonly number[], from: number, key: string): number | null {
  const at = starts.indexOf(from);
  const wanted = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: starts.length - 1 }[key];
  return wanted === undefined ? null : (starts[Math.min(Math.max(0, wanted), starts.length - 1)] ?? null);
}

function highlightAt(target: EventTarget | null): HTMLElement | null {
  return isElement(target) ? target.closest<HTMLElement>('.highlight') : null;
}

function startOf(highlight: Element): number {
  return Number(highlight.getAttribute('data-start'));
}

/** Where in the text's element a list below the words has its place. */
function footOf(element: HTMLElement, root: HTMLElement | null): { top: number; left: number } {
  const rects = [...element.getClientRects()];
  const foot = rects.at(-1) ?? element.getBoundingClientRect();
  const origin = root?.getBoundingClientRect();
  return { top: foot.bottom - (origin?.top ?? 0), left: foot.left - (origin?.left ?? 0) };
}

/** The eight colours once for all highlights: a style on each would be thousands. */
function paintSwatches(element: HTMLElement | null): void {
  for (const [colour, { background, ink, line, pattern, thickness }] of Object.entries(swatches)) {
    element?.style.setProperty(`--${colour}-background`, background);
    element?.style.setProperty(`--${colour}-ink`, ink);
    element?.style.setProperty(`--${colour}-line`, `underline ${pattern} ${line} ${thickness}`);
  }
}
