/** What a browser's processes take of the computer's memory at most while something runs; Linux alone tells it. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Bytes. */
export interface Peak {
  /** Of the extension's pages. */
  pages: number;
  /** Of all processes together, each at its own worst moment: also the one that holds the file until it is saved. */
  all: number;
}

/**
 * Starts to watch. @param profile the browser's own folder
 * @returns what came on top since then; null where the computer does not tell
 */
export function watchMemory(profile: string): () => Peak | null {
  const before = new Map(processesOf(profile).map((one) => [one.id, sizeOf(one.id, 'VmRSS')]));
  for (const id of before.keys()) forgetPeak(id);
  return () => {
    const processes = processesOf(profile);
    if (processes.length === 0) return null;
    const peak: Peak = { pages: 0, all: 0 };
    for (const { id, isOfExtension } of processes) {
      const more = sizeOf(id, 'VmHWM') - (before.get(id) ?? 0);
      peak.all += more;
      if (isOfExtension) peak.pages += more;
    }
    return peak;
  };
}

interface BrowserProcess {
  id: string;
  isOfExtension: boolean;
}

function processesOf(profile: string): BrowserProcess[] {
  const found = new Map<string, { parent: string; command: string }>();
  for (const id of entriesOf('/proc')) {
    const command = read(`/proc/${id}/cmdline`);
    const parent = /^PPid:\s*(\d+)$/mu.exec(read(`/proc/${id}/status`))?.[1];
    if (command !== '' && parent !== undefined) found.set(id, { parent, command });
  }
  const isOurs = (id: string): boolean => {
    const one = found.get(id);
    return one !== undefined && (one.command.includes(`--user-data-dir=${profile}`) || isOurs(one.parent));
  };
  return [...found]
    .filter(([id]) => isOurs(id))
    .map(([id, { command }]) => ({ id, isOfExtension: command.includes('--extension-process') }));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/u.test(name));
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function sizeOf(id: string, field: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes = '0'] =
    new RegExp(`^${field}:\\s*(\\d+) kB$`, 'mu').exec(read(`/proc/${id}/status`)) ?? [];
  return Number(kilobytes) * 1024;
}

/** https://www.kernel.org/doc/html/latest/filesystems/proc.html: 5 starts the peak anew. */
function forgetPeak(id: string): void {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, '5');
  } catch {
    // It has just ended.
  }
}
