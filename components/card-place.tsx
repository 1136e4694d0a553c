/** What a card says of the place of its words on the page: nothing where all is well, else what is known and what can be done. */

import type { Card } from '../core/cards';
import { isDoubtful, type Placement } from '../core/placement';
import type { CardContext } from './annotation-card';
import { Candidates } from './candidates';
import { useStrings } from './strings';
import { lostWords } from './words';

interface CardPlaceProps {
  card: Card;
  context: CardContext;
  tabIndex: number;
}

export function CardPlace({ card, context, tabIndex }: CardPlaceProps) {
  const t = useStrings();
  const { placement } = card;
  if (placement === null) return null;
  const canChange = !context.state.isReadOnly;
  return (
    <>
      <PlaceWords placement={placement} />
      {placement.grade === 'ambiguous' && (
        <Candidates
          card={card}
          candidates={placement.candidates}
          tabIndex={tabIndex}
          onReveal={context.actions.revealPlace}
          onChoose={canChange ? (place) => context.onChoosePlace(card.id, place) : null}
        />
      )}
      {placement.grade === 'lost' && canChange && context.editing?.id !== card.id && (
        <div class="row">
          <button
            type="button"
            class="framed"
            tabIndex={tabIndex}
            aria-keyshortcuts="r"
            title={t('with_key', t('reattach_title'), 'r')}
            onClick={() => context.onEdit({ id: card.id, part: 'place' })}
          >
            {t('reattach')}
          </button>
        </div>
      )}
    </>
  );
}

function PlaceWords({ placement }: { placement: Placement }) {
  const t = useStrings();
  const { grade, reason } = placement;
  const said = [
    grade === 'changed' && placement.words !== null && t('grade_changed'),
    isDoubtful(placement) && t('grade_doubtful'),
    grade === 'ambiguous' && t('grade_ambiguous'),
    grade === 'lost' && t(lostWords[reason ?? 'absent']),
    grade === 'pending' && t('grade_pending'),
  ].filter((words) => words !== false);
  return said.map((words) => (
    <p key={words} class="grade">
      {words}
    </p>
  ));
}
