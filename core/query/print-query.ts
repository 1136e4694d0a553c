/** Writes a query as a person would type it: what is read from that is the same query. */

import { pathMark } from '../code';
import { isSame } from '../same';
import { parseQuery } from './parse-query';
import type { Clause, Query } from './query';
import { quoted } from './quotation';

export function printQuery(query: Query): string {
  return query.map(printClause).join(' ');
}

/** What cannot stand without quotation marks gets them, and so asks for whole words. */
function printClause(clause: Clause): string {
  const minus = clause.isNot ? '-' : '';
  switch (clause.field) {
    case 'unfinished':
      return minus + clause.text;
    case 'before':
    case 'after':
      return `${minus}${clause.field}:${clause.date}`;
    case 'lang':
      return `${minus}lang:${clause.tag}`;
    case 'grade':
      return `${minus}grade:${clause.grade}`;
    case 'id':
      return `${minus}id:${clause.ids.join(',')}`;
    case 'has':
      return `${minus}has:${clause.what}`;
    default: {
      const [head, value] = printedValue(clause);
      const bare = minus + head + value;
      return !clause.isWhole && isSame(parseQuery(bare), [clause]) ? bare : minus + head + quoted(value);
    }
  }
}

function printedValue(clause: Extract<Clause, { isWhole: boolean }>): [head: string, value: string] {
  if (!('names' in clause)) return [clause.field === 'any' ? '' : `${clause.field}:`, clause.text];
  return [`${clause.field}:`, (clause.isFromTop ? pathMark : '') + clause.names.join(pathMark)];
}
