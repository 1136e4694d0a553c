/** Gathers what a foreign file says of annotations one by one, and makes a sound archive of it. */

import { cleanAddress } from '../address';
import type { Annotation } from '../annotation';
import type { BadRecord } from '../archive';
import type { Article, Metadata, MetadataSource } from '../article';
import { addressKey } from '../identity/address-key';
import { createForeignCodes } from './foreign-codes';
import { ForeignFileError } from './foreign-file-error';
import type { ImportEnvironment, Imported } from './imported';
import { namedId } from './named-id';

export interface ForeignAnnotation {
  /** Its place in the file, counted from 1: "annotation 3". */
  where: string;
  /** What the file calls it, or all that tells it from others; a UUID stays its id. */
  names: readonly string[];
  /** Of the page, as the file has it. */
  address: string;
  page: {
    title: string | null;
    authors?: readonly string[];
    /** Other addresses that open it; those that are none of the web are passed over. */
    addresses?: readonly string[];
  };
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

type Kept = ForeignAnnotation & { key: string; source: string };

/** @param titlesFrom how the other program comes by titles */
export function createForeignLibrary(
  environment: ImportEnvironment,
  titlesFrom: MetadataSource,
): ForeignLibrary {
  const bad: BadRecord[] = [];
  const kept = new Map<string, Kept>();
  const leaveOut = (where: string, why: string) => {
    bad.push({ where, why });
  };

  return {
    leaveOut,
    add(annotation) {
      const { where, address, exact, names } = annotation;
      const cleaned = cleanAddress(address);
      const name = JSON.stringify(names);
      const twin = kept.get(name);
      if (cleaned === null) leaveOut(where, 'its page has no web address');
      else if (exact.trim() === '') leaveOut(where, 'has no quote');
      else if (twin !== undefined) leaveOut(where, `has the same id as ${twin.where}`);
      else {
        const source = new URL(address).href.replace(/:~:.*$/su, '').replace(/#$/u, '');
        kept.set(name, { ...annotation, key: addressKey(cleaned), source });
      }
    },
    async read() {
      const given = [...kept.values()];
      const [first] = bad;
      if (given.length === 0 && first !== undefined) {
        const others = bad.length === 1 ? '' : ` (and ${bad.length - 1} more)`;
        throw new ForeignFileError('nothing-sound', first.where, first.why + others);
      }
      const time = earliestTime(given) ?? environment.now;
      const codes = createForeignCodes(environment, time, leaveOut);
      const articles = await articlesOf(given, environment, time, titlesFrom);
      const annotations: Annotation[] = [];
      for (const one of given) {
        const articleId = articles.get(one.key)?.id ?? '';
        annotations.push(await annotationOf(one, articleId, await codes.idsOf(one), environment, time));
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
        },
        bad,
        mended: [],
      };
    },
  };
}

async function annotationOf(
  one: Kept,
  articleId: string,
  codeIds: string[],
  environment: ImportEnvironment,
  time: string,
): Promise<Annotation> {
  const { exact, prefix = '', suffix = '', range = null, note, creator, source, names } = one;
  const created = one.created ?? one.modified ?? time;
  const modified = one.modified ?? created;
  return {
    id: uuidIn(names) ?? (await namedId(environment, 'annotation', ...names)),
    articleId,
    target: { source, quote: { exact, prefix, suffix }, position: null, range, snapshot: null },
    codeIds,
    note: note.replace(/\r\n?/gu, '\n'),
    ...(creator === null || creator === undefined || creator === '' ? {} : { creator }),
    created,
    modified,
    deleted: null,
  };
}

function uuidIn([name = '', ...others]: readonly string[]): string | null {
  const uuid = /^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/iu.exec(name)?.[1];
  return uuid === undefined || others.length > 0 ? null : uuid.toLowerCase();
}

/** By what the addresses of one article share; each knows all addresses that the file has of it. */
async function articlesOf(
  given: readonly Kept[],
  environment: ImportEnvironment,
  time: string,
  titlesFrom: MetadataSource,
): Promise<Map<string, Article>> {
  const articles = new Map<string, Article>();
  for (const [key, members] of Map.groupBy(given, (one) => one.key)) {
    const since = earliestTime(members) ?? time;
    const addresses = members
      .map(({ address }) => cleanAddress(address))
      .filter((address) => address !== null);
    const page = members.map((one) => one.page);
    articles.set(key, {
      id: await namedId(environment, 'article', key),
      addresses: [...new Set(addresses)],
      metadata: metadataOf(page, titlesFrom),
      snapshot: null,
      created: since,
      modified: since,
    });
  }
  return articles;
}

/** What has no time of its own is as old as the oldest of the file, so that reading it again never overwrites later work. */
function earliestTime(given: readonly Kept[]): string | null {
  const times = given
    .map(({ created, modified }) => created ?? modified ?? null)
    .filter((time) => time !== null);
  return times.reduce<string | null>((first, time) => (first === null || time < first ? time : first), null);
}

function metadataOf(pages: readonly ForeignAnnotation['page'][], from: MetadataSource): Metadata {
  const title = pages.find((page) => (page.title ?? '').trim() !== '')?.title?.trim() ?? null;
  const authors = pages.find((page) => (page.authors ?? []).length > 0)?.authors ?? null;
  return {
    title: title === null ? null : { value: title, from },
    authors: authors === null ? null : { value: [...authors], from },
    outlet: null,
    source: null,
    published: null,
    language: null,
    section: null,
  };
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
