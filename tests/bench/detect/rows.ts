/** What the detection bench writes for each page and tool, and what is known of the page. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlacedPage } from './halves';

/** A page of the manifest, with the hand labels folded in by the bench. */
export interface LabelledPage extends PlacedPage {
  label: 'article' | 'nonarticle' | 'grey' | 'dateonly';
  type: string;
  lang: string;
  /** zh-news, zh-legacy, en or other. */
  group: string;
  /** Which collection it comes from. */
  source: string;
  /** Whether the labels were made by hand for this project. */
  hand?: boolean;
  gt: {
    title?: string;
    authors?: string[];
    authorNone?: boolean;
    date?: string;
    body?: string;
    source?: string | null;
    editors?: string[];
    other?: string[];
  };
}

export interface Extracted {
  ok: boolean;
  isArticle?: boolean;
  title?: string;
  authors?: string[];
  published?: string;
  source?: string;
  editors?: string[];
  other?: string[];
  body?: string | null;
  mutated?: boolean;
  error?: string;
  /** CPU milliseconds of the main thread. */
  cpu?: number;
}

export interface ToolRow {
  /** CPU milliseconds of loading the code. */
  injectCpu?: number;
  detect?: { v?: { isArticle: boolean; score?: number }; cpu?: number; error?: string };
  extract?: Extracted;
  error?: string;
}

export interface PageRow {
  id: string;
  a: Record<string, ToolRow>;
}

/** Bytes of each tool's bundle. */
export type Bundles = Readonly<Record<string, { raw: number; gz: number }>>;

export interface BenchRows {
  rows: PageRow[];
  bundles: Bundles;
}

/** The bench's own rules of scoring. */
export interface Scoring {
  title(truth: string, given: string | undefined): { exact: number };
  author(truth: readonly string[], given: readonly string[] | undefined): { ok: number };
  date(truth: string, given: string | undefined): { got: number; ok: number } | null;
  parseDate(text: string): unknown;
  bodyPR(truth: string, given: string): { p: number | null; r: number | null };
  bodyF1(pages: readonly { p: number | null; r: number | null }[]): { f1: number };
  norm(text: string): string;
}

export async function loadScoring(folder: string): Promise<Scoring> {
  return import(pathToFileURL(join(folder, 'lib', 'score.mjs')).href);
}

export async function loadPages(folder: string, data: string): Promise<LabelledPage[]> {
  Object.assign(process.env, { DETECT_DATA: data });
  const { load } = await import(pathToFileURL(join(folder, 'lib', 'load.mjs')).href);
  return load({ data });
}

/** Rows of several shards; a tool that failed on a page has no row of it. */
export function readRows(files: readonly string[]): BenchRows {
  const rows: PageRow[] = [];
  let bundles: Bundles = {};
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue;
      const row: PageRow & { run?: { bundles: Bundles } } = JSON.parse(line);
      if (row.run === undefined) rows.push(row);
      else bundles = { ...bundles, ...row.run.bundles };
    }
  }
  return { rows, bundles };
}
