/** Chooses one of the eight colours for a code, each shown with its underline pattern. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { colours } from '../core/colour';
import { CodeLabel } from './code-chip';
import type { CodeFormProps } from './code-form';
import { FormFrame } from './form-frame';
import { useStrings } from './strings';
import { colourWords } from './words';

export function CodeColour({ row: { code, path }, codebook, actions }: CodeFormProps) {
  const t = useStrings();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(), []);
  return (
    <FormFrame heading={t('code_colour_of', path)} onClose={codebook.close}>
      <div ref={list} class="row">
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            class="chip"
            aria-pressed={colour === code.colour ? 'true' : 'false'}
            onClick={() => {
              codebook.close();
              if (colour !== code.colour) actions.colourCode(code.id, colour);
            }}
          >
            <CodeLabel code={{ id: colour, path: t(colourWords[colour]), colour, count: 0 }} />
          </button>
        ))}
      </div>
    </FormFrame>
  );
}
