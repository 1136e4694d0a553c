/** One passage on which two coders differ: the words in their text, what each gave, and what is decided. */

import type { Disagreement } from '../../core/agreement/compare-coders';
import type { CoderPair } from '../../core/agreement/figures';
import { type CodeEntry, pickCodes } from '../../core/code-entry';
import { ActionButton } from '../action-button';
import { CodeLabel } from '../code-chip';
import { CodePicker } from '../code-picker';
import type { ClosedBy } from '../note-editor';
import { useStrings } from '../strings';

interface DisagreementCardProps {
  disagreement: Disagreement;
  coders: CoderPair;
  codes: ReadonlyMap<string, CodeEntry>;
  /** Null: nothing yet. */
  decided: readonly string[] | null;
  isActive: boolean;
  isChoosing: boolean;
  isReadOnly: boolean;
  onFocus(): void;
  onDecide(verdict: 'first' | 'second' | 'both' | 'neither'): void;
  onChoose(): void;
  onToggle(codeId: string): void;
  onClear(): void;
  onChosen(by: ClosedBy): void;
  onOpenArticle(): void;
}

export function DisagreementCard(props: DisagreementCardProps) {
  const t = useStrings();
  const { disagreement, coders, codes, decided } = props;
  const { article, given } = disagreement;
  const language = article.metadata.language?.value;
  return (
    <li
      class="coders-card"
      tabIndex={props.isActive ? 0 : -1}
      data-active={props.isActive}
      data-decided={decided !== null}
      onFocusIn={props.onFocus}
    >
      <button type="button" class="link coders-title" lang={language} onClick={props.onOpenArticle}>
        {article.metadata.title?.value ?? article.addresses[0]}
      </button>
      {disagreement.words !== null && (
        <blockquote lang={language}>
          {disagreement.before}
          <mark>{disagreement.words}</mark>
          {disagreement.after}
        </blockquote>
      )}
      <dl class="coders-given">
        {coders.map((coder) => {
          const own = given.find((one) => one.coder === coder);
          return (
            <div key={coder}>
              <dt>{coder}</dt>
              <dd>
                <CodeList ids={own?.codeIds ?? []} codes={codes} />
                {own?.annotations.map(({ id, target, note }) => (
                  <p key={id} class="hint" lang={language}>
                    “{target.quote.exact}”{note !== '' && ` — ${note}`}
                  </p>
                ))}
              </dd>
            </div>
          );
        })}
        {decided !== null && (
          <div class="coders-decided">
            <dt>{t('coders_decided')}</dt>
            <dd>
              <CodeList ids={decided} codes={codes} />
            </dd>
          </div>
        )}
      </dl>
      {!props.isReadOnly && (
        <div class="row">
          <ActionButton
            name={t('coders_take', coders[0])}
            command="deciding-first"
            class="quiet framed"
            onPress={() => props.onDecide('first')}
          >
            {t('coders_take', coders[0])}
          </ActionButton>
          <ActionButton
            name={t('coders_take', coders[1])}
            command="deciding-second"
            class="quiet framed"
            onPress={() => props.onDecide('second')}
          >
            {t('coders_take', coders[1])}
          </ActionButton>
          <ActionButton
            name={t('coders_both')}
            command="deciding-both"
            class="quiet framed"
            onPress={() => props.onDecide('both')}
          >
            {t('coders_both')}
          </ActionButton>
          <ActionButton
            name={t('coders_neither')}
            command="deciding-neither"
            class="quiet framed"
            onPress={() => props.onDecide('neither')}
          >
            {t('coders_neither')}
          </ActionButton>
          <ActionButton
            name={t('coders_choose_codes')}
            command="sidebar-codes"
            class="quiet framed"
            isExpanded={props.isChoosing}
            onPress={props.onChoose}
          >
            {t('coders_choose_codes')}
          </ActionButton>
          {decided !== null && (
            <ActionButton
              name={t('coders_leave_open')}
              command="sidebar-delete"
              class="link"
              onPress={props.onClear}
            >
              {t('coders_leave_open')}
            </ActionButton>
          )}
        </div>
      )}
      {props.isChoosing && (
        <CodePicker
          codes={[...codes.values()]}
          recentCodeIds={[]}
          chosenIds={decided ?? []}
          onToggle={props.onToggle}
          onCreate={null}
          onClose={props.onChosen}
        />
      )}
    </li>
  );
}

function CodeList({ ids, codes }: { ids: readonly string[]; codes: ReadonlyMap<string, CodeEntry> }) {
  const t = useStrings();
  if (ids.length === 0) return <span class="hint">{t('coders_no_code')}</span>;
  return (
    <span class="row">
      {pickCodes(ids, codes).map((code) => (
        <CodeLabel key={code.id} code={code} />
      ))}
    </span>
  );
}
