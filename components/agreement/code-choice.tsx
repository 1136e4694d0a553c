/** Which codes two coders are compared by. */

import type { CodeEntry } from '../../core/code-entry';
import { CodeLabel } from '../code-chip';
import { useStrings } from '../strings';

interface CodeChoiceProps {
  codes: readonly CodeEntry[];
  /** Null: all. */
  chosenIds: readonly string[] | null;
  onChoose(codeIds: readonly string[] | null): void;
}

/** Only codes that one of the two has given are offered. */
export function CodeChoice({ codes, chosenIds, onChoose }: CodeChoiceProps) {
  const t = useStrings();
  const given = codes.filter(({ count }) => count > 0);
  const isChosen = (id: string) => chosenIds === null || chosenIds.includes(id);
  const turn = (id: string) => {
    const next = given.map((code) => code.id).filter((other) => isChosen(other) !== (other === id));
    onChoose(next.length === given.length ? null : next);
  };
  return (
    <details class="coders-codes">
      <summary>
        {chosenIds === null
          ? t('coders_all_codes')
          : t('coders_some_codes', String(chosenIds.length), String(given.length))}
      </summary>
      <fieldset class="choices">
        <legend class="unseen">{t('coders_which_codes')}</legend>
        {given.map((code) => (
          <label key={code.id} class="choice">
            <input type="checkbox" checked={isChosen(code.id)} onChange={() => turn(code.id)} />
            <CodeLabel code={code} />
          </label>
        ))}
        <span class="row">
          <button type="button" class="quiet framed" onClick={() => onChoose(null)}>
            {t('coders_all_codes')}
          </button>
          <button type="button" class="quiet framed" onClick={() => onChoose([])}>
            {t('coders_no_codes')}
          </button>
        </span>
      </fieldset>
    </details>
  );
}
