/** A code as a person tells it apart: a square in its colour, and its name over its underline pattern. */

import type { ComponentChildren } from 'preact';
import type { CodeEntry } from '../core/code-entry';
import { swatches } from '../core/colour';
import { Icon } from './icons';
import { useStrings } from './strings';

/** The custom properties from which the style sheets paint a code. */
function swatchStyle(code: CodeEntry): Record<string, string> {
  const { background, ink, line, pattern, thickness } = swatches[code.colour];
  return {
    '--swatch-background': background,
    '--swatch-ink': ink,
    '--swatch-line': line,
    '--swatch-pattern': pattern,
    '--swatch-thickness': thickness,
  };
}

interface CodeLabelProps {
  code: CodeEntry;
  /** Stands in the square. */
  mark?: ComponentChildren;
  /** The name as it is to be drawn, with what was found in it marked. */
  name?: ComponentChildren;
}

/** The square and the underlined name. */
export function CodeLabel({ code, mark, name }: CodeLabelProps) {
  return (
    <span class="code-label" style={swatchStyle(code)}>
      <span class="code-square" aria-hidden="true">
        {mark}
      </span>
      <span class="code-name">{name ?? code.path}</span>
    </span>
  );
}

interface CodeChipProps {
  code: CodeEntry;
  /** What pressing the chip does, in words. */
  title: string;
  isPressed?: boolean;
  tabIndex?: number;
  onPress(): void;
}

/** A code that can be pressed. */
export function CodeChip({ code, title, isPressed, tabIndex, onPress }: CodeChipProps) {
  return (
    <button
      type="button"
      class="chip"
      title={title}
      tabIndex={tabIndex ?? 0}
      aria-pressed={isPressed === undefined ? undefined : isPressed ? 'true' : 'false'}
      onClick={onPress}
    >
      <CodeLabel code={code} />
    </button>
  );
}

/** A code with a button that takes it away. */
export function RemovableCode({ code, onRemove }: { code: CodeEntry; onRemove(): void }) {
  const t = useStrings();
  const name = t('code_remove', code.path);
  return (
    <span class="chip removable">
      <CodeLabel code={code} />
      <button type="button" class="icon-button small" aria-label={name} title={name} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  );
}
