/** What the sidebar knows: of the tab beside it, of the library, and of what the person has asked to see. */

import type { SidebarView } from '../../components/sidebar-model';
import type { Annotation } from '../../core/annotation';
import type { Article, Metadata } from '../../core/article';
import type { Code } from '../../core/code';
import type { Detection } from '../../core/detection';
import type { ReadArticle } from '../../core/library';
import type { Operation } from '../../core/operation';
import type { Placement } from '../../core/placement';
import { type Settings, usualSettings } from '../../core/settings';
import type { SiteRule } from '../../core/site-rule';
import type { TextChange } from '../../core/text-difference';
import type { Variable } from '../../core/variable';
import type { ShownTab } from '../../platform/tabs';
import { noOutcome, type Outcome } from '../../wiring/attempt';

/** What the page in the tab says of itself. */
export interface PageFacts {
  tab: ShownTab | null;
  /** Null where no script of ours answers. */
  detection: Detection | null;
  /** Null while the page is not annotated. */
  metadata: Metadata | null;
  /** As the page says it now; null while it is not annotated. */
  article: ReadArticle | null;
  placements: Placement[];
  /** Whether the page has been asked; until then nothing of it is known. */
  isAsked: boolean;
}

/** What the library holds for this tab's address. */
export interface ArticleFacts {
  article: Article | null;
  annotations: Annotation[];
  codes: Code[];
  recentCodeIds: string[];
  settings: Settings;
  undo: Operation | null;
  redo: Operation | null;
  libraryCount: number;
  isPaintHidden: boolean;
  siteRule: SiteRule;
  /** Another article with this page's text. */
  sameText: { article: Article; count: number } | null;
  /** Since the first annotation. Null where it has no text that was kept. */
  changes: { since: string; list: readonly TextChange[] } | null;
  variables: Variable[];
}

/** What *Everything* shows. */
export interface FoundFacts {
  /** As many as were asked for. */
  shown: Annotation[];
  articles: ReadonlyMap<string, Article>;
  /** All that match. */
  total: number;
}

/** What the codebook and the trash show, each read only while it is looked at; null until then. */
export interface ShelfFacts {
  codebook: CodebookFacts | null;
  trash: TrashFacts | null;
}

export interface CodebookFacts {
  codes: Code[];
  counts: ReadonlyMap<string, number>;
}

export interface TrashFacts {
  /** Last deleted first. */
  list: { annotation: Annotation; article: Article | null }[];
  /** When it was read, in milliseconds since 1970: the days that are left count from here. */
  readAt: number;
}

/** What the person has asked for, and what came of it. */
export interface WishFacts extends Outcome {
  view: SidebarView;
  search: string;
  codeFilter: string | null;
  /** How many cards *Everything* may show. */
  most: number;
  cardInView: { id: string } | null;
  /** For which annotation the page waits for words. */
  awaitedId: string | null;
}

export interface Facts {
  page: PageFacts;
  library: ArticleFacts;
  found: FoundFacts;
  shelf: ShelfFacts;
  wish: WishFacts;
  isReadOnly: boolean;
}

export const nothingKnown: Facts = {
  page: { tab: null, detection: null, metadata: null, article: null, placements: [], isAsked: false },
  library: {
    article: null,
    annotations: [],
    codes: [],
    recentCodeIds: [],
    settings: usualSettings,
    undo: null,
    redo: null,
    libraryCount: 0,
    isPaintHidden: false,
    siteRule: 'articles',
    sameText: null,
    changes: null,
    variables: [],
  },
  found: { shown: [], articles: new Map(), total: 0 },
  shelf: { codebook: null, trash: null },
  wish: {
    ...noOutcome,
    view: 'article',
    search: '',
    codeFilter: null,
    most: 100,
    cardInView: null,
    awaitedId: null,
  },
  isReadOnly: false,
};
