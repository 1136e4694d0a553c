/** What other programs understand of our JSON-LD, without a network: jsonld by JavaScript, rdflib by Python. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import jsonld, { type Options } from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { annotationContext } from '../../../core/export/json-ld-terms';
import { anArchive, archives } from '../../builders';
import { pythonWith } from '../../python';
import { customerLibrary, hasCustomerPage } from './customer-library';
import { hasSchemas, w3cFolder } from './w3c-schemas';
import { plainOptions, writeAll } from './write-all';

const { CI } = process.env;
const contextFile = join(w3cFolder, 'context/anno.jsonld');

const documentLoader: Options.DocLoader['documentLoader'] = async (url) => {
  if (url !== annotationContext) throw new Error(`${url} is asked for`);
  return { documentUrl: url, document: JSON.parse(readFileSync(contextFile, 'utf8')) };
};

async function quadsOf(file: unknown): Promise<object[]> {
  const quads = await jsonld.toRDF(file as object, { documentLoader, safe: true } as Options.ToRdf);
  return quads as object[];
}

async function written(archive: Archive) {
  return JSON.parse(await writeAll(jsonLdExporter, archive, { ...plainOptions, coder: '编码员甲' }));
}

describe.skipIf(!hasSchemas)('jsonld in safe mode', () => {
  it('drops nothing of 200 random libraries', async () => {
    await fc.assert(
      fc.asyncProperty(archives, async (archive) => {
        const quads = await quadsOf(await written(archive));
        expect(quads.length).toBeGreaterThan(archive.annotations.length * 10);
      }),
      { numRuns: 200 },
    );
  });

  it('would tell of a key that no context declares', async () => {
    await expect(quadsOf({ ...(await written(anArchive())), undeclared: 1 })).rejects.toThrow();
  });
});

const python = pythonWith('rdflib');

const question = `
import json, sys, rdflib
given = json.load(sys.stdin)
file = given['file']
file['@context'][0] = given['context']['@context']
graph = rdflib.Graph().parse(data=json.dumps(file), format='json-ld')
rows = graph.query('''
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?exact ?start ?end ?code WHERE {
  ?annotation oa:hasTarget ?target ; oa:hasBody ?body .
  ?target oa:hasSelector ?quote , ?place .
  ?quote oa:exact ?exact .
  ?place oa:start ?start ; oa:end ?end .
  ?body oa:hasPurpose oa:tagging ; oa:hasSource ?concept .
  ?concept skos:prefLabel ?code .
} ORDER BY ?start ?code''')
print(json.dumps([[str(row.exact), int(row.start), int(row.end), str(row.code)] for row in rows]))
`;

describe.skipIf(!hasSchemas || !hasCustomerPage || (python === null && CI === undefined))('rdflib', () => {
  it("answers a SPARQL query for exact, start, end and code of the customer's example behind 𠮷 and 😀", async () => {
    const context = JSON.parse(readFileSync(contextFile, 'utf8'));
    const library = customerLibrary('𠮷野家😀\n');
    const { status, stdout, stderr } = spawnSync(python ?? 'python3', ['-c', question], {
      input: JSON.stringify({ file: await written(library), context }),
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const text = library.snapshots[0]?.text ?? '';
    const rows: [string, number, number, string][] = JSON.parse(stdout);
    expect(rows.map(([exact, , , code]) => [exact, code])).toEqual([
      ['1个《实施细则》', '1'],
      ['党委、党委政法委员会、政法单位', '3'],
      ['党委、党委政法委员会、政法单位', '党委政法委员会'],
      ['政治督察、协管协查、执法司法监督、专项工作督导', 'N'],
      ['政治督察、协管协查、执法司法监督、专项工作督导', '政治督察'],
    ]);
    for (const [exact, start, end] of rows) expect([...text].slice(start, end).join('')).toBe(exact);
  }, 60_000);
});
