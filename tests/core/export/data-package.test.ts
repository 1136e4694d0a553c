/** The archive is a data package: by the profiles of Frictionless 1.0 and 2.0, with tables that hold what they say. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import { archiveZipExporter } from '../../../core/export/archive-zip';
import { openZip } from '../../../core/zip/read-zip';
import { anArchive, archives } from '../../builders';
import { codedText, options } from '../refi-qda/a-project';
import { soundArchive } from '../spoiled-archives';
import { bytesOf, textOf } from '../zip/written';

const { CI } = process.env;
const profiles = join(import.meta.dirname, '../../../../shared/schemas/frictionless');
const hasProfiles = existsSync(profiles) || CI !== undefined;
const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined || CI !== undefined;

async function zipOf(archive: Archive) {
  return openZip(
    await bytesOf(archiveZipExporter.write(archiveSource(archive, { hasTrash: true }), options)),
  );
}

interface Package {
  resources: {
    name: string;
    path: string;
    schema?: { fields: { name: string; type: string }[]; primaryKey: string[] };
  }[];
}

describe.runIf(hasProfiles)('datapackage.json', () => {
  it.each(['1.0', '2.0'])('is valid by the profile of version %s', async (version) => {
    const ajv = new Ajv({ strict: false, logger: false });
    addFormats(ajv);
    const isValid = ajv.compile(
      JSON.parse(readFileSync(join(profiles, version, 'datapackage.json'), 'utf8')),
    );
    for (const archive of [soundArchive(), anArchive()]) {
      const descriptor = JSON.parse(textOf((await zipOf(archive)).bytes('datapackage.json')));
      isValid(descriptor);
      expect(isValid.errors).toBe(null);
      delete descriptor.resources[0].path;
      expect(isValid(descriptor)).toBe(false);
    }
  });
});

describe('the tables', () => {
  it('stand where the descriptor says, with its columns, of its types, and no row twice, for any library', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const zip = await zipOf(archive);
        const { resources }: Package = JSON.parse(textOf(zip.bytes('datapackage.json')));
        for (const { path } of resources) expect(zip.names).toContain(path);
        for (const { path, schema } of resources) {
          if (schema === undefined) continue;
          const written = textOf(zip.bytes(path));
          expect(written.startsWith('\uFEFF')).toBe(false);
          const { data, meta, errors } = Papa.parse<Record<string, string>>(written, {
            header: true,
            newline: '\n',
            skipEmptyLines: true,
          });
          expect(errors).toEqual([]);
          expect(meta.fields).toEqual(schema.fields.map(({ name }) => name));
          for (const row of data) {
            for (const { name, type } of schema.fields) expect(isOfType(row[name] ?? '', type)).toBe(true);
          }
          const keys = data.map((row) => JSON.stringify(schema.primaryKey.map((name) => row[name])));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('count in code points, behind 𠮷 and 😀 too, and keep what a spreadsheet would run', async () => {
    const zip = await zipOf(codedText('𠮷野家😀=SUM(A1)，"是"\n的。', ['=SUM(A1)', '"是"\n的']));
    const { data } = Papa.parse<Record<string, string>>(textOf(zip.bytes('data/annotations.csv')), {
      header: true,
      newline: '\n',
      skipEmptyLines: true,
    });
    expect(data.map(({ quote, start_cp, end_cp }) => [quote, start_cp, end_cp])).toEqual([
      ['=SUM(A1)', '4', '12'],
      ['"是"\n的', '13', '18'],
    ]);
  });

  it.runIf(hasXmllint)('lie beside a codebook that is XML', async () => {
    const zip = await zipOf(soundArchive());
    const { status } = spawnSync('xmllint', ['--noout', '-'], { input: textOf(zip.bytes('codebook.qdc')) });
    expect(status).toBe(0);
  });
});

function isOfType(cell: string, type: string): boolean {
  if (cell === '') return true;
  if (type === 'integer') return /^\d+$/u.test(cell);
  if (type === 'datetime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u.test(cell);
  return type !== 'array' || Array.isArray(JSON.parse(cell));
}
