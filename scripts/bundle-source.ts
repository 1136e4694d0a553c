/** Bundles a piece of the source as it lands in a page, to weigh it or to run it in a bare browser. */

import { join } from 'node:path';
import { build } from 'vite';
import { root } from './checks/run-command.ts';

const entry = 'virtual:entry';

/**
 * @param exported each file's path from the root, with the names that are wanted of it
 * @returns one minified script that puts all of them on `globalThis[name]`
 */
export async function bundleSource(
  name: string,
  exported: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const source = Object.entries(exported)
    .map(([path, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(join(root, path))};`)
    .join('\n');
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: { format: 'iife', name, extend: true },
      },
    },
  });
  const [output] = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (output === undefined || output.type !== 'chunk') throw new Error(`${name}: nothing was bundled`);
  return output.code;
}
