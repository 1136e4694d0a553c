/** What the sidebar does to the article itself: corrects it, carries annotations over, joins and splits addresses. */

import type { SidebarActions } from '../../components/sidebar-model';
import { cleanAddress } from '../../core/address';
import { newId } from '../../platform/new-id';
import { correctMetadata, joinAddress, setApart, splitAddress } from '../../store/articles';
import type { Store } from '../../store/open-store';
import type { Attempt, Outcome } from '../../wiring/attempt';
import type { Facts } from './facts';

interface ArticleParts {
  store: Store;
  facts(): Facts;
  attempt: Attempt;
}

type ArticleActions = Pick<
  SidebarActions,
  'correct' | 'carryOver' | 'keepApart' | 'joinAddress' | 'splitAddress'
>;

export function articleActions({ store, facts, attempt }: ArticleParts): ArticleActions {
  const here = () => cleanAddress(facts().page.tab?.url ?? '');

  /** Does something to the article beside the sidebar; nothing where it is gone meanwhile. */
  const change = (
    kind: 'corrected' | 'joined' | 'split',
    work: (ids: { commandId: string; articleId: string }) => Promise<void>,
    words = '',
  ) =>
    void attempt(async () => {
      const { article } = facts().library;
      if (article === null) return undefined;
      return done(kind, (commandId) => work({ commandId, articleId: article.id }));
    }, words);

  const done = async (
    kind: 'corrected' | 'joined' | 'split',
    work: (commandId: string) => Promise<void>,
  ): Promise<Partial<Outcome>> => {
    const operationId = newId();
    await work(operationId);
    return { status: { kind, operationId } };
  };

  return {
    correct(field, value) {
      const words = typeof value === 'string' ? value : (value ?? []).join('\n');
      change('corrected', (ids) => correctMetadata(store, { ...ids, field, value }), words);
    },
    carryOver: (articleId) =>
      void attempt(async () => {
        const address = here();
        if (address === null) return undefined;
        return done('joined', (commandId) => joinAddress(store, { commandId, articleId, address }));
      }),
    keepApart: (articleId) =>
      void attempt(async () => {
        const address = here();
        if (address === null) return undefined;
        await setApart(store, { articleId, address });
        return undefined;
      }),
    joinAddress(typed) {
      const address = cleanAddress(typed);
      if (address !== null) change('joined', (ids) => joinAddress(store, { ...ids, address }), typed);
    },
    splitAddress: (address) => change('split', (ids) => splitAddress(store, { ...ids, address })),
  };
}
