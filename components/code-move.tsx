/** Puts a code under another one, or at the top, by choosing it. */

import type { CodeEntry } from '../core/code-entry';
import type { CodeFormProps } from './code-form';
import { CodePicker } from './code-picker';
import { FormFrame } from './form-frame';
import { useStrings } from './strings';
import { closedPlaces } from './use-codebook';

/** No code's id. */
const topId = '';

export function CodeMove({ row: { code, path }, codebook, entries, actions }: CodeFormProps) {
  const t = useStrings();
  const closed = closedPlaces(codebook.tree, code.id);
  const places: CodeEntry[] = entries.filter(({ id }) => !closed.has(id));
  if (!closed.has(null)) {
    places.unshift({ id: topId, path: t('codebook_top'), colour: 'grey', count: 0 });
  }
  return (
    <FormFrame heading={t('code_move_of', path)} onClose={codebook.close}>
      <CodePicker
        codes={places}
        recentCodeIds={[topId]}
        chosenIds={[]}
        onToggle={(id) => {
          codebook.close();
          actions.moveCode(code.id, id === topId ? null : id);
        }}
        onCreate={null}
        onClose={codebook.close}
      />
    </FormFrame>
  );
}
