/** What the library's page is asked to show, as its address holds it. */

import { type ListOrder, listOrders } from './library-order';

export interface LibraryView {
  /** As it was typed; see `core/query`. */
  query: string;
  order: ListOrder;
  isGrouped: boolean;
  isTrashed: boolean;
  /** Tables of what is found instead of the list of it. */
  isTables: boolean;
  /** Two coders compared, instead of either. */
  isCoders: boolean;
}

export const usualView: LibraryView = {
  query: '',
  order: 'newest',
  isGrouped: true,
  isTrashed: false,
  isTables: false,
  isCoders: false,
};

/** @param hash the fragment of an address, with its `#` or without; what makes no sense is left out */
export function readView(hash: string): LibraryView {
  const fields = new URLSearchParams(hash.replace(/^#/u, ''));
  const order = listOrders.find((known) => known === fields.get('sort'));
  return {
    query: fields.get('q') ?? usualView.query,
    order: order ?? usualView.order,
    isGrouped: !fields.has('flat'),
    isTrashed: fields.has('trash'),
    isTables: fields.has('tables'),
    isCoders: fields.has('coders'),
  };
}

/** What is usual is left out: the whole library has an empty fragment. */
export function printView({ query, order, isGrouped, isTrashed, isTables, isCoders }: LibraryView): string {
  const fields = new URLSearchParams();
  if (query !== usualView.query) fields.set('q', query);
  if (order !== usualView.order) fields.set('sort', order);
  if (!isGrouped) fields.set('flat', '');
  if (isTrashed) fields.set('trash', '');
  if (isTables) fields.set('tables', '');
  if (isCoders) fields.set('coders', '');
  return fields.toString();
}
