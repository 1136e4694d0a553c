/** How far an import has come. */

import { useStrings } from './strings';

export function ImportProgress({ done, total }: { done: number; total: number }) {
  const t = useStrings();
  const words = t('import_progress', String(done), String(total));
  return (
    <>
      <progress class="import-progress" value={done} max={total} aria-label={words} />
      <p class="hint">{words}</p>
    </>
  );
}
