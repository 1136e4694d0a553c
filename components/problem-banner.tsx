/** Says what went wrong in the reader's words, with the machine's own words folded away for a report. */

import type { Problem } from '../core/problem';
import { ActionButton } from './action-button';
import { useStrings } from './strings';

/** Read out at once; it stays until it is dismissed or no longer true. */
export function ProblemBanner({ problem, onDismiss }: { problem: Problem; onDismiss?: () => void }) {
  const t = useStrings();
  return (
    <div class="banner problem" role="alert">
      <p>{t(problem.key)}</p>
      {onDismiss !== undefined && <ActionButton name={t('dismiss')} icon="close" onPress={onDismiss} />}
      {problem.words !== '' && (
        <label>
          {t('problem_words')}
          <textarea
            readOnly
            rows={3}
            dir="auto"
            value={problem.words}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      )}
      {problem.detail !== '' && (
        <details>
          <summary>{t('problem_detail')}</summary>
          <code lang="en">{problem.detail}</code>
        </details>
      )}
    </div>
  );
}
