/** A sheet that takes the place of the list while one question is asked; Esc goes back. */

import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isComposition } from './key-press';

interface SheetProps {
  heading: string;
  onClose(): void;
  children: ComponentChildren;
}

export function Sheet({ heading, onClose, children }: SheetProps) {
  const headingId = useId();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => frame.current?.focus(), []);
  return (
    <div
      ref={frame}
      class="sheet"
      role="dialog"
      aria-labelledby={headingId}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' && !isComposition(event)) onClose();
      }}
    >
      <h1 id={headingId}>{heading}</h1>
      {children}
    </div>
  );
}
