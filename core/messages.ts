/** The whole contract between scripts: who may ask what; `message-schemas.ts` says how each request must look. */

import * as v from 'valibot';
import type { Known, PageText, Placed } from './anchoring/place-quotes';
import type { Annotation, Selectors } from './annotation';
import type { Metadata } from './article';
import type { Detection } from './detection';
import type { PageClaim } from './identity/canonical';
import type {
  AnnotationDraft,
  AnnotationEdit,
  ArticleDraft,
  MergeDraft,
  PageLibrary,
  ReadArticle,
} from './library';
import { claimSchema, pageRequestSchemas } from './message-schemas';
import type { Placement } from './placement';
import { longestRequest, longestText } from './request-limit';
import type { Step } from './step';

/**
 * What a script in a news page may ask of the background. The tab and the address come from the sender, never from here.
 * `commandId` is a UUID made by the page: asking again with the same one does the work once.
 */
export interface PageRequests {
  /** Puts the detector into the page. Answers when it is there. */
  detector(request: Record<never, never>): undefined;
  /**
   * Answers whether the page is to be annotated: an article, a page with annotations, or any page of a site where the reader
   * wants it; `isOff` where the reader wants it on none.
   */
  detected(request: { detection: Detection }): { annotate: boolean; isOff: boolean };
  /** The reader wants nothing of us on this site any more. */
  switchOff(request: Record<never, never>): undefined;
  load(request: Record<never, never>): PageLibrary;
  keep(request: { commandId: string; draft: AnnotationDraft }): Annotation;
  edit(request: { commandId: string; id: string; edit: AnnotationEdit }): Annotation;
  /** Keeps each as an annotation of its own, all in one step: every occurrence of a phrase. In the order of the drafts. */
  keepAll(request: {
    commandId: string;
    drafts: Omit<AnnotationDraft, 'article'>[];
    article: ArticleDraft;
  }): Annotation[];
  remove(request: { commandId: string; id: string }): undefined;
  /** The first one of `ids` stands for all of them from now on, with their codes and notes; the others go to the trash. */
  mergeAnnotations(request: { commandId: string; ids: string[]; draft: MergeDraft }): Annotation;
  /** The reader has chosen other words for it, or the one place of several. */
  reattach(request: {
    commandId: string;
    id: string;
    selectors: Selectors;
    article: ArticleDraft;
    /** Whether the reader has only moved an end of the words: names the step, and nothing else. */
    isAdjusted?: boolean;
  }): Annotation;
  /** Takes back the newest step, as long as it was done to this page's article alone. */
  undo(request: { commandId: string }): PageStep;
  /** Does the step again that was undone last, as long as it was done to this page's article alone. */
  redo(request: { commandId: string }): PageStep;
  /** Tells the sidebar where the annotations stand. */
  placed(request: { placements: Placement[] }): undefined;
  /** Does `placeQuotes` away from the page's thread: its text is looked through, and not kept. One at a time for each tab. */
  match(request: { records: Known[]; page: PageText }): Placed[];
  /** Opens the sidebar, with this annotation's card in view. */
  openSidebar(request: { id: string | null }): undefined;
  /** Brings the annotation's card into view where a sidebar is open. */
  focusCard(request: { id: string }): undefined;
}

/** What a page has undone or redone; `none` where there was nothing, `elsewhere` where it was not this page's. */
export type PageStep = Step | 'none' | 'elsewhere';

/** One place where an article says a phrase. Offsets count as in the placements. */
export interface Occurrence {
  start: number;
  end: number;
  words: string;
  /** Some words of the text before and after. */
  before: string;
  after: string;
  /** Whether an annotation stands on these very words already. */
  isKept: boolean;
}

/** What the background and the sidebar may ask of a page. */
export interface TabRequests {
  /** The tab's address changed without a load. */
  addressChanged(request: Record<never, never>): undefined;
  /** The reader has chosen anew where on this site they want to be asked. */
  judgeAgain(request: Record<never, never>): undefined;
  /** The reader asks for it, whatever the detector says. */
  annotate(request: Record<never, never>): undefined;
  /** Something was written: read again. */
  changed(request: Record<never, never>): undefined;
  /** Scroll to the annotation and flash it. */
  reveal(request: { id: string }): undefined;
  placements(request: Record<never, never>): Placement[];
  /**
   * Scroll to one of the places that an annotation may have, and flash it. Offsets count as in the placements.
   * False where the page says other words there by now.
   */
  revealPlace(request: { start: number; end: number }): boolean;
  /** The reader has decided: this place of its candidates is the annotation's. False where it is none by now. */
  choosePlace(request: { id: string; start: number; end: number }): boolean;
  /** Let the reader select the words that the annotation belongs to. Answers when that has ended: whether it was attached. */
  awaitPlace(request: { id: string }): boolean;
  stopAwaiting(request: Record<never, never>): undefined;
  /** Where the article says a phrase, whatever of it is kept; in the order of the text. */
  occurrences(request: { phrase: string }): Occurrence[];
  /** Keeps these occurrences with these codes, in one step. How many were kept: the page may say something else by now. */
  keepOccurrences(request: {
    places: readonly Pick<Occurrence, 'start' | 'end'>[];
    codeIds: string[];
    newCodes: string[];
  }): number;
  /** What the page says of itself; null where it is not annotated. */
  metadata(request: Record<never, never>): Metadata | null;
  /** The article as the page says it now; null where it is not annotated. */
  article(request: Record<never, never>): ReadArticle | null;
  detection(request: Record<never, never>): Detection;
  /** Whose card the reader last asked for on this page, told once; null when no sidebar has to hear of it any more. */
  focused(request: Record<never, never>): string | null;
}

/** What reaches the sidebar of a tab. */
export interface SidebarNotices {
  placed(notice: { tabId: number; placements: Placement[] }): undefined;
  focusCard(notice: { tabId: number; id: string }): undefined;
}

/** A request that is not taken: who asked, what for, or how it was written is not right. */
export class RefusedRequestError extends Error {
  override name = 'RefusedRequestError';
}

type PageRequest = { [K in keyof PageRequests]: { name: K; request: Parameters<PageRequests[K]>[0] } };

/**
 * Checks what a page asks.
 * @throws RefusedRequestError that names the place of the fault
 */
export function checkPageRequest(name: string, request: unknown): PageRequest[keyof PageRequests] {
  if (!Object.hasOwn(pageRequestSchemas, name)) throw new RefusedRequestError('No such request.');
  if (lengthOf(request) > (name === 'match' ? longestText : longestRequest))
    throw new RefusedRequestError('The request is too large.');
  const known = name as keyof PageRequests;
  const parsed = v.safeParse(pageRequestSchemas[known], request);
  if (parsed.success) {
    return { name: known, request: parsed.output } as PageRequest[keyof PageRequests];
  }
  const [issue] = parsed.issues;
  throw new RefusedRequestError(`${name}: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
}

/** Checks what a page says of itself beyond its address. @throws RefusedRequestError that names the place of the fault */
export function checkPageClaim(claim: unknown): PageClaim {
  const parsed = v.safeParse(claimSchema, claim);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new RefusedRequestError(`claim: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
}

/** Firefox hands on whatever can be cloned: circles and big integers, which JSON has no form for. */
function lengthOf(request: unknown): number {
  try {
    return (JSON.stringify(request) ?? '').length;
  } catch {
    throw new RefusedRequestError('The request is not JSON.');
  }
}
