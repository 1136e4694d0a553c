/** Gathers what a foreign file says of annotations one by one, and makes a sound archive of it. */

import type { Annotation } from '../annotation';
import type { BadRecord } from '../archive';
import type { Article, MetadataSource } from '../article';
import { articleKey, earliestTime, type ForeignPage, foreignArticles } from './foreign-articles';
import { createForeignCodes } from './foreign-codes';
import { ForeignFileError } from './foreign-file-error';
import type { ImportEnvironment, Imported } from './imported';
import { namedId } from './named-id';

export interface ForeignAnnotation {
  /** Its place in the file, counted from 1: "annotation 3". */
  where: string;
  /** What the file calls it, or all that tells it from others; a UUID stays its id. */
  names: readonly string[];
  /** Of the page, as the file has it; null where the file has none and the title alone tells what it is of. */
  address: string | null;
  page: ForeignPage;
  exact: string;
  prefix?: string;
  suffix?: string;
  range?: Annotation['target']['range'];
  /** Codes from the top down, as the file's tags say them. */
  paths: readonly (readonly string[])[];
  note: string;
  creator?: string | null;
  /** As `utcTime` gives them. */
  created: string | null;
  modified?: string | null;
}

export interface ForeignLibrary {
  /** What cannot be an annotation of ours is left out and named. */
  add(annotation: ForeignAnnotation): void;
  leaveOut(where: string, why: string): void;
  /** @throws ForeignFileError where something was there and nothing of it could be taken */
  read(): Promise<Imported>;
}

/** `source` is null where an address is still to be made. */
type Kept = ForeignAnnotation & { key: string; source: string | null };

/** UTF-16 units: longer than any newspaper article. */
const longestQuote = 100_000;
/** Things left out that are named one by one; of more, the number is told. */
const mostTold = 10_000;

/** @param titlesFrom how the other program comes by titles */
export function createForeignLibrary(
  environment: ImportEnvironment,
  titlesFrom: MetadataSource,
): ForeignLibrary {
  const bad: BadRecord[] = [];
  let beyond = 0;
  const kept = new Map<string, Kept>();
  const leaveOut = (where: string, why: string) => {
    if (bad.length < mostTold) bad.push({ where, why });
    else beyond += 1;
  };

  return {
    leaveOut,
    add(annotation) {
      const { where, exact, names } = annotation;
      const key = articleKey(annotation);
      const name = JSON.stringify(names);
      const twin = kept.get(name);
      if (key === null) leaveOut(where, 'its page has no web address');
      else if (exact.trim() === '') leaveOut(where, 'has no quote');
      else if (exact.length > longestQuote) leaveOut(where, `is longer than ${longestQuote} characters`);
      else if (twin !== undefined) leaveOut(where, `has the same id as ${twin.where}`);
      else kept.set(name, { ...annotation, key, source: sourceOf(annotation) });
    },
    async read() {
      const given = [...kept.values()];
      const [first] = bad;
      if (given.length === 0 && first !== undefined) {
        const others = bad.length === 1 ? '' : ` (and ${bad.length + beyond - 1} more)`;
        throw new ForeignFileError('nothing-sound', first.where, first.why + others);
      }
      const time = earliestTime(given) ?? environment.now;
      const codes = createForeignCodes(environment, time, leaveOut);
      const { articles, mended } = await foreignArticles(given, environment, { time, titlesFrom });
      const annotations: Annotation[] = [];
      const undated = new Set<string>();
      for (const one of given) {
        const article = articles.get(one.key);
        if (article === undefined) continue;
        const annotation = await annotationOf(one, article, await codes.idsOf(one), environment, time);
        annotations.push(annotation);
        if (earliestTime([one]) === null) undated.add(annotation.id);
      }
      if (undated.size === given.length) {
        for (const { id } of [...articles.values(), ...codes.all()]) undated.add(id);
      }
      return {
        archive: {
          format: 'pressmark-archive',
          version: 1,
          exported: environment.now,
          articles: [...articles.values()],
          snapshots: [],
          annotations,
          codes: codes.all(),
          variables: [],
          ...(undated.size > 0 && { undated }),
        },
        bad: beyond === 0 ? bad : [...bad, { where: 'file', why: `${beyond} more are left out` }],
        mended,
      };
    },
  };
}

function sourceOf({ address }: ForeignAnnotation): string | null {
  return address === null ? null : new URL(address).href.replace(/:~:.*$/su, '').replace(/#$/u, '');
}

async function annotationOf(
  one: Kept,
  article: Article,
  codeIds: string[],
  environment: ImportEnvironment,
  time: string,
): Promise<Annotation> {
  const { exact, prefix = '', suffix = '', range = null, note, creator, names } = one;
  const source = one.source ?? article.addresses[0] ?? '';
  const quote = {
    exact: withLineFeeds(exact),
    prefix: withLineFeeds(prefix),
    suffix: withLineFeeds(suffix),
  };
  const created = one.created ?? one.modified ?? time;
  const modified = one.modified ?? created;
  return {
    id: uuidIn(names) ?? (await namedId(environment, 'annotation', ...names)),
    articleId: article.id,
    target: { source, quote, position: null, range, snapshot: null },
    codeIds,
    note: withLineFeeds(note),
    ...(creator === null || creator === undefined || creator === '' ? {} : { creator }),
    created,
    modified,
    deleted: null,
  };
}

/** As all our texts have them. */
function withLineFeeds(words: string): string {
  return words.replace(/\r\n?/gu, '\n');
}

function uuidIn([name = '', ...others]: readonly string[]): string | null {
  const uuid = /^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu.exec(name)?.[1];
  return uuid === undefined || others.length > 0 ? null : uuid.toLowerCase();
}

const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/iu;

/** A time of ISO 8601 as we keep times; one without a zone is read as UTC. Null for any other text. */
export function utcTime(written: unknown): string | null {
  const [, day, time = '00:00:00', zone = 'Z'] =
    isoTime.exec(typeof written === 'string' ? written.trim() : '') ?? [];
  if (day === undefined) return null;
  const moment = new Date(`${day}T${time}${zone.replace(/(\d\d)(\d\d)$/u, '$1:$2').toUpperCase()}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
