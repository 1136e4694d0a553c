/** Compares what two people made of the same articles, and makes of it the files and the decided version that they ask for. */

import type { CodersChoice, Compared } from '../components/agreement/coders-model';
import { compareCoders } from '../core/agreement/compare-coders';
import { confusionOf } from '../core/agreement/confusion';
import { coderNames, deciderName, earlierDecisions, isOfAny } from '../core/agreement/deciding';
import { figureRows } from '../core/agreement/figures';
import type { Archive } from '../core/archive';
import { codeEntries } from '../core/code-entry';
import { judgementTable } from '../core/export/agreement-table';
import { writeDataCsv, writeExcelCsv } from '../core/export/csv-table';
import { figureTable } from '../core/export/figure-table';
import { exportFileName } from '../core/export/file-name';
import type { Table } from '../core/export/table';
import { mergeCoders } from '../core/merge-coders';
import { type Decisions, decidedArchive } from '../core/merge-coders-decided';
import type { CsvFlavour } from '../core/tables/table-csv';
import { translate } from '../platform/translate';
import { keepDecided } from '../store/coders';
import { sha256 } from '../store/digest';
import type { Store } from '../store/open-store';

interface NamedFile {
  name: string;
  blob: Blob;
}

export interface ComparedCoders {
  compared: Compared;
  /** What was decided before, by this page or in the library. */
  decisions: Decisions;
  /** Until the page closes, for when the same is compared again. */
  remember(decisions: Decisions): void;
  keep(store: Store, commandId: string, decisions: Decisions): Promise<unknown>;
  figures(flavour: CsvFlavour): Promise<NamedFile>;
  judgements(): Promise<NamedFile>;
}

/** By who, what and how: another choice does not lose what was decided under this one. */
const remembered = new Map<string, Decisions>();

/** @param given the names that the two go by, where they are told */
export async function compareTwo(
  [one, other]: readonly [Archive, Archive],
  [first = '', second = '']: readonly [string | undefined, string | undefined],
  { kind, codeIds }: CodersChoice,
): Promise<ComparedCoders> {
  const coders = coderNames([first, second], [translate('coders_first'), translate('coders_second')]);
  const merged = await mergeCoders(
    [
      { coder: coders[0], archive: one },
      { coder: coders[1], archive: other },
    ],
    { digest: sha256 },
  );
  const { archive, problems } = merged;
  const only = codeIds === null ? null : new Set(codeIds);
  const comparison = compareCoders(merged, kind, only);
  const { units, disagreements } = comparison;
  const made = archive.annotations.filter(
    ({ creator = '', deleted }) => deleted === null && coders.includes(creator),
  );
  const codes = codeEntries(archive.codes, made);
  const rows = figureRows(comparison, coders);
  const paths = new Map(codes.map(({ id, path }) => [id, path]));
  const pathOf = (id: string) => paths.get(id) ?? id;
  const creator = deciderName(coders);
  const earlier = archive.annotations.filter((annotation) => annotation.creator === creator);
  const key = JSON.stringify([coders, other.exported, kind, codeIds]);

  return {
    compared: {
      coders,
      comparison,
      rows,
      confusion: confusionOf(units, coders),
      problems,
      codes,
    },
    decisions: remembered.get(key) ?? earlierDecisions(disagreements, earlier, only),
    remember: (decisions) => void remembered.set(key, decisions),
    async keep(store, commandId, decisions) {
      const now = new Date(store.environment.now()).toISOString();
      const open = disagreements.map(({ unit }) => unit).filter(({ id }) => !decisions.has(id));
      return keepDecided(store, commandId, {
        archive: await decidedArchive(merged, comparison, decisions, { digest: sha256, now, creator }),
        creator,
        codeIds,
        isOpen: (annotation) => isOfAny(open, annotation),
      });
    },
    figures: (flavour) =>
      csvFile(translate('coders_agreement'), figureTable(rows, { kind, coders, pathOf }), flavour),
    judgements() {
      const texts = new Map(archive.snapshots.map(({ sha256: digest, text }) => [digest, text]));
      const digests = new Map(archive.articles.map(({ id, snapshot }) => [id, snapshot ?? '']));
      const textOf = (id: string) => texts.get(digests.get(id) ?? '') ?? null;
      return csvFile(translate('coders'), judgementTable(units, textOf, pathOf), 'data');
    },
  };
}

async function csvFile(stem: string, table: Table, flavour: CsvFlavour): Promise<NamedFile> {
  const parts: BlobPart[] = [];
  for await (const part of flavour === 'data' ? writeDataCsv(table) : writeExcelCsv(table))
    parts.push(typeof part === 'string' ? part : part.slice());
  return {
    name: exportFileName(`Pressmark ${stem} ${flavour}`, 'csv'),
    blob: new Blob(parts, { type: 'text/csv' }),
  };
}
