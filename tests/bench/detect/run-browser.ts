/** Runs the bench's browser script over the chosen pages, in shards side by side. */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findBrowsers } from '../../../scripts/find-browsers.mjs';
import { savedPages } from './bench-folder';

export class BenchScriptFailed extends Error {
  override name = 'BenchScriptFailed';
}

/** Slow on pages that are no article, where they say little: they see every third of these. */
const heavy = 'readability,defuddle,proto';
/** How often each detector is asked again on a page. */
const repetitions = 2;

/**
 * @param folder the working copy; `chosen.txt` in it names the pages
 * @param adapters names of the bench's own, or paths
 * @param say gets each line that tells how far it is
 * @returns the files with the rows
 */
export function runBrowser(
  folder: string,
  adapters: readonly string[],
  shards: number,
  say: (line: string) => void,
): Promise<string[]> {
  return Promise.all(
    Array.from({ length: shards }, async (_, shard) => {
      const out = join(folder, `rows-${shard}.jsonl`);
      await runShard(
        folder,
        [
          ...['--adapters', adapters.join(','), '--only', `@${join(folder, 'chosen.txt')}`],
          ...['--heavy', heavy, '--heavy-nonarticle-every', '3', '--reps', String(repetitions)],
          ...['--shard', `${shard}/${shards}`, '--out', out],
        ],
        (line) => say(`  ${shard + 1} of ${shards}: ${line}`),
      );
      return out;
    }),
  );
}

function runShard(folder: string, args: readonly string[], onLine: (line: string) => void): Promise<void> {
  const { chromium } = findBrowsers();
  const env = {
    ...process.env,
    DETECT_DATA: savedPages,
    ...(chromium === null ? {} : { CHROMIUM: chromium }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(folder, 'run-browser.mjs'), ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint += part;
      for (const line of part.split('\n')) if (line.trim() !== '') onLine(line.trim());
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new BenchScriptFailed(`run-browser.mjs ended with ${code}:\n${complaint.slice(-2_000)}`));
    });
  });
}
