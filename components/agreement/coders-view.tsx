/** Two people who coded the same articles, compared: whose archives, by which units and codes, how far they agree, and what is decided. */

import { type UnitKind, unitKinds } from '../../core/agreement/units';
import { FileButton } from '../file-button';
import { type MessageKey, useStrings } from '../strings';
import { CodeChoice } from './code-choice';
import type { CodersActions, CodersState } from './coders-model';
import { ConfusionTable } from './confusion-table';
import { DisagreementList } from './disagreement-list';
import { FigureTable } from './figure-table';
import { ComparisonProblems } from './problems';
import { ToRead } from './to-read';

interface CodersViewProps {
  state: CodersState;
  actions: CodersActions;
}

const kindWords: Readonly<Record<UnitKind, MessageKey>> = {
  article: 'coders_articles',
  paragraph: 'coders_paragraphs',
  sentence: 'coders_sentences',
};

export function CodersView({ state, actions }: CodersViewProps) {
  const t = useStrings();
  const { compared } = state;
  return (
    <section class="tables coders" aria-label={t('coders')} aria-busy={state.isBusy}>
      <Sides state={state} actions={actions} />
      {state.isBusy && (
        <p class="hint" role="status">
          {t('coders_comparing')}
        </p>
      )}
      {compared === null ? (
        <>
          <ol class="coders-steps">
            <li>{t('coders_step_packet')}</li>
            <li>{t('coders_step_code')}</li>
            <li>{t('coders_step_compare')}</li>
          </ol>
          <ToRead articles={state.uncoded} onOpen={actions.openArticle} />
        </>
      ) : (
        <>
          <FigureTable compared={compared} actions={actions} />
          <ConfusionTable compared={compared} />
          <ComparisonProblems compared={compared} />
          <DisagreementList
            key={compared.comparison.kind}
            compared={compared}
            decisions={state.decisions}
            isReadOnly={state.isReadOnly}
            actions={actions}
          />
        </>
      )}
    </section>
  );
}

const accept = '.zip,.json,application/json';

function Sides({ state, actions }: CodersViewProps) {
  const t = useStrings();
  const [first, second] = state.files;
  return (
    <div class="coders-sides">
      <div class="row">
        <b>{t('coders_first')}</b>
        <span>{first ?? t('coders_library')}</span>
        {first === null ? (
          <label class="row">
            <span>{t('coder_name')}</span>
            <input
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={state.name}
              onChange={(event) => actions.name(event.currentTarget.value)}
            />
          </label>
        ) : (
          <button type="button" class="quiet framed" onClick={actions.useLibrary}>
            {t('coders_library')}
          </button>
        )}
        <FileButton
          name={t('coders_other_first')}
          accept={accept}
          onFile={(file) => actions.readFile(0, file)}
        />
      </div>
      <div class="row">
        <b>{t('coders_second')}</b>
        {second !== null && <span>{second}</span>}
        <FileButton
          name={t('coders_choose_archive')}
          accept={accept}
          onFile={(file) => actions.readFile(1, file)}
        />
      </div>
      <div class="row table-options">
        <label class="row">
          <span>{t('coders_units')}</span>
          <select
            value={state.choice.kind}
            onChange={(event) => {
              const kind = unitKinds.find((known) => known === event.currentTarget.value);
              if (kind !== undefined) actions.choose({ kind });
            }}
          >
            {unitKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === state.choice.kind}>
                {t(kindWords[kind])}
              </option>
            ))}
          </select>
        </label>
        {state.compared !== null && (
          <CodeChoice
            codes={state.compared.codes}
            chosenIds={state.choice.codeIds}
            onChoose={(codeIds) => actions.choose({ codeIds })}
          />
        )}
      </div>
    </div>
  );
}
