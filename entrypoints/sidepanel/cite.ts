/** Copies a reference to the article in the tab. */

import type { SidebarActions } from '../../components/sidebar-model';
import { copyText } from '../../platform/clipboard';
import type { Attempt } from '../../wiring/attempt';
import type { Facts } from './facts';

export function citeActions({
  facts,
  attempt,
}: {
  facts(): Facts;
  attempt: Attempt;
}): Pick<SidebarActions, 'copyCitation'> {
  return {
    copyCitation: (style) =>
      void attempt(async () => {
        const { article } = facts().library;
        if (article === null) return undefined;
        const [{ citationItem }, { formatCitation }] = await Promise.all([
          import('../../core/citation/citation-item'),
          import('../../core/citation/format-citation'),
        ]);
        const text = formatCitation(citationItem(article, article.created), style);
        await copyText(text);
        return { status: { kind: 'copied', text } };
      }),
  };
}
