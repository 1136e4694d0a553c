/** Makes annotations of the selections in a REFI-QDA project, each held against the text that it is of. */

import type { Annotation, Target } from '../annotation';
import { codePointBorder } from '../characters';
import { writableXml } from '../codebook-file/xml-text';
import { joinNotes } from '../join-notes';
import type { RawProject, RawSelection, RawSource } from '../refi-qda/raw-project';
import { readTime } from '../refi-qda/read-time';
import type { ImportEnvironment, Imported } from './imported';
import { type Budget, type Claim, createMender, type Mender } from './mend-place';
import { namedId } from './named-id';
import type { ArticlePlace } from './qdpx-articles';

export interface AnnotationReader {
  /** One for each person who coded a selection. */
  read(source: RawSource, place: ArticlePlace): Promise<Annotation[]>;
}

interface AnnotationReaderOptions {
  project: RawProject;
  /** By the code's GUID. */
  idOfCode(guid: string): string | null;
  /** The text of a note that is a file. */
  textOf(path: string): string | null;
  environment: ImportEnvironment;
  imported: Pick<Imported, 'bad' | 'mended'>;
  /** Takes the ids of those of which the file tells no time. */
  undated: Set<string>;
  /** Takes the ids that are made here. */
  derived: Set<string>;
  budget: Budget;
}

/** UTF-16 units: longer than any newspaper article. */
const longestQuote = 100_000;

/** UTF-16 units before and after a quote. */
const context = 64;

/** Code points from which on a name may be only the first words: programs cut it at lengths of their own. */
const shortestCut = 20;

export function createAnnotationReader(options: AnnotationReaderOptions): AnnotationReader {
  const { project, idOfCode, environment, imported, undated, derived, budget } = options;
  const ids = new Set<string>();

  return {
    async read(source, place) {
      const mender = place.text === null ? null : createMender(place.text, budget);
      const targets = targetsOf(source, place, mender, imported);
      const annotations: Annotation[] = [];
      for (const [index, selection] of source.selections.entries()) {
        const target = targets[index] ?? null;
        if (target === null || target.quote.exact.length > longestQuote) {
          const why =
            target === null
              ? 'has neither words nor a place in the text'
              : `is longer than ${longestQuote} characters`;
          imported.bad.push({ where: selection.where, why });
          continue;
        }
        annotations.push(...(await annotationsOf(selection, target, place)));
      }
      return annotations;
    },
  };

  async function annotationsOf(selection: RawSelection, target: Target, place: ArticlePlace) {
    const note = noteOf(selection);
    const created = readTime(selection.created, readTime(project.created, environment.now));
    const byUser = Map.groupBy(selection.codings, ({ user }) => user ?? selection.user);
    if (byUser.size === 0) byUser.set(selection.user, []);
    const annotations: Annotation[] = [];
    for (const [user, codings] of byUser) {
      const creator = project.users.get(user ?? '') ?? '';
      const codeIds = new Set(codings.flatMap(({ code }) => idOfCode(code ?? '') ?? []));
      const own = project.isOwn && annotations.length === 0 ? selection.guid : null;
      const id = own ?? (await idFrom(target, place, [creator, ...[...codeIds].sort()]));
      if (readTime(selection.created, readTime(selection.modified, '')) === '') undated.add(id);
      annotations.push({
        id,
        articleId: place.articleId,
        target,
        codeIds: [...codeIds],
        note: annotations.length === 0 ? note : '',
        ...(creator !== '' && { creator }),
        created,
        modified: readTime(selection.modified, created),
        deleted: null,
      });
    }
    return annotations;
  }

  /** GUIDs are new at every export of some programs: text, place, person and codes tell one annotation from another. */
  async function idFrom({ quote, position }: Target, { digest }: ArticlePlace, rest: readonly string[]) {
    const where = position === null ? [quote.exact] : [String(position.start), String(position.end)];
    for (let number = 1; ; number += 1) {
      const id = await namedId(environment, 'annotation', digest, ...where, ...rest, String(number));
      if (ids.has(id)) continue;
      ids.add(id);
      derived.add(id);
      return id;
    }
  }

  function noteOf({ description, notes }: RawSelection): string {
    const texts = notes.flatMap((guid) => {
      const note = project.notes.get(guid);
      if (note === undefined) return [];
      note.isUsed = true;
      return [note.path === null ? note.text : (options.textOf(note.path) ?? note.text)];
    });
    return texts.every((text) => text === description) ? description : joinNotes([description, ...texts]);
  }
}

/** In the order of the selections; null for one of which nothing is known. */
function targetsOf(
  source: RawSource,
  place: ArticlePlace,
  mender: Mender | null,
  { mended }: Pick<Imported, 'mended'>,
): (Target | null)[] {
  const found = source.selections.map((selection) => {
    const claim = claimOf(selection);
    return claim === null || mender === null ? null : mender.place(claim);
  });
  // Where no name at all is what its text says, the program names selections otherwise.
  const areLabels = found.every((span) => span === null);
  return source.selections.map((selection, index): Target | null => {
    const { start, end, name, where } = selection;
    const isNamed = wordsOf(name) !== '';
    const claimed = start === null || end === null ? null : (mender?.claimed({ start, end }) ?? null);
    const span = found[index] ?? (areLabels || !isNamed ? claimed : null);
    const how = found[index]?.how ?? null;
    if (how !== null) mended.push({ where, how });
    const base = { source: place.address, range: null };
    if (span === null || mender === null) {
      if (!isNamed) return null;
      return { ...base, quote: { exact: name, prefix: '', suffix: '' }, position: null, snapshot: null };
    }
    const { text } = mender;
    const quote = {
      exact: text.slice(span.start, span.end),
      prefix: text.slice(codePointBorder(text, Math.max(0, span.start - context), 1), span.start),
      suffix: text.slice(span.end, codePointBorder(text, Math.min(text.length, span.end + context), -1)),
    };
    if (place.snapshot === null)
      return { ...base, quote: { ...quote, prefix: '', suffix: '' }, position: null, snapshot: null };
    return {
      ...base,
      quote,
      position: { start: span.start, end: span.end },
      snapshot: place.snapshot.sha256,
    };
  });
}

/** Null where the selection gives no offsets, or no words to hold against the text. */
function claimOf({ start, end, name }: RawSelection): Claim | null {
  const bare = name.replace(/(?:…|\.{3})\s*$/u, '').slice(0, 2_000);
  const words = wordsOf(bare);
  if (start === null || end === null || words === '') return null;
  const isCut = bare.length < name.length || [...bare].length >= shortestCut;
  return {
    start,
    end,
    isCut,
    isQuote(said) {
      // Blanks that a name lacks may be many, but not without end.
      const most = bare.length * 4 + 200;
      const spoken = wordsOf(said.slice(0, most));
      return isCut ? spoken.startsWith(words) : said.length <= most && spoken === words;
    },
    pattern: new RegExp(bare.trim().split(/\s+/u).map(escapePattern).join('\\s+'), 'gu'),
  };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** What of a text stands in a name too: no line breaks, no blanks that were counted otherwise, nothing that XML cannot hold. */
function wordsOf(text: string): string {
  return writableXml(text.toWellFormed()).replace(/\s+/gu, '');
}
