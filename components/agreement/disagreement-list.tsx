/** Where two coders differ, passage by passage, and what is decided there by keys or buttons. */

import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Disagreement } from '../../core/agreement/compare-coders';
import { codesByVerdict, type Verdict } from '../../core/agreement/deciding';
import { indexCodes } from '../../core/code-entry';
import { Keys } from '../key-choices';
import { sidebarKeyAction } from '../sidebar-keys';
import { useStrings } from '../strings';
import type { CodersActions, Compared } from './coders-model';
import { decidingKeyAction } from './deciding-keys';
import { DisagreementCard } from './disagreement-card';

interface DisagreementListProps {
  compared: Compared;
  decisions: ReadonlyMap<string, readonly string[]>;
  isReadOnly: boolean;
  actions: Pick<CodersActions, 'decide' | 'keepDecided' | 'openArticle'>;
}

/** Cards drawn at first, and drawn more each time. */
const stretch = 30;

export function DisagreementList({ compared, decisions, isReadOnly, actions }: DisagreementListProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const root = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const [turn, setTurn] = useState(0);
  const [drawn, setDrawn] = useState(stretch);
  const [choosing, setChoosing] = useState<string | null>(null);
  const codes = indexCodes(compared.codes);
  const { disagreements } = compared.comparison;
  const open = disagreements.filter(({ unit }) => !decisions.has(unit.id)).length;
  const count = Math.min(disagreements.length, Math.max(drawn, active + 1));

  useLayoutEffect(() => {
    if (turn > 0) root.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus();
  }, [turn]);
  useEffect(() => {
    if (active >= disagreements.length) setActive(Math.max(0, disagreements.length - 1));
  }, [disagreements.length, active]);

  function goTo(index: number): void {
    setActive(Math.max(0, Math.min(disagreements.length - 1, index)));
    setTurn((before) => before + 1);
  }

  function decide(index: number, verdict: Verdict): void {
    const disagreement = disagreements[index];
    if (disagreement === undefined || isReadOnly) return;
    actions.decide(disagreement.unit.id, codesByVerdict(disagreement, compared.coders, verdict));
    setChoosing(null);
    goTo(index + 1);
  }

  function toggle({ unit, given }: Disagreement, codeId: string): void {
    const before = decisions.get(unit.id) ?? sharedCodes(given);
    const has = before.includes(codeId);
    actions.decide(unit.id, has ? before.filter((id) => id !== codeId) : [...before, codeId]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const unitId = disagreements[active]?.unit.id;
    if (unitId === undefined || choosing !== null) return;
    const verdict = decidingKeyAction(event, choices);
    const asked = sidebarKeyAction(event, choices);
    if (verdict !== null) decide(active, verdict);
    else if (asked === 'next' || event.key === 'ArrowDown') goTo(active + 1);
    else if (asked === 'previous' || event.key === 'ArrowUp') goTo(active - 1);
    else if (asked === 'codes' && !isReadOnly) setChoosing(unitId);
    else if (asked === 'delete') actions.decide(unitId, null);
    else return;
    event.preventDefault();
  }

  if (disagreements.length === 0) return <p class="hint">{t('coders_no_disagreement')}</p>;
  return (
    <>
      <h2>{t('coders_disagreements', String(disagreements.length), String(open))}</h2>
      <p class="hint">{t('coders_decide_hint')}</p>
      <ul ref={root} class="coders-list" onKeyDown={onKeyDown}>
        {disagreements.slice(0, count).map((disagreement, index) => (
          <DisagreementCard
            key={disagreement.unit.id}
            disagreement={disagreement}
            coders={compared.coders}
            codes={codes}
            decided={decisions.get(disagreement.unit.id) ?? null}
            isActive={index === active}
            isChoosing={choosing === disagreement.unit.id}
            isReadOnly={isReadOnly}
            onFocus={() => setActive(index)}
            onDecide={(verdict) => decide(index, verdict)}
            onChoose={() => {
              setActive(index);
              setChoosing(disagreement.unit.id);
            }}
            onToggle={(codeId) => toggle(disagreement, codeId)}
            onClear={() => actions.decide(disagreement.unit.id, null)}
            onChosen={(by) => {
              setChoosing(null);
              if (by === 'key') goTo(index);
            }}
            onOpenArticle={() => actions.openArticle(disagreement.article.id)}
          />
        ))}
      </ul>
      <div class="row">
        {count < disagreements.length && (
          <button type="button" class="quiet framed" onClick={() => setDrawn(count + stretch)}>
            {t('show_more')}
          </button>
        )}
        {!isReadOnly && (
          <button type="button" class="primary" onClick={actions.keepDecided}>
            {t('coders_keep_decided')}
          </button>
        )}
        <span class="hint">{t('coders_keep_decided_about')}</span>
      </div>
    </>
  );
}

/** What both gave stands at the beginning. */
function sharedCodes(given: Disagreement['given']): readonly string[] {
  const [first, ...others] = given;
  return (first?.codeIds ?? []).filter((id) => others.every(({ codeIds }) => codeIds.includes(id)));
}
