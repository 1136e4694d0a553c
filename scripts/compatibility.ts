/** Writes docs/compatibility.md: which program has read which format, at what version, by which test of the last run. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCommand } from './checks/run-command.ts';
import { type Reading, readings } from './compatibility-readings.ts';

interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

function passedTests(): Set<string> {
  const passed = new Set<string>();
  for (const project of ['unit', 'e2e']) {
    const path = join(root, 'out', 'test-results', `${project}.json`);
    if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm test\` first`);
    const report: Report = JSON.parse(readFileSync(path, 'utf8'));
    for (const { name, assertionResults } of report.testResults) {
      for (const { fullName, status } of assertionResults) {
        if (status === 'passed') passed.add(`${name.replaceAll('\\', '/')} ${fullName}`);
      }
    }
  }
  return passed;
}

function versionOf({ version: [program, ...args] }: Reading): string {
  if (program === undefined) return '–';
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  const said = /(?<![\p{L}\d])\d+(?:\.\d+)*/u.exec(`${stdout} ${stderr}`)?.[0] ?? '–';
  return said.replace(libxmlNumber, (_, major, minor, micro) => [major, minor, micro].map(Number).join('.'));
}

/** As libxml says 2.9.14: 20914. */
const libxmlNumber = /^(\d+)(\d\d)(\d\d)$/u;

const passed = [...passedTests()];
const lines = readings.map((reading) => {
  const { format, program, survives, test } = reading;
  const isShown = passed.some((name) => name.includes(test.file) && name.endsWith(test.title));
  const shown = isShown ? `\`${test.file}\`` : 'not shown by the last run';
  return `| ${format} | ${program} | ${versionOf(reading)} | ${survives} | ${shown} |`;
});
const text = `# Which programs read what Pressmark writes

Made by \`npm run compatibility\` from the results of \`npm test\`: a row is only as good as its test. Programs that no test can
start (Excel, NVivo, MAXQDA, ATLAS.ti, Zotero) are not named.

| format | program | version | what comes through | shown by |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
const path = join('docs', 'compatibility.md');
writeFileSync(join(root, path), text);
const { isGood } = await runCommand('biome', ['format', '--write', path]);
process.stdout.write(readFileSync(join(root, path), 'utf8'));
process.exitCode = isGood ? 0 : 1;
