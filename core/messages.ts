/** The whole contract between scripts: who may ask what, and the schema each request is checked against. */

import * as v from 'valibot';
import type { Annotation, Selectors } from './annotation';
import type { Metadata } from './article';
import type { Detection } from './detection';
import type { PageClaim } from './identity/canonical';
import type { AnnotationDraft, AnnotationEdit, ArticleDraft, PageLibrary, ReadArticle } from './library';
import { metadataLimits as limits, mostAlternatives, mostNames } from './metadata-limits';
import type { LostReason, Placement } from './placement';
import { longestRequest } from './request-limit';

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
  remove(request: { commandId: string; id: string }): undefined;
  /** The reader has chosen other words for it, or the one place of several. */
  reattach(request: {
    commandId: string;
    id: string;
    selectors: Selectors;
    article: ArticleDraft;
  }): Annotation;
  /** Tells the sidebar where the annotations stand. */
  placed(request: { placements: Placement[] }): undefined;
  /** Opens the sidebar, with this annotation's card in view. */
  openSidebar(request: { id: string | null }): undefined;
  /** Brings the annotation's card into view where a sidebar is open. */
  focusCard(request: { id: string }): undefined;
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

const uuid = v.pipe(v.string(), v.uuid());
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
// What is not safe here would be refused later in the archive that it went into.
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const codeIds = v.pipe(v.array(uuid), v.maxLength(50));
const newCodes = v.pipe(v.array(text(500)), v.maxLength(50));
const note = text(100_000);

const from = v.picklist([
  'json-ld',
  'microdata',
  'meta',
  'heading',
  'credit-line',
  'time-element',
  'title-element',
  'address',
]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const alternatives = <T extends v.GenericSchema>(value: T) =>
  v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ value, from, confidence: v.exactOptional(share) })),
      v.maxLength(mostAlternatives),
    ),
  );
const found = <T extends v.GenericSchema>(value: T) =>
  v.nullable(
    v.strictObject({
      value,
      from,
      confidence: v.exactOptional(share),
      alternatives: alternatives(value),
    }),
  );

const date = v.nullable(
  v.strictObject({
    value: text(limits.published),
    from,
    confidence: v.exactOptional(share),
    zoneAssumed: v.boolean(),
    alternatives: alternatives(text(limits.published)),
  }),
);
const credit = v.strictObject({
  name: text(limits.credits),
  role: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/u)),
});

const names = <T extends v.GenericSchema>(name: T) => v.pipe(v.array(name), v.maxLength(mostNames));

const metadata = v.strictObject({
  title: found(text(limits.title)),
  authors: found(names(text(limits.authors))),
  outlet: found(text(limits.outlet)),
  source: found(text(limits.source)),
  published: date,
  language: found(text(limits.language)),
  section: found(text(limits.section)),
  kicker: v.exactOptional(found(text(limits.kicker))),
  subtitle: v.exactOptional(found(text(limits.subtitle))),
  credits: v.exactOptional(found(names(credit))),
  modified: v.exactOptional(date),
  lead: v.exactOptional(found(text(limits.lead))),
  licence: v.exactOptional(found(text(limits.licence))),
});

const selectors = v.strictObject({
  quote: v.strictObject({
    exact: v.pipe(v.string(), v.minLength(1), v.maxLength(100_000)),
    prefix: text(1_000),
    suffix: text(1_000),
  }),
  position: v.nullable(v.strictObject({ start: offset, end: offset })),
  range: v.nullable(
    v.strictObject({ startPath: text(4_000), startOffset: offset, endPath: text(4_000), endOffset: offset }),
  ),
  copies: v.exactOptional(offset),
});

const article = v.strictObject({ metadata, text: v.nullable(v.string()) });

const draft = v.strictObject({
  selectors,
  codeIds,
  newCodes,
  note,
  article,
});

const edit = v.strictObject({
  codeIds: v.optional(codeIds),
  newCodes: v.optional(newCodes),
  note: v.optional(note),
});

const grade = v.picklist(['exact', 'moved', 'changed', 'ambiguous', 'lost', 'pending']);
const words = text(100_000);
const context = text(100);
const candidate = v.strictObject({
  start: offset,
  end: offset,
  score: share,
  words,
  before: context,
  after: context,
});
const lostReason: v.GenericSchema<LostReason> = v.picklist(['removed', 'absent', 'unlike', 'unreadable']);
const placement = v.strictObject({
  id: uuid,
  grade,
  score: share,
  start: v.nullable(offset),
  end: v.nullable(offset),
  words: v.nullable(words),
  candidates: v.pipe(v.array(candidate), v.maxLength(20)),
  reason: v.nullable(lostReason),
});
const placements = v.pipe(v.array(placement), v.maxLength(20_000));
const reason = v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/u));
const detection = v.strictObject({
  isArticle: v.boolean(),
  probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(v.array(reason), v.maxLength(20)),
});

/** One schema for each request of a page; what has none is refused. */
const pageRequestSchemas = {
  detector: v.strictObject({}),
  detected: v.strictObject({ detection }),
  switchOff: v.strictObject({}),
  load: v.strictObject({}),
  keep: v.strictObject({ commandId: uuid, draft }),
  edit: v.strictObject({ commandId: uuid, id: uuid, edit }),
  remove: v.strictObject({ commandId: uuid, id: uuid }),
  reattach: v.strictObject({ commandId: uuid, id: uuid, selectors, article }),
  placed: v.strictObject({ placements }),
  openSidebar: v.strictObject({ id: v.nullable(uuid) }),
  focusCard: v.strictObject({ id: uuid }),
} as const satisfies Record<keyof PageRequests, v.GenericSchema>;

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
  if (lengthOf(request) > longestRequest) throw new RefusedRequestError('The request is too large.');
  const known = name as keyof PageRequests;
  const parsed = v.safeParse(pageRequestSchemas[known], request);
  if (parsed.success) {
    return { name: known, request: parsed.output } as PageRequest[keyof PageRequests];
  }
  const [issue] = parsed.issues;
  throw new RefusedRequestError(`${name}: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`);
}

const claimSchema = v.strictObject({
  canonical: text(4_000),
  fingerprint: v.pipe(v.array(offset), v.maxLength(64)),
});

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
