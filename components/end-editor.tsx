/** Moves the ends of kept words by a character, a word or a sentence: buttons for what the arrow keys do. */

import { useState } from 'preact/hooks';
import type { EndMove, EndStep } from '../core/adjust-ends';
import { ActionButton } from './action-button';
import { type MessageKey, useStrings } from './strings';

const steps = ['character', 'word', 'sentence'] as const satisfies readonly EndStep[];

const stepNames = {
  character: 'ends_character',
  word: 'ends_word',
  sentence: 'ends_sentence',
} as const satisfies { [Step in EndStep]: MessageKey };

const stepKeys = {
  character: { back: '←', forward: '→' },
  word: { back: 'Ctrl+←', forward: 'Ctrl+→' },
  sentence: { back: '↑', forward: '↓' },
} as const;

interface EndEditorProps {
  onMove(move: EndMove): void;
  onClose(): void;
}

export function EndEditor({ onMove, onClose }: EndEditorProps) {
  const t = useStrings();
  const [by, setBy] = useState<EndStep>('word');

  const mover = (end: EndMove['end'], towards: EndMove['towards'], name: MessageKey) => (
    <ActionButton
      name={t(name, t(stepNames[by]))}
      shortcut={`${end === 'start' ? 'Alt' : 'Shift'}+${stepKeys[by][towards]}`}
      icon={towards}
      onPress={() => onMove({ end, by, towards })}
    />
  );

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
        {mover('start', 'back', 'ends_start_back')}
        {mover('start', 'forward', 'ends_start_forward')}
        <span class="hint">{t('ends_end')}</span>
        {mover('end', 'back', 'ends_end_back')}
        {mover('end', 'forward', 'ends_end_forward')}
        <button type="button" class="quiet" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </fieldset>
  );
}
