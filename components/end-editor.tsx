/** Moves the ends of kept words by a character, a word or a sentence: buttons for what has keys too. */

import { useState } from 'preact/hooks';
import type { EndMove, EndStep } from '../core/adjust-ends';
import { endCommand } from '../core/end-commands';
import { ActionButton } from './action-button';
import { endMoveName, stepNames } from './end-words';
import { useStrings } from './strings';

const steps = ['character', 'word', 'sentence'] as const satisfies readonly EndStep[];

interface EndEditorProps {
  onMove(move: EndMove): void;
  onClose(): void;
}

export function EndEditor({ onMove, onClose }: EndEditorProps) {
  const t = useStrings();
  const [by, setBy] = useState<EndStep>('word');

  const mover = (end: EndMove['end'], towards: EndMove['towards']) => {
    const move = { end, by, towards };
    return (
      <ActionButton
        name={endMoveName(move, t)}
        command={endCommand(move)}
        icon={towards}
        onPress={() => onMove(move)}
      />
    );
  };

  return (
    <fieldset class="end-editor">
      <legend class="hint">{t('ends_adjust')}</legend>
      <div class="row">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            class="quiet"
            aria-pressed={step === by ? 'true' : 'false'}
            onClick={() => setBy(step)}
          >
            {t(stepNames[step])}
          </button>
        ))}
      </div>
      <div class="row">
        <span class="hint">{t('ends_start')}</span>
        {mover('start', 'back')}
        {mover('start', 'forward')}
        <span class="hint">{t('ends_end')}</span>
        {mover('end', 'back')}
        {mover('end', 'forward')}
        <button type="button" class="quiet" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </fieldset>
  );
}
