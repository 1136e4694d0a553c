/** What other programs are shown to read, and the test that shows it. */

export interface Reading {
  format: string;
  program: string;
  /** A command that says its version; none for what is a package or a schema. */
  version: readonly string[];
  survives: string;
  test: {
    file: string;
    /** The end of its full name. */
    title: string;
  };
}

const python = (module: string) => [
  '/usr/bin/python3',
  '-c',
  `import ${module}; print(${module}.__version__)`,
];
const inPrograms = 'tests/core/export/tables-in-programs.test.ts';
const sameWords =
  'the workbook says the same words to openpyxl, pandas and LibreOffice: Chinese, blanks, line breaks, _x000D_';
const noFormula =
  'no cell of the workbook or of the file for Excel is a formula, from 300 hostile texts in four columns';

export const readings: readonly Reading[] = [
  {
    format: 'REFI-QDA project',
    program: 'xmllint with Project.xsd',
    version: ['xmllint', '--version'],
    survives: 'valid, for random libraries',
    test: { file: 'tests/core/export/qdpx-valid.test.ts', title: 'a project of any library is valid' },
  },
  {
    format: 'REFI-QDA codebook',
    program: 'xmllint with Codebook.xsd',
    version: ['xmllint', '--version'],
    survives: 'valid, for random codebooks',
    test: {
      file: 'tests/core/codebook-file/qdc.test.ts',
      title: 'any codebook is valid, with ids and colours or without',
    },
  },
  {
    format: 'Excel workbook',
    program: 'openpyxl',
    version: python('openpyxl'),
    survives: 'words, types, no formula',
    test: { file: inPrograms, title: sameWords },
  },
  {
    format: 'Excel workbook',
    program: 'pandas',
    version: python('pandas'),
    survives: 'words, types',
    test: { file: inPrograms, title: sameWords },
  },
  {
    format: 'Excel workbook',
    program: 'LibreOffice',
    version: ['soffice', '--version'],
    survives: 'words, no formula',
    test: { file: inPrograms, title: noFormula },
  },
  {
    format: 'CSV for Excel',
    program: 'LibreOffice',
    version: ['soffice', '--version'],
    survives: 'no formula from hostile texts',
    test: { file: inPrograms, title: noFormula },
  },
  {
    format: 'W3C Web Annotations',
    program: 'the W3C’s JSON schemas with ajv',
    version: [],
    survives: 'every MUST, for random libraries',
    test: { file: 'tests/core/export/json-ld-schemas.test.ts', title: 'hold for 200 random libraries' },
  },
  {
    format: 'W3C Web Annotations',
    program: 'jsonld, safe mode',
    version: [],
    survives: 'every key',
    test: {
      file: 'tests/core/export/json-ld-readers.test.ts',
      title: 'drops nothing of 200 random libraries',
    },
  },
  {
    format: 'W3C Web Annotations',
    program: 'rdflib',
    version: python('rdflib'),
    survives: 'quote, place and code, by SPARQL',
    test: {
      file: 'tests/core/export/json-ld-readers.test.ts',
      title:
        "answers a SPARQL query for exact, start, end and code of the customer's example behind 𠮷 and 😀",
    },
  },
  {
    format: 'RIS',
    program: 'bibutils',
    version: ['ris2xml', '-v'],
    survives: 'outlet, date, authors, language, address',
    test: {
      file: 'tests/core/export/ris.test.ts',
      title: 'keeps outlet, date, authors, language and address',
    },
  },
  {
    format: 'CSL-JSON',
    program: 'pandoc',
    version: ['pandoc', '--version'],
    survives: 'outlet, date, authors',
    test: {
      file: 'tests/core/export/csl-json.test.ts',
      title: 'CSL-JSON keeps outlet, date and authors',
    },
  },
  {
    format: 'BibLaTeX',
    program: 'pandoc',
    version: ['pandoc', '--version'],
    survives: 'outlet, date, authors',
    test: {
      file: 'tests/core/export/csl-json.test.ts',
      title: 'BibLaTeX keeps outlet, date and authors',
    },
  },
  {
    format: 'Markdown',
    program: 'PyYAML',
    version: python('yaml'),
    survives: 'front matter of a hundred hostile titles',
    test: {
      file: 'tests/core/export/markdown-exporter.test.ts',
      title: 'the front matter of a hundred hostile titles reads as it was',
    },
  },
  {
    format: 'Markdown',
    program: 'commonmark',
    version: [],
    survives: 'every quote, as text',
    test: {
      file: 'tests/core/export/markdown-exporter.test.ts',
      title: 'quotes every annotation of any library whole, and nothing in it comes alive',
    },
  },
  {
    format: 'Report (HTML)',
    program: 'Chromium',
    version: ['chromium', '--version'],
    survives: 'asks for nothing, runs nothing',
    test: {
      file: 'tests/e2e/html-report.test.ts',
      title: 'asks for nothing and runs nothing, whatever pages and readers have written into it',
    },
  },
  {
    format: 'Agreement figures',
    program: 'NLTK',
    version: python('nltk'),
    survives: 'alpha and kappa, to 6 digits',
    test: {
      file: 'tests/core/agreement/agreement.test.ts',
      title:
        'alpha and kappa are equal to 6 digits on 50 random data sets with missing values, plain and with MASI',
    },
  },
];
