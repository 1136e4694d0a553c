/** Gathers the records of an archive one by one, and leaves out those with a fault and those that need them. */

import * as v from 'valibot';
import type { Annotation } from './annotation';
import {
  annotationSchema,
  articleSchema,
  codeSchema,
  faultOf,
  snapshotSchema,
  variableSchema,
} from './archive-schemas';
import type { Article, TextSnapshot } from './article';
import type { Code } from './code';
import type { Variable } from './variable';

/** A record that was left out, and why, in English. */
export interface BadRecord {
  /** Its place in the file, counted from 1: "annotation 3". */
  where: string;
  why: string;
}

export interface ArchiveRecords {
  articles: Article[];
  snapshots: TextSnapshot[];
  annotations: Annotation[];
  codes: Code[];
  variables: Variable[];
}

export interface RecordCollector {
  /** Each value is a record of that list or none at all. */
  take(list: keyof ArchiveRecords, value: unknown): void;
  /** For a record that cannot even be read; it counts as one. */
  fault(list: keyof ArchiveRecords, why: string): void;
  /** What is sound, in the order in which it came. */
  collect(): ArchiveRecords & { bad: BadRecord[] };
}

export function createRecordCollector(): RecordCollector {
  const articles = createList('article', articleSchema, ({ id }) => id);
  const snapshots = createList('snapshot', snapshotSchema, ({ sha256 }) => sha256);
  const codes = createList('code', codeSchema, ({ id }) => id);
  const variables = createList('variable', variableSchema, ({ id }) => id);
  const annotations = createList('annotation', annotationSchema, ({ id }) => id);
  const lists = { articles, snapshots, codes, variables, annotations };
  return {
    take: (list, value) => lists[list].take(value),
    fault: (list, why) => lists[list].fault(why),
    collect() {
      dropCodesWithoutParents(codes);
      for (const [id, { record, where }] of annotations.sound) {
        const why = missingFor(record, articles.sound, codes.sound);
        if (why === null) continue;
        annotations.sound.delete(id);
        annotations.bad.push({ where, why });
      }
      return {
        articles: articles.records(),
        snapshots: snapshots.records(),
        codes: codes.records(),
        variables: variables.records(),
        annotations: annotations.records(),
        bad: [articles, snapshots, codes, variables, annotations].flatMap(({ bad }) => bad),
      };
    },
  };
}

/** Sound records by id, each with its place in the file, in the file's order. */
type Numbered<T> = Map<string, { record: T; where: string }>;

interface RecordList<T> {
  sound: Numbered<T>;
  bad: BadRecord[];
  take(value: unknown): void;
  fault(why: string): void;
  records(): T[];
}

function createList<T>(
  kind: string,
  schema: v.GenericSchema<unknown, T>,
  keyOf: (record: T) => string,
): RecordList<T> {
  const sound: Numbered<T> = new Map();
  const bad: BadRecord[] = [];
  let count = 0;
  const next = () => {
    count += 1;
    return `${kind} ${count}`;
  };
  return {
    sound,
    bad,
    take(value) {
      const where = next();
      const result = v.safeParse(schema, value, { abortEarly: true });
      if (!result.success) {
        bad.push({ where, why: faultOf(result.issues) });
        return;
      }
      const key = keyOf(result.output);
      const twin = sound.get(key);
      if (twin === undefined) sound.set(key, { record: result.output, where });
      else bad.push({ where, why: `has the same id as ${twin.where}` });
    },
    fault(why) {
      bad.push({ where: next(), why });
    },
    records: () => Array.from(sound.values(), ({ record }) => record),
  };
}

/** Each code is looked at once, so a chain of many thousand levels costs no more than as many codes side by side. */
function dropCodesWithoutParents({ sound: codes, bad }: RecordList<Code>): void {
  const faults = new Map<string, string | null>();
  for (const start of codes.keys()) {
    const trail = new Set<string>();
    let id: string | null = start;
    let fault: string | null = null;
    while (id !== null) {
      const known = faults.get(id);
      if (known !== undefined) {
        fault = known;
        break;
      }
      const code = codes.get(id);
      if (code === undefined) fault = 'a code above it is missing';
      else if (trail.has(id)) fault = 'the codes above it form a circle';
      if (code === undefined || fault !== null) break;
      trail.add(id);
      id = code.record.parentId;
    }
    for (const member of trail) faults.set(member, fault);
  }
  for (const [id, { where }] of codes) {
    const why = faults.get(id) ?? null;
    if (why === null) continue;
    codes.delete(id);
    bad.push({ where, why });
  }
}

function missingFor(
  { articleId, codeIds }: Annotation,
  articles: Numbered<Article>,
  codes: Numbered<Code>,
): string | null {
  if (!articles.has(articleId)) return `its article ${articleId} is missing`;
  const codeId = codeIds.find((id) => !codes.has(id));
  return codeId === undefined ? null : `its code ${codeId} is missing`;
}
