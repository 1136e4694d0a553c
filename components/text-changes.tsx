/** Says that the publisher has changed the text since the first annotation, and shows what, with the annotations that it touches. */

import { useState } from 'preact/hooks';
import { withoutCutWord } from '../core/frozen-text';
import type { ChangePiece } from '../core/text-difference';
import { ChangedWords } from './changed-words';
import { asDay } from './dates';
import { shortened } from './quote-words';
import type { Revisit, SidebarActions } from './sidebar-model';
import { useStrings } from './strings';

interface TextChangesProps {
  revisit: Revisit;
  actions: Pick<SidebarActions, 'showCard'>;
}

/** Changes listed at once; a page that was written anew has hundreds. */
const mostShown = 50;

export function TextChanges({ revisit, actions }: TextChangesProps) {
  const t = useStrings();
  const [isOpen, setOpen] = useState(false);
  const { since, changes, language } = revisit;
  const touched = new Set(changes.flatMap((change) => change.touched.map(({ id }) => id))).size;
  return (
    // What touches nothing of the reader's is said without a frame: some pages change a counter at each visit.
    <section class={touched > 0 ? 'banner changes' : 'changes'} aria-label={t('changes')}>
      <p>{t('changed_since', asDay(since))}</p>
      <p class="hint">
        {[
          t('changed_places', String(changes.length)),
          ...(touched > 0 ? [t('changed_touched', String(touched))] : []),
        ].join(' · ')}
      </p>
      <div class="row">
        <button type="button" class="quiet framed" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'changes_hide' : 'changes_show')}
        </button>
      </div>
      {isOpen && (
        <ol class="change-list">
          {changes.slice(0, mostShown).map(({ pieces, touched: cards }, index) => (
            <li key={`${index}`}>
              <blockquote lang={language ?? undefined} dir="auto">
                {pieces.map((piece, at) => (
                  <Piece key={`${at}`} piece={piece} isFirst={at === 0} isLast={at === pieces.length - 1} />
                ))}
              </blockquote>
              {cards.map(({ id, quote }) => (
                <button key={id} type="button" class="link touched" onClick={() => actions.showCard(id)}>
                  {t('change_touches', shortened(quote, 40))}
                </button>
              ))}
            </li>
          ))}
          {changes.length > mostShown && (
            <li class="hint">{t('changes_more', String(changes.length - mostShown))}</li>
          )}
        </ol>
      )}
    </section>
  );
}

function Piece({ piece, isFirst, isLast }: { piece: ChangePiece; isFirst: boolean; isLast: boolean }) {
  const { kind, isInPassage } = piece;
  const text = kind === 'same' && !isInPassage ? abridged(piece.text, isFirst, isLast) : piece.text;
  return <ChangedWords kind={kind}>{isInPassage ? <mark>{text}</mark> : text}</ChangedWords>;
}

/** UTF-16 units that stay before and after a change. */
const context = 40;

/** What stayed, without what is far from any change; whole characters and words only. */
function abridged(text: string, isFirst: boolean, isLast: boolean): string {
  const [head, tail] = [isFirst ? 0 : context, isLast ? 0 : context];
  if (text.length <= head + tail + context) return text;
  const before = withoutCutWord(text.slice(0, head), 'end');
  const after = tail === 0 ? '' : withoutCutWord(text.slice(-tail), 'start');
  return `${before.trimEnd()}…${after.trimStart()}`;
}
