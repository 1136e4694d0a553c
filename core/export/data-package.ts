/** `datapackage.json`, which tells other programs what the archive holds; valid by Frictionless Data Package 1.0 and 2.0. */

import { archiveTables } from './archive-tables';

/** @param created ISO 8601 UTC. @param files what the package holds beside its tables, by path from its root */
export function dataPackage(created: string, files: Readonly<Record<string, string>>): string {
  const descriptor = {
    profile: 'data-package',
    name: 'pressmark-archive',
    title: 'News annotations',
    created,
    resources: [
      ...archiveTables.map(tableResource),
      ...Object.entries(files).map(([path, mediatype]) => ({
        name: path.toLowerCase().replace(/[^-a-z0-9._]/gu, '-'),
        path,
        mediatype,
        encoding: 'utf-8',
      })),
    ],
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function tableResource({ name, title, columns, primaryKey, links }: (typeof archiveTables)[number]) {
  const foreignKeys = Object.entries(links).map(([fields, resource]) => ({
    fields,
    reference: { resource, fields: resource === 'codes' ? 'code_id' : fields },
  }));
  return {
    profile: 'tabular-data-resource',
    type: 'table',
    name,
    title,
    path: tablePath(name),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: column.type,
        ...(column.type === 'datetime' && { format: 'any' }),
        ...(column.description !== '' && { description: column.description }),
      })),
      missingValues: [''],
      primaryKey,
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

export function tablePath(name: string): string {
  return `data/${name}.csv`;
}
