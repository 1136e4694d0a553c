/** The goals of the design's section 8 and of the issue, each beside what this run measured on the test half. */

import {
  authorsInvented,
  authorsRight,
  bodyF1,
  creditsRight,
  days,
  detection,
  extraction,
  isChinese,
  type Judged,
  loadAndDecide,
  quantile,
  sourceRight,
  titleExact,
} from './figures';
import type { Bundles, Scoring } from './rows';

export const ours = 'detect.ts';
/** Our detector without the resolver, as the extension loads it. */
export const ourDetector = 'detector.ts';
export const peers = ['readerable', 'readability', 'defuddle', 'proto'] as const;
const extractors = ['readability', 'defuddle'] as const;

export interface Goal {
  /** The row of the design's section 8. */
  number: number;
  name: string;
  ours: number;
  /** The figure it is compared with; NaN where the bound is fixed. */
  peer: number;
  asked: string;
  /** Null where it was not measured. */
  isReached: boolean | null;
}

/** By tool. */
export type JudgedByTool = Readonly<Record<string, readonly Judged[]>>;

/** Fewer pages of a kind say little. */
const fewestOfKind = 20;
const briefLength = 300;

export function goalsOf(tools: JudgedByTool, scoring: Scoring, bundles: Bundles): Goal[] {
  return [
    ...detectionGoals(tools),
    ...costGoals(tools, bundles),
    ...metadataGoals(tools, scoring),
    ...bodyGoals(tools, scoring),
    ...resolverGoals(tools),
  ];
}

const of = (tools: JudgedByTool, tool: string) => tools[tool] ?? [];

function goal(
  number: number,
  name: string,
  value: number,
  asked: string,
  isReached: (value: number) => boolean,
  peer = Number.NaN,
): Goal {
  return { number, name, ours: value, peer, asked, isReached: Number.isNaN(value) ? null : isReached(value) };
}

const atLeast = (number: number, name: string, value: number, least: number, peer?: number) =>
  goal(number, name, value, `≥ ${least}`, (found) => found >= least, peer);
const atMost = (number: number, name: string, value: number, most: number, peer?: number) =>
  goal(number, name, value, `≤ ${most}`, (found) => found <= most, peer);

/** A bound that is a part of what a peer reaches. */
function within(number: number, name: string, value: number, peer: number, share: number): Goal {
  const isKnown = !Number.isNaN(value) && !Number.isNaN(peer);
  const asked = `≤ ${share.toFixed(2)} ×`;
  return { number, name, ours: value, peer, asked, isReached: isKnown ? value <= peer * share : null };
}

function detectionGoals(tools: JudgedByTool): Goal[] {
  const own = of(tools, ours);
  const peer = of(tools, 'readerable');
  const [all, chinese] = [detection(own), detection(own.filter(isChinese))];
  const [peerAll, peerChinese] = [detection(peer), detection(peer.filter(isChinese))];
  const kinds = [
    ...new Set(own.filter(({ page }) => page.label === 'nonarticle').map(({ page }) => page.type)),
  ];
  return [
    atLeast(1, 'detection F1, %', all.f1, 97.5, peerAll.f1),
    atLeast(1, '… on Chinese pages', chinese.f1, 97, peerChinese.f1),
    within(1, 'detection errors (100 − F1)', 100 - all.f1, 100 - peerAll.f1, 0.2),
    within(1, '… on Chinese pages', 100 - chinese.f1, 100 - peerChinese.f1, 0.2),
    within(1, 'false alarms, %', all.falseAlarms, peerAll.falseAlarms, 0.1),
    ...kinds.sort().flatMap((kind) => {
      const some = own.filter(({ page }) => page.label === 'nonarticle' && page.type === kind);
      if (some.length < fewestOfKind) return [];
      const others = detection(peer.filter(({ page }) => page.type === kind)).falseAlarms;
      return [atMost(1, `… on ${kind}, ${some.length} pages`, detection(some).falseAlarms, 3, others)];
    }),
  ];
}

function costGoals(tools: JudgedByTool, bundles: Bundles): Goal[] {
  const { readerable } = bundles;
  const peer = loadAndDecide(of(tools, 'readerable'));
  const ratios = (tool: string, name: string) => {
    const own = loadAndDecide(of(tools, tool));
    const mostTimes = Math.max(...pairRatios(of(tools, tool), of(tools, 'readerable')));
    return [
      within(2, `${name}: load + decision p50, ms`, quantile(own, 0.5), quantile(peer, 0.5), 0.5),
      within(2, `${name}: load + decision p95, ms`, quantile(own, 0.95), quantile(peer, 0.95), 0.5),
      atMost(
        2,
        `${name}: most on a page, × the peer`,
        Number.isFinite(mostTimes) ? mostTimes : Number.NaN,
        1,
      ),
    ];
  };
  return [
    ...ratios(ourDetector, 'detector'),
    ...ratios(ours, 'with the resolver'),
    within(
      2,
      'detector, kB gzip',
      (bundles[ourDetector]?.gz ?? Number.NaN) / 1_000,
      (readerable?.gz ?? Number.NaN) / 1_000,
      0.3,
    ),
  ];
}

