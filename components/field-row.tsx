/** One fact of an article, with the place where it was found. */

import type { AboutField } from '../core/about-article';
import { ActionButton } from './action-button';
import { asPublished } from './dates';
import { useStrings } from './strings';
import { fieldWords, sourceWords } from './words';

interface FieldRowProps {
  field: AboutField;
  /** BCP 47 of the article. */
  language: string | undefined;
  /** Null where it cannot be changed. */
  onEdit: (() => void) | null;
}

export function FieldRow({ field: { name, found }, language, onEdit }: FieldRowProps) {
  const t = useStrings();
  const label = t(fieldWords[name]);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {found === null ? (
          <span class="hint">{t('field_absent')}</span>
        ) : (
          <>
            <span lang={name === 'language' ? undefined : language} dir="auto">
              {shown(name, found.value, t('name_separator'))}
            </span>
            <span class="hint">{t(sourceWords[found.from])}</span>
          </>
        )}
        {onEdit !== null && (
          <ActionButton
            class="icon-button small"
            name={t('field_edit', label)}
            icon="note"
            onPress={onEdit}
          />
        )}
      </dd>
    </div>
  );
}

function shown(name: string, value: string | string[], separator: string): string {
  if (typeof value !== 'string') return value.join(separator);
  return name === 'published' ? asPublished(value) : value;
}
