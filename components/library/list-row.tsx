/** One row of the library's list: an annotation in three lines, or the head of an article. */

import type { ComponentChildren } from 'preact';
import type { Annotation } from '../../core/annotation';
import type { Article } from '../../core/article';
import { type CodeEntry, pickCodes } from '../../core/code-entry';
import type { Marker } from '../../core/query/marks';
import { ActionButton } from '../action-button';
import type { ChosenCards } from '../chosen-cards';
import { CodeLabel } from '../code-chip';
import { asDay, asPublished } from '../dates';
import { Icon } from '../icons';
import { shortened } from '../quote-words';
import { SelectBox } from '../select-box';
import { useStrings } from '../strings';
import { MarkedText } from './marked-text';

/** Of every row, in CSS pixels; library.css has it too. */
export const rowHeight = 76;

/** What all rows share. */
export interface RowContext {
  mark: Marker;
  codesById: ReadonlyMap<string, CodeEntry>;
  chosen: ChosenCards;
  activeId: string | null;
  /** Whether a row says which article it is from. */
  showsArticle: boolean;
  /** Days that are left of an annotation in the trash; null for what is kept. */
  daysLeft: ((annotation: Annotation) => number) | null;
  onActivate(id: string, isPressed: boolean): void;
  onRestore(id: string): void;
  onTurn(articleId: string, isOpen: boolean): void;
}

interface PlacedProps {
  /** Among all rows, from 0. */
  row: number;
  count: number;
  children: ComponentChildren;
}

function Placed({ row, count, children }: PlacedProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list of which only a part is drawn
    <div
      role="listitem"
      class="list-row"
      aria-posinset={row + 1}
      aria-setsize={count}
      style={{ '--row': String(row) }}
    >
      {children}
    </div>
  );
}

interface AnnotationRowProps {
  id: string;
  row: number;
  count: number;
  /** Undefined while they are being read. */
  annotation: Annotation | undefined;
  article: Article | undefined;
  context: RowContext;
}

export function AnnotationRow({ id, row, count, annotation, article, context }: AnnotationRowProps) {
  const t = useStrings();
  const { mark, chosen, daysLeft } = context;
  const isActive = context.activeId === id;
  const tabIndex = isActive ? 0 : -1;
  const quote = annotation?.target.quote.exact ?? '';
  const language = article?.metadata.language?.value;
  const left = annotation === undefined ? undefined : daysLeft?.(annotation);
  return (
    <Placed row={row} count={count}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the page do the same */}
      <article
        class="list-item"
        data-id={id}
        data-active={isActive}
        data-chosen={chosen.has(id)}
        tabIndex={tabIndex}
        aria-label={t('card_label', shortened(quote, longestName))}
        aria-busy={annotation === undefined}
        onFocusIn={() => context.onActivate(id, false)}
        onMouseDown={(event) => {
          // Else the browser would select the words in between.
          if (event.shiftKey) event.preventDefault();
        }}
        onClick={(event) => {
          if (event.shiftKey) chosen.extendTo(id, context.activeId);
          else context.onActivate(id, true);
        }}
      >
        <SelectBox id={id} chosen={chosen} tabIndex={tabIndex} />
        <div class="list-words">
          <blockquote lang={language} dir="auto">
            <MarkedText text={quote} spans={mark('quote', quote)} />
          </blockquote>
          {annotation !== undefined && (
            <RowFacts annotation={annotation} article={article} context={context} />
          )}
        </div>
        {left !== undefined && (
          <span class="list-left">
            <span>{t(left === 1 ? 'trash_day' : 'trash_days', String(left))}</span>
            <ActionButton
              class="quiet framed"
              tabIndex={tabIndex}
              name={t('restore')}
              onPress={() => context.onRestore(id)}
            >
              {t('restore')}
            </ActionButton>
          </span>
        )}
      </article>
    </Placed>
  );
}

interface RowFactsProps {
  annotation: Annotation;
  article: Article | undefined;
  context: RowContext;
}

function RowFacts({ annotation, article, context }: RowFactsProps) {
  const { note, codeIds, created } = annotation;
  const { mark, codesById } = context;
  const { title, outlet } = article?.metadata ?? {};
  return (
    <p class="list-facts">
      {pickCodes(codeIds, codesById).map((code) => (
        <CodeLabel
          key={code.id}
          code={code}
          name={<MarkedText text={code.path} spans={mark('code', code.path)} />}
        />
      ))}
      {note !== '' && (
        <span class="list-note" dir="auto">
          <Icon name="note" />
          <MarkedText text={note} spans={mark('note', note)} />
        </span>
      )}
      {context.showsArticle && article !== undefined && (
        <span class="list-source" lang={article.metadata.language?.value} dir="auto">
          {[title?.value ?? article.addresses[0] ?? '', outlet?.value ?? ''].filter(Boolean).join(' · ')}
        </span>
      )}
      <time dateTime={created}>{asDay(created)}</time>
    </p>
  );
}

interface ArticleRowProps {
  articleId: string;
  row: number;
  count: number;
  /** How many annotations of it are listed. */
  size: number;
  isOpen: boolean;
  article: Article | undefined;
  context: RowContext;
}

export function ArticleRow({ articleId, row, count, size, isOpen, article, context }: ArticleRowProps) {
  const { mark } = context;
  const { title, outlet, published, language } = article?.metadata ?? {};
  const name = title?.value ?? article?.addresses[0] ?? '…';
  return (
    <Placed row={row} count={count}>
      <div class="list-head">
        <h2 lang={language?.value} dir="auto">
          <button
            type="button"
            class="quiet disclosure"
            aria-expanded={isOpen}
            title={name}
            onClick={() => context.onTurn(articleId, !isOpen)}
          >
            <span class="list-title">
              <MarkedText text={name} spans={mark('title', name)} />
            </span>
          </button>
        </h2>
        <p class="facts">
          {outlet != null && (
            <span lang={language?.value}>
              <MarkedText text={outlet.value} spans={mark('outlet', outlet.value)} />
            </span>
          )}
          {published != null && <time dateTime={published.value}>{asPublished(published.value)}</time>}
          <span>{size}</span>
        </p>
      </div>
    </Placed>
  );
}

/** A screen reader says it at every step through the list. */
const longestName = 60;
