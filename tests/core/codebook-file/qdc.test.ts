/** The REFI-QDA codebook: valid by the format's own schema, and read back to the letter. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQdc, toQdc } from '../../../core/codebook-file/qdc';
import { anId } from '../../builders';
import { aFileCode, byPath, codebooks, withoutUnwritable } from './any-codebook';

const { CI } = process.env;
const folder = join(import.meta.dirname, '../../../../shared/schemas/refi-qda');
const schema = join(folder, 'Codebook.xsd');
const isThere = existsSync(schema) && spawnSync('xmllint', ['--version']).error === undefined;
/** Without them the run fails on the build machine, and these are skipped by name elsewhere. */
const canJudge = isThere || CI !== undefined;

function judge(qdc: string): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: qdc,
    encoding: 'utf8',
  });
  return status === 0 ? 'valid' : stderr;
}

const policy = [
  aFileCode(['3 主体'], { id: anId(), colour: 'blue', definition: '谁来做。', examples: [] }),
  aFileCode(['3 主体', '区委'], {
    id: anId(),
    colour: 'pink',
    definition: '<党委> & "领导"',
    examples: ['第一\n第二', ''],
  }),
  aFileCode(['N 制度'], { id: anId(), colour: 'grey', definition: '', examples: ['督导'] }),
  aFileCode(['N 制度', '区委'], { id: anId(), colour: 'teal', definition: '', examples: [] }),
];

describe.runIf(canJudge)('by the schema of REFI-QDA', () => {
  it('the codebook of a policy study is valid', () => {
    expect(judge(toQdc({ codes: policy }, anId))).toBe('valid');
  });

  it('any codebook is valid, with ids and colours or without', () => {
    fc.assert(
      fc.property(codebooks, fc.boolean(), (file, isBare) => {
        const bare = file.codes.map(({ path }) => aFileCode(path, { isApplied: false }));
        expect(judge(toQdc(isBare ? { codes: bare } : file, anId))).toBe('valid');
      }),
      { numRuns: 30 },
    );
  });

  it('the judge does refuse what is wrong', () => {
    expect(judge(toQdc({ codes: policy }, () => 'x').replace('isCodable="true"', ''))).toContain('isCodable');
  });
});

describe.runIf(existsSync(folder) || CI !== undefined)('codebooks of others', () => {
  it('the sample of the standard reads whole', () => {
    const { file, faults } = readQdc(readFileSync(join(folder, 'samples', 'hand-made.qdc'), 'utf8'));
    expect(faults).toEqual([]);
    expect(file.codes.length).toBeGreaterThan(1);
    expect(file.codes.every(({ id, examples }) => id !== null && examples === null)).toBe(true);
  });
});

describe('toQdc and readQdc', () => {
  it('give back names, tree, colours, definitions and examples, but for characters that XML cannot hold', () => {
    fc.assert(
      fc.property(codebooks, (file) => {
        const legal = withoutUnwritable(file);
        fc.pre(legal.codes.every(({ path }) => path.every((name) => name === name.trim() && name !== '')));
        fc.pre(
          new Set(legal.codes.map(({ path }) => path.join('/').normalize('NFKC').toLowerCase())).size ===
            legal.codes.length,
        );
        const read = readQdc(toQdc(file, anId));
        expect(read.faults).toEqual([]);
        expect(byPath(read.file)).toEqual(byPath(legal));
      }),
      { numRuns: 400 },
    );
  });

  it('call the second code of a name by its path, since QualCoder keeps one of each, and read it as it was', () => {
    const qdc = toQdc({ codes: policy }, anId);
    expect(qdc).toContain('name="N 制度/区委"');
    expect(readQdc(qdc).file).toEqual({ codes: policy });
  });

  it('show definition and examples as one text that people read', () => {
    const [code] = policy.slice(1);
    const qdc = toQdc({ codes: [{ ...(code ?? aFileCode([])), path: ['区委'] }] }, anId);
    expect(qdc).toContain(
      '<Description>&lt;党委&gt; &amp; &quot;领导&quot;\n\n例：\n• 第一\n  第二\n• </Description>',
    );
  });

  it('call a code that is never given and has codes under it a folder, and read it as any other', () => {
    const codes = [
      aFileCode(['a'], { id: anId(), isApplied: false }),
      aFileCode(['a', 'never'], { id: anId(), isApplied: false }),
      aFileCode(['b'], { id: anId(), isApplied: true }),
      aFileCode(['b', 'given'], { id: anId(), isApplied: true }),
      aFileCode(['c'], { id: anId() }),
      aFileCode(['c', 'unknown'], { id: anId() }),
    ];
    const qdc = toQdc({ codes }, anId);
    const written = Array.from(qdc.matchAll(/name="([^"]+)" isCodable="(\w+)"/gu), ([, ...found]) => found);
    expect(written).toEqual([
      ['a', 'false'],
      ['never', 'true'],
      ['b', 'true'],
      ['given', 'true'],
      ['c', 'true'],
      ['unknown', 'true'],
    ]);
    expect(readQdc(qdc)).toEqual(readQdc(qdc.replaceAll('isCodable="false"', 'isCodable="true"')));
    expect(readQdc(qdc).faults).toEqual([]);
  });

  it('write no codebook without codes: the format has none', () => {
    expect(() => toQdc({ codes: [] }, anId)).toThrow('there is no code to write');
  });
});

