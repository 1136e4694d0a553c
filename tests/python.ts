/** Finds the Python that has what a test asks of it: on many computers the first one in the path is not Debian's. */

import { spawnSync } from 'node:child_process';

/** The command; null where no Python has all of these modules. */
export function pythonWith(...modules: readonly string[]): string | null {
  const script = `import importlib.util as i, sys; sys.exit(not all(map(i.find_spec, ${JSON.stringify(modules)})))`;
  const found = ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', script]).status === 0,
  );
  return found ?? null;
}
