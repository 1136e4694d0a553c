/** The description of a table is a Table Schema, by the profiles of both versions of Frictionless Data. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { archiveSource } from '../../../core/export/archive-source';
import { tableSchema } from '../../../core/export/table-schema';
import { annotationTable } from '../../../core/export/tables';
import { anArchive, aVariable } from '../../builders';
import { someOptions } from './written';

const { CI } = process.env;
const folder = join(import.meta.dirname, '../../../../shared/schemas/frictionless');
const variables = [aVariable({ name: '年份', kind: 'number' }), aVariable({ name: '日期', kind: 'date' })];
const { columns } = annotationTable(archiveSource(anArchive({ variables })), someOptions);
const schema = tableSchema(columns, ['annotation_id']);

it('names the type of each column, of variables too', () => {
  const fields = new Map(schema.fields.map((field) => [field.name, field]));
  expect(schema.fields).toHaveLength(columns.length);
  expect(fields.get('start_cp')).toEqual({ name: 'start_cp', type: 'integer' });
  expect(fields.get('created')).toEqual({ name: 'created', type: 'datetime', format: 'any' });
  expect(fields.get('年份')).toEqual({ name: '年份', type: 'number' });
  expect(fields.get('日期')).toEqual({ name: '日期', type: 'date' });
  expect(schema.primaryKey).toEqual(['annotation_id']);
});

describe.runIf(existsSync(folder) || CI !== undefined)('by the profiles of Frictionless Data', () => {
  it.each(['1.0', '2.0'])('is valid in version %s', (version) => {
    const profile = JSON.parse(readFileSync(join(folder, version, 'tableschema.json'), 'utf8'));
    const isValid = new Ajv({ strict: false, validateFormats: false }).compile(profile);
    isValid(schema);
    expect(isValid.errors).toBe(null);
    expect(isValid({ fields: [{ name: 7 }] })).toBe(false);
  });
});