describe('readQdc', () => {
  const codebook = (inside: string, start = '<CodeBook>') => `${start}<Codes>${inside}</Codes></CodeBook>`;

  it('keeps what other programs do not say as unsaid', () => {
    const { file } = readQdc(
      codebook(
        '<q:Code guid="{9F1B1C6E-7C6B-4A55-9C0F-0A6A3C1D2E3F}" name=" 区委 " color="#F00"><q:Description>党</q:Description></q:Code>',
      ),
    );
    expect(file.codes).toEqual([
      aFileCode(['区委'], { id: '9f1b1c6e-7c6b-4a55-9c0f-0a6a3c1d2e3f', colour: 'pink', definition: '党' }),
    ]);
  });

  it('reads entities, character references, CDATA and comments, and no other entity', () => {
    const { file } = readQdc(
      codebook(
        '<!-- <Code/> --><Code name="a &#x1F600;&lt;"><Description>b<![CDATA[<&]]>c</Description></Code>',
      ),
    );
    expect(file.codes).toMatchObject([{ path: ['a 😀<'], definition: 'b<&c' }]);
    expect(() => readQdc(codebook('<Code name="&lol;"/>'))).toThrow(
      'line 1: "&lol;" stands for no character',
    );
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>', 'line 1: a document type is not read'],
    ['<CodeBook>\n<Codes>\n<Code name="a">', 'line 3: <Code> is never closed'],
    ['<CodeBook>\n<Codes></CodeBook>', 'line 2: a closing tag closes nothing'],
    ['<CodeBook>\n<Code name=a>', 'line 2: a tag is not well-formed'],
    ['<CodeBook><!-- ', 'line 1: a comment does not end'],
    ['<html></html>', '<html> is no <CodeBook>'],
  ])('refuses %j and says where', (text, why) => {
    expect(() => readQdc(text)).toThrow(why);
  });

  it('leaves out codes without a name with what stands under them, and says where', () => {
    const { file, faults } = readQdc(codebook('\n<Code name=" "><Code name="b"/></Code>\n<Code name="c"/>'));
    expect(file.codes.map(({ path }) => path)).toEqual([['c']]);
    expect(faults).toEqual([
      { where: 'line 2, code “ ”', why: 'has no name; it is left out with all codes under it' },
    ]);
  });

  it('reads a path mark in a name as a hyphen, and says so', () => {
    const { file, faults } = readQdc(codebook('<Code name="Income/Expense"/>'));
    expect(file.codes).toMatchObject([{ path: ['Income-Expense'] }]);
    expect(faults).toEqual([
      {
        where: 'line 1, code “Income/Expense”',
        why: 'has a mark of levels in its name; it is read as “Income-Expense”',
      },
    ]);
  });

  it('reads the second of two codes at one place as none, but what stands under it', () => {
    const { file, faults } = readQdc(codebook('<Code name="a"/><Code name="Ａ"><Code name="b"/></Code>'));
    expect(file.codes.map(({ path }) => path.join('/'))).toEqual(['a', 'a/b']);
    expect(faults.map(({ why }) => why)).toEqual(['stands twice in the codebook: Ａ']);
  });

  it('gives an id to the first code that has it only', () => {
    const id = anId();
    const { file, faults } = readQdc(codebook(`<Code guid="${id}" name="a"/><Code guid="${id}" name="b"/>`));
    expect(file.codes.map((code) => code.id)).toEqual([id, null]);
    expect(faults).toHaveLength(1);
  });
});
