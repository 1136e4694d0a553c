/** One fact of an article, with the place where it was found. */

import type { AboutField } from '../core/about-article';
import { ActionButton } from './action-button';
import { useStrings } from './strings';
import { fieldName, shownValue, sourceWords } from './words';

interface FieldRowProps {
  field: AboutField;
  /** BCP 47 of the article. */
  language: string | undefined;
  /** Null where it cannot be changed. */
  onEdit: (() => void) | null;
}

export function FieldRow({ field: { name, found }, language, onEdit }: FieldRowProps) {
  const t = useStrings();
  const label = t(fieldName(name));
  return (
    <div data-field={name}>
      <dt>{label}</dt>
      <dd>
        {found === null ? (
          <span class="hint">{t('field_absent')}</span>
        ) : (
          <>
            <span lang={name === 'language' ? undefined : language} dir="auto">
              {shownValue(name, found.value, t)}
            </span>
            <span class="hint">
              {found.zoneAssumed ? t('zone_assumed', t(sourceWords[found.from])) : t(sourceWords[found.from])}
            </span>
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
