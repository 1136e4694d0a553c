/** Follows the table that a person has chosen: counted at once, and again whenever something in the library changed. */

import { countWish, type TablesChoice, type TablesState } from '../../components/tables/tables-model';
import { findKeywords } from '../../store/keywords';
import type { Asked } from '../../store/search';
import { countTable, type TableSource } from '../../store/tables';
import { watch } from '../../store/watch';

interface Watching {
  show(counted: Partial<Pick<TablesState, 'table' | 'keywords'>>): void;
  fail(error: unknown): void;
  /** Ends the following, and the counting that is under way. */
  signal: AbortSignal;
}

/** @param asked what the library shows, and its codes */
export function followTable(
  source: TableSource,
  asked: Omit<Asked, 'signal'>,
  choice: TablesChoice,
  { show, fail, signal }: Watching,
): void {
  const wish = countWish(choice);
  const wanted = { ...asked, signal };
  if (wish === null) {
    const find = () => findKeywords(source, wanted, choice.keywords);
    watch(find, { signal, fail, show: (keywords) => show({ keywords }) });
  } else {
    watch(() => countTable(source, wanted, wish), { signal, fail, show: (table) => show({ table }) });
  }
}
