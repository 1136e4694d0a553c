/** Runs one of the bench's scripts in the working copy. */

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from '../../../scripts/find-browsers.mjs';

export class BenchScriptFailed extends Error {
  override name = 'BenchScriptFailed';
}

/**
 * @param folder the working copy; the script's output files are named relative to it
 * @param onLine gets each line that it prints
 * @returns all it printed; throws BenchScriptFailed when it ended badly
 */
export function runScript(
  folder: string,
  script: string,
  args: readonly string[],
  onLine: (line: string) => void = () => undefined,
): Promise<string> {
  const { chromium } = findBrowsers();
  const browser = chromium === null ? [] : ['--chromium', chromium];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, script), ...args, ...browser], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let complaint = '';
    let line = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
      const lines = (line + part).split('\n');
      line = lines.pop() ?? '';
      for (const whole of lines) onLine(whole);
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new BenchScriptFailed(`${script} ended with ${code}:\n${complaint.slice(-2_000)}`));
    });
  });
}

/** The rows that a script wrote, one JSON a line or one array. */
export function readRows<Row>(folder: string, file: string): Row[] {
  const text = readFileSync(join(folder, file), 'utf8').trim();
  if (text.startsWith('[')) return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Row => JSON.parse(line));
}
