/** The programs that tests have read what Pressmark exports; who merely starts it needs none of them. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What each is called by a person and by Debian. */
export const readers = {
  xmllint: { name: 'xmllint', packages: ['libxml2-utils'] },
  libreoffice: { name: 'LibreOffice Calc', packages: ['libreoffice-calc-nogui'] },
  pandoc: { name: 'pandoc', packages: ['pandoc'] },
  bibutils: { name: 'bibutils', packages: ['bibutils'] },
  pdftotext: { name: 'pdftotext', packages: ['poppler-utils'] },
  python: {
    name: 'Python with openpyxl, pandas, rdflib, nltk and yaml',
    packages: ['python3-openpyxl', 'python3-pandas', 'python3-rdflib', 'python3-nltk', 'python3-yaml'],
  },
};

const programs = {
  xmllint: 'xmllint',
  libreoffice: 'soffice',
  pandoc: 'pandoc',
  bibutils: 'ris2xml',
  pdftotext: 'pdftotext',
};

/**
 * Where they can be installed without a question: elsewhere the tests that need them are skipped by name.
 * @returns {string[]} names of `readers`
 */
export function missingReaders() {
  const isWanted = process.env.CI !== undefined || process.getuid?.() === 0;
  if (process.platform !== 'linux' || !isWanted || !existsSync('/usr/bin/apt-get')) return [];
  const missing = Object.entries(programs).filter(([, program]) => !isThere(program));
  return [...missing.map(([name]) => name), ...(hasPython() ? [] : ['python'])];
}

function isThere(program) {
  return spawnSync('which', [program]).status === 0;
}

/** Another Python may come first in the path; the tests look for the one that has all. */
function hasPython() {
  const script = 'import openpyxl, pandas, rdflib, nltk, yaml';
  return ['python3', '/usr/bin/python3'].some((python) => spawnSync(python, ['-c', script]).status === 0);
}
