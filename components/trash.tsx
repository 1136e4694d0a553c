/** What was deleted and can still be restored: last deleted first, with the days that are left. */

import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ActionButton } from './action-button';
import { Keys } from './key-choices';
import { isForPage } from './key-press';
import { shortened } from './quote-words';
import { sidebarKeyAction } from './sidebar-keys';
import type { SidebarActions, TrashItem } from './sidebar-model';
import { useStrings } from './strings';

interface TrashProps {
  /** Null until it has been read. */
  items: readonly TrashItem[] | null;
  canChange: boolean;
  actions: Pick<SidebarActions, 'restore' | 'emptyTrash' | 'showView'>;
}

export function Trash({ items, canChange, actions }: TrashProps) {
  const t = useStrings();
  const choices = useContext(Keys);
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const place = useRef(0);
  const at = items?.findIndex(({ id }) => id === active) ?? -1;
  // What was restored leaves its place to the one that follows it.
  const reached = items?.[at] ?? items?.[Math.min(place.current, items.length - 1)] ?? null;
  if (at !== -1) place.current = at;

  const focus = (id: string | undefined) =>
    id !== undefined && list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isLost) focus(reached?.id);
  }, [reached?.id]);

  function onKeyDown(event: KeyboardEvent): void {
    const here = items?.findIndex(({ id }) => id === reached?.id) ?? -1;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && isForPage(event);
    const asked = sidebarKeyAction(event, choices);
    const step =
      (isPlain ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined) ??
      (asked === 'next' ? 1 : asked === 'previous' ? -1 : undefined);
    if (step !== undefined) focus(items?.[here + step]?.id);
    else if (isPlain && event.key === 'Enter' && isItem(event.target) && reached !== null)
      actions.restore([reached.id]);
    else return;
    event.preventDefault();
  }

  return (
    <main class="trash">
      {items?.length === 0 && (
        <section class="empty">
          <h2>{t('trash_empty')}</h2>
          <p>{t('trash_empty_next')}</p>
        </section>
      )}
      {/* A list without markers is no list to some screen readers unless it says so. */}
      <ul
        ref={list}
        class="cards"
        // biome-ignore lint/a11y/noRedundantRoles: see above
        role="list"
        aria-label={t('trash')}
        aria-busy={items === null}
        onKeyDown={onKeyDown}
      >
        {(items ?? []).map((item) => (
          <li key={item.id}>
            <article
              class="card"
              data-id={item.id}
              data-active={item.id === reached?.id}
              tabIndex={item.id === reached?.id ? 0 : -1}
              aria-label={t('card_label', shortened(item.quote, 60))}
              onFocusIn={() => setActive(item.id)}
            >
              <blockquote lang={item.language ?? undefined} dir="auto">
                {item.quote}
              </blockquote>
              <p class="hint" lang={item.language ?? undefined} dir="auto">
                {item.title}
              </p>
              <div class="row foot">
                <span>{t(item.daysLeft === 1 ? 'trash_day' : 'trash_days', String(item.daysLeft))}</span>
                {canChange && (
                  <span class="actions always">
                    <ActionButton
                      class="quiet framed"
                      tabIndex={item.id === reached?.id ? 0 : -1}
                      name={t('restore')}
                      shortcut="Enter"
                      onPress={() => actions.restore([item.id])}
                    >
                      {t('restore')}
                    </ActionButton>
                  </span>
                )}
              </div>
            </article>
          </li>
        ))}
      </ul>
    </main>
  );
}

function isItem(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('article');
}

/** The heading of the trash, with what is done to all of it. */
export function TrashHead({ items, canChange, actions }: TrashProps) {
  const t = useStrings();
  const ids = (items ?? []).map(({ id }) => id);
  return (
    <div class="article-header">
      <h1>{t('trash')}</h1>
      <p class="counts">{t('trash_about')}</p>
      {canChange && ids.length > 0 && (
        <div class="row">
          <button type="button" class="quiet framed" onClick={() => actions.restore(ids)}>
            {t('restore_all')}
          </button>
          <button type="button" class="quiet framed" onClick={actions.emptyTrash}>
            {t('trash_erase')}
          </button>
        </div>
      )}
    </div>
  );
}
