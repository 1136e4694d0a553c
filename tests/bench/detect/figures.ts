/** Reduces the rows of one tool on some pages to the figures that the goals name. */

import type { BenchRows, Extracted, LabelledPage, Scoring, ToolRow } from './rows';

/** A tool's row beside what is known of the page. */
export interface Judged {
  page: LabelledPage;
  row: ToolRow;
}

export function judgedBy(
  tool: string,
  { rows }: BenchRows,
  pages: ReadonlyMap<string, LabelledPage>,
): Judged[] {
  return rows.flatMap(({ id, a }) => {
    const [page, row] = [pages.get(id), a[tool]];
    return page === undefined || row === undefined ? [] : [{ page, row }];
  });
}

export function isChinese({ page }: Judged): boolean {
  return page.lang === 'zh';
}

export interface DetectionFigures {
  /** All in per cent; NaN where there is nothing to count. */
  precision: number;
  recall: number;
  f1: number;
  falseAlarms: number;
}

/** Of the tools without a judgement, those that extract something say that it is an article. */
export function detection(judged: readonly Judged[]): DetectionFigures {
  const counts = { hit: 0, missed: 0, alarm: 0, quiet: 0 };
  for (const { page, row } of judged) {
    if (page.label !== 'article' && page.label !== 'nonarticle') continue;
    const says = row.detect?.v?.isArticle ?? (row.extract?.ok === true && row.extract.isArticle !== false);
    if (page.label === 'article') counts[says ? 'hit' : 'missed'] += 1;
    else counts[says ? 'alarm' : 'quiet'] += 1;
  }
  const precision = percent(counts.hit, counts.hit + counts.alarm);
  const recall = percent(counts.hit, counts.hit + counts.missed);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    falseAlarms: percent(counts.alarm, counts.alarm + counts.quiet),
  };
}

const given = ({ row }: Judged): Extracted | undefined => row.extract;

export function titleExact(judged: readonly Judged[], scoring: Scoring): number {
  return mean(
    judged.flatMap((each) => {
      const { title } = each.page.gt;
      return title === undefined || given(each) === undefined
        ? []
        : [scoring.title(title, given(each)?.title).exact];
    }),
  );
}

export function authorsRight(judged: readonly Judged[], scoring: Scoring): number {
  return mean(
    judged.flatMap((each) => {
      const { authors } = each.page.gt;
      return authors === undefined || authors.length === 0 || given(each) === undefined
        ? []
        : [scoring.author(authors, given(each)?.authors).ok];
    }),
  );
}

/** How often somebody is named where the page names nobody. */
export function authorsInvented(judged: readonly Judged[]): number {
  return mean(
    judged.flatMap((each) => {
      const { gt, hand, source } = each.page;
      const isKnown = gt.authorNone === true && (hand === true || source === 'wcxb');
      return isKnown && given(each) !== undefined
        ? [Number((given(each)?.authors ?? []).join('') !== '')]
        : [];
    }),
  );
}

export function days(judged: readonly Judged[], scoring: Scoring): { right: number; wrong: number } {
  const scores = judged.flatMap((each) => {
    const { date } = each.page.gt;
    if (date === undefined || given(each) === undefined || !scoring.parseDate(date)) return [];
    return scoring.date(date, given(each)?.published) ?? [];
  });
  const named = scores.filter(({ got }) => got === 1);
  return { right: mean(scores.map(({ ok }) => ok)), wrong: 100 - mean(named.map(({ ok }) => ok)) };
}

/** 来源, by the bench's own leniency: one name may hold the other. */
export function sourceRight(judged: readonly Judged[], { norm }: Scoring): number {
  return mean(
    judged.flatMap((each) => {
      const { gt, hand } = each.page;
      if (hand !== true || typeof gt.source !== 'string' || given(each) === undefined) return [];
      const [own, truth] = [given(each)?.source ?? '', gt.source].map((text) =>
        norm(text).replace(/\s/gu, ''),
      );
      if (own === undefined || truth === undefined) return [];
      const isPart = own.length > 1 && (truth.includes(own) || own.includes(truth));
      const isAlike = Math.max(own.length, truth.length) <= Math.min(own.length, truth.length) * 2.6;
      return [Number(isPart && isAlike)];
    }),
  );
}

/** @param field 责任编辑, or 校对 and 编审; all of them have to be named */
export function creditsRight(judged: readonly Judged[], field: 'editors' | 'other'): number {
  return mean(
    judged.flatMap((each) => {
      const truth = each.page.gt[field];
      if (each.page.hand !== true || truth === undefined || truth === null || truth.length === 0) return [];
      if (given(each) === undefined) return [];
      const own = [...(given(each)?.editors ?? []), ...(field === 'other' ? (given(each)?.other ?? []) : [])];
      return [Number(truth.every((name) => own.includes(name)))];
    }),
  );
}

export function bodyF1(judged: readonly Judged[], scoring: Scoring): number {
  const pages = judged.flatMap((each) => {
    const { label, gt } = each.page;
    return label !== 'article' || gt.body === undefined || given(each) === undefined
      ? []
      : [scoring.bodyPR(gt.body, given(each)?.body ?? '')];
  });
  return pages.length === 0 ? Number.NaN : 100 * scoring.bodyF1(pages).f1;
}

/** CPU milliseconds. */
export function loadAndDecide(judged: readonly Judged[]): number[] {
  return judged.flatMap(({ row: { injectCpu, detect } }) =>
    injectCpu === undefined || detect?.cpu === undefined ? [] : [injectCpu + detect.cpu],
  );
}

export function extraction(judged: readonly Judged[]): number[] {
  return judged.flatMap(({ row }) => row.extract?.cpu ?? []);
}

/** @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** In per cent, of values between 0 and 1. */
function mean(values: readonly number[]): number {
  return percent(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function percent(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : (100 * part) / whole;
}
