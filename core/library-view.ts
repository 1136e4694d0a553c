/** What the library's page is asked to show, as its address holds it. */

import { type ListOrder, listOrders } from './library-order';

export interface LibraryView {
  /** As it was typed; see `core/query`. */
  query: string;
  order: ListOrder;
  isGrouped: boolean;
  isTrashed: boolean;
}

export const usualView: LibraryView = { query: '', order: 'newest', isGrouped: true, isTrashed: false };

/** @param hash the fragment of an address, with its `#` or without; what makes no sense is left out */
export function readView(hash: string): LibraryView {
  const fields = new URLSearchParams(hash.replace(/^#/u, ''));
  const order = listOrders.find((known) => known === fields.get('sort'));
  return {
    query: fields.get('q') ?? usualView.query,
    order: order ?? usualView.order,
    isGrouped: !fields.has('flat'),
    isTrashed: fields.has('trash'),
  };
}

/** What is usual is left out: the whole library has an empty fragment. */
export function printView({ query, order, isGrouped, isTrashed }: LibraryView): string {
  const fields = new URLSearchParams();
  if (query !== usualView.query) fields.set('q', query);
  if (order !== usualView.order) fields.set('sort', order);
  if (!isGrouped) fields.set('flat', '');
  if (isTrashed) fields.set('trash', '');
  return fields.toString();
}
