/** The article record: one identity with many addresses, its metadata, and the texts that it had when it was annotated. */

/** Where a metadata value was found, so that the reader can judge it. */
export type MetadataSource =
  | 'json-ld'
  | 'microdata'
  | 'meta'
  | 'heading'
  | 'credit-line'
  | 'time-element'
  | 'title-element'
  | 'address'
  | 'reader';

export interface MetadataValue<T> {
  value: T;
  from: MetadataSource;
  /** 0 to 1: how likely it is right. */
  confidence?: number;
  /** What else was found for the field, likeliest first; after a correction, what it was before too. */
  alternatives?: { value: T; from: MetadataSource; confidence?: number }[];
}

/** A date as precise as the page is, in ISO 8601. */
export type DateValue = MetadataValue<string> & { zoneAssumed: boolean };

/** A person and what they did for the article: 责任编辑：谷亚淋. */
export interface CreditValue {
  name: string;
  /** Such as `duty-editor`. */
  role: string;
}

/** Every field is absent (null) rather than guessed. Those that may be left out are younger than the first records. */
export interface Metadata {
  title: MetadataValue<string> | null;
  /** People, in the order of the page; never the outlet. */
  authors: MetadataValue<string[]> | null;
  /** The outlet that publishes the page. */
  outlet: MetadataValue<string> | null;
  /** The outlet that the page names as its source (来源). */
  source: MetadataValue<string> | null;
  /**
   * ISO 8601 as precise as the page is: `2024-01-10`, `2024-01-10T09:31+08:00`.
   * An offset stands only where the page gives one, or with `zoneAssumed`.
   */
  published: DateValue | null;
  /** BCP 47. */
  language: MetadataValue<string> | null;
  section: MetadataValue<string> | null;
  /** The short line above the headline. */
  kicker?: MetadataValue<string> | null;
  subtitle?: MetadataValue<string> | null;
  /** Everyone whom the page's credit lines name, with their part. */
  credits?: MetadataValue<CreditValue[]> | null;
  modified?: DateValue | null;
  /** The summary that stands before the text (核心提示). */
  lead?: MetadataValue<string> | null;
  /** As the page names it: an address or a phrase. */
  licence?: MetadataValue<string> | null;
}

/** One of several things that a page says of a field. */
export interface Alternative<T> extends MetadataValue<T> {
  /** 0 to 1: how likely the value is right. */
  confidence: number;
}

/** The likeliest of the values that a page gives. */
export interface FoundValue<T> extends Alternative<T> {
  /** What else the page says, likeliest first. */
  alternatives: Alternative<T>[];
}

export type CreditRole =
  | 'writer'
  | 'reporter'
  | 'correspondent'
  | 'photographer'
  | 'duty-editor'
  | 'editor'
  | 'reviewer'
  | 'proofreader'
  | 'producer';

/** A person and what they did for the article: 记者 苏展, 责任编辑：谷亚淋. */
export interface Credit {
  name: string;
  role: CreditRole;
}

export interface FoundDate extends FoundValue<string> {
  /** The page gave no offset; that of its country is written. */
  zoneAssumed: boolean;
}

/** All that a page says about its article; `Metadata` is the part of it that is kept. Every field is null rather than guessed. */
export interface FoundMetadata {
  /** The short line above the headline. */
  kicker: FoundValue<string> | null;
  title: FoundValue<string> | null;
  subtitle: FoundValue<string> | null;
  /** People, in the order of the page; an organisation only where the page names it as the author and nobody else. */
  authors: FoundValue<string[]> | null;
  /** Everyone whom the page's credit lines name, with their part. */
  credits: FoundValue<Credit[]> | null;
  outlet: FoundValue<string> | null;
  source: FoundValue<string> | null;
  section: FoundValue<string> | null;
  published: FoundDate | null;
  modified: FoundDate | null;
  language: FoundValue<string> | null;
  /** The summary that stands before the text (核心提示). */
  lead: FoundValue<string> | null;
  /** Each once, though the page may show it twice. */
  captions: FoundValue<string[]> | null;
  /** Whether everyone may read the whole text. */
  access: FoundValue<'free' | 'restricted'> | null;
  /** As the page names it: an address or a phrase. */
  licence: FoundValue<string> | null;
}

/** One article; its text lives in its own record, so that lists stay light. */
export interface Article {
  id: string;
  /** Cleaned addresses under which it was seen, the first one first. See `core/address.ts`. */
  addresses: string[];
  metadata: Metadata;
  /** The SHA-256 of the text at the first annotation; names a TextSnapshot. Null when the text was too large to keep. */
  snapshot: string | null;
  /** What the researcher has noted of it, by the id of a `Variable`; see `core/variable.ts`. */
  variables?: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  created: string;
  /** ISO 8601, UTC. */
  modified: string;
}

/** The article's normalised text at one moment, named by its own digest. */
export interface TextSnapshot {
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  sha256: string;
  /** LF only, no CR, no BOM, as `page/text/text-map.ts` reads it. */
  text: string;
  /** ISO 8601, UTC. */
  captured: string;
}
