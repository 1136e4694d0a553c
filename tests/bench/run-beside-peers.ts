/** Runs a bench that needs what lies beside the project, or says why it does not. */

import { existsSync } from 'node:fs';
import { BenchPackagesMissing } from './bench-copy';

const { CI } = process.env;

interface BesidePeers {
  name: string;
  /** Folders that must be there. */
  needs: readonly string[];
  run(isQuick: boolean): Promise<void>;
}

/** A build machine has everything it needs, so there it is a failure. */
export async function runBesidePeers({ name, needs, run }: BesidePeers): Promise<void> {
  const skip = (why: string) => {
    print(`SKIPPED, ${name} bench: ${why}`);
    if (CI !== undefined) process.exitCode = 1;
  };
  if (!needs.every((folder) => existsSync(folder))) {
    skip(`it needs ${needs.join(' and ')}.`);
    return;
  }
  try {
    await run(process.argv.includes('--quick'));
  } catch (error) {
    if (!(error instanceof BenchPackagesMissing)) throw error;
    skip(error.message);
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