function pairRatios(own: readonly Judged[], peer: readonly Judged[]): number[] {
  const others = new Map(peer.map((each) => [each.page.id, loadAndDecide([each])[0]]));
  return own.flatMap((each) => {
    const [value] = loadAndDecide([each]);
    const other = others.get(each.page.id);
    return value === undefined || other === undefined || other <= 0 ? [] : [value / other];
  });
}

function metadataGoals(tools: JudgedByTool, scoring: Scoring): Goal[] {
  const own = of(tools, ours);
  const chinese = own.filter(isChinese);
  const news = own.filter(({ page }) => page.group === 'zh-news');
  const best = (
    figure: (judged: readonly Judged[]) => number,
    isIn: (each: Judged) => boolean = () => true,
  ) =>
    Math.max(
      ...extractors
        .map((tool) => figure(of(tools, tool).filter(isIn)))
        .filter((value) => !Number.isNaN(value)),
    );
  const title = (judged: readonly Judged[]) => titleExact(judged, scoring);
  const authors = (judged: readonly Judged[]) => authorsRight(judged, scoring);
  const right = (judged: readonly Judged[]) => days(judged, scoring).right;
  const isNews = ({ page }: Judged) => page.group === 'zh-news';
  return [
    atLeast(3, 'title exact, %', title(own), 92, best(title)),
    atLeast(3, '… on Chinese pages', title(chinese), 94, best(title, isChinese)),
    within(3, 'titles wrong, %', 100 - title(own), 100 - best(title), 0.4),
    within(3, '… on Chinese pages', 100 - title(chinese), 100 - best(title, isChinese), 0.25),
    atLeast(4, 'day right, %', right(own), 92, best(right)),
    atLeast(4, '… on Chinese news', right(news), 97, best(right, isNews)),
    within(4, 'days wrong or missing, %', 100 - right(own), 100 - best(right), 0.25),
    atMost(4, 'day wrong when given, %', days(own, scoring).wrong, 4),
    atLeast(5, 'authors all right, %', authors(own), 78, best(authors)),
    atLeast(5, '… on Chinese pages', authors(chinese), 75, best(authors, isChinese)),
    atLeast(5, '… on Chinese news', authors(news), 4 * best(authors, isNews), best(authors, isNews)),
    within(5, 'authors wrong, %', 100 - authors(own), 100 - best(authors), 0.6),
    atMost(
      5,
      'invented where none is named, %',
      authorsInvented(own),
      5,
      authorsInvented(of(tools, 'readability')),
    ),
    atLeast(6, '来源, %', sourceRight(own, scoring), 90, sourceRight(of(tools, 'proto'), scoring)),
    atLeast(6, '责任编辑, %', creditsRight(own, 'editors'), 95, creditsRight(of(tools, 'proto'), 'editors')),
    atLeast(6, '校对, 编审, %', creditsRight(own, 'other'), 90, creditsRight(of(tools, 'proto'), 'other')),
  ];
}

function bodyGoals(tools: JudgedByTool, scoring: Scoring): Goal[] {
  const own = of(tools, ours);
  const peer = of(tools, 'readability');
  const isPortal = ({ page }: Judged) => page.source === 'magic' && page.lang === 'zh';
  const isBrief = (each: Judged) => isChinese(each) && [...(each.page.gt.body ?? '')].length < briefLength;
  const body = (judged: readonly Judged[]) => bodyF1(judged, scoring);
  const readability = body(peer);
  return [
    goal(7, 'body F1', body(own), '≥ Readability + 1', (found) => found >= readability + 1, readability),
    atLeast(7, '… of Chinese portals', body(own.filter(isPortal)), 90.4, body(peer.filter(isPortal))),
    atLeast(7, '… of Chinese briefs', body(own.filter(isBrief)), 80, body(peer.filter(isBrief))),
    atMost(7, 'pages changed', own.filter(({ row }) => row.extract?.mutated === true).length, 0),
  ];
}

function resolverGoals(tools: JudgedByTool): Goal[] {
  const [own, peer] = [extraction(of(tools, ours)), extraction(of(tools, 'readability'))];
  return [
    within(8, 'resolver CPU p50, ms', quantile(own, 0.5), quantile(peer, 0.5), 0.6),
    within(8, 'resolver CPU p95, ms', quantile(own, 0.95), quantile(peer, 0.95), 0.3),
  ];
}
