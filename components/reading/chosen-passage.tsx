/** What is known of the chosen annotation: its codes, note and maker, its history, and its words on the live page. */

import { useState } from 'preact/hooks';
import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import { type CodeEntry, pickCodes } from '../../core/code-entry';
import { liveLink } from '../../core/text-fragment';
import { CardHistory } from '../card-history';
import { CodeLabel } from '../code-chip';
import { asMinute } from '../dates';
import { shortened } from '../quote-words';
import { useStrings } from '../strings';
import { LiveLink } from './reading-header';
import type { ReadingActions } from './reading-model';

interface ChosenPassageProps {
  article: Article;
  annotation: Annotation;
  codesById: ReadonlyMap<string, CodeEntry>;
  actions: ReadingActions;
}

/** Characters of a quote. */
const longestQuote = 80;

export function ChosenPassage({ article, annotation, codesById, actions }: ChosenPassageProps) {
  const t = useStrings();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { id, target, note, created, creator } = annotation;
  const language = article.metadata.language?.value ?? null;
  const codes = pickCodes(annotation.codeIds, codesById);
  const live = liveLink(article.addresses, target);
  return (
    <section class="chosen-passage" aria-label={t('reading_chosen')}>
      <blockquote lang={language ?? undefined} dir="auto">
        {shortened(target.quote.exact, longestQuote)}
      </blockquote>
      {codes.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to some screen readers unless it says so
        <ul class="row" role="list" aria-label={t('codes')}>
          {codes.map((code) => (
            <li key={code.id} class="chip">
              <CodeLabel code={code} />
            </li>
          ))}
        </ul>
      )}
      {note !== '' && (
        <p class="note" dir="auto">
          {note}
        </p>
      )}
      <div class="row chosen-foot">
        <button
          type="button"
          class="quiet"
          aria-expanded={isHistoryOpen}
          onClick={() => setHistoryOpen(!isHistoryOpen)}
        >
          {t('history')}
        </button>
        <time class="hint" dateTime={created}>
          {asMinute(created)}
        </time>
        {creator !== undefined && <span class="hint">{creator}</span>}
        {live !== null && <LiveLink address={live}>{t('reading_live_words')}</LiveLink>}
        <button type="button" class="quiet" onClick={() => actions.choose(null)}>
          {t('done')}
        </button>
      </div>
      {isHistoryOpen && (
        <CardHistory
          id={id}
          language={language}
          codesById={codesById}
          actions={actions}
          onClose={() => setHistoryOpen(false)}
        />
      )}
    </section>
  );
}
