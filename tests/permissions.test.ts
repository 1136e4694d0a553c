/** Every permission has its sentence, and none is there that was not meant. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import config from '../wxt.config';

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
  host_permissions: string[];
}

async function manifestFor(browser: string): Promise<Permissions> {
  const { manifest } = config;
  if (typeof manifest !== 'function') throw new Error('the manifest is no function');
  const environment = { browser, mode: 'production', command: 'build', manifestVersion: 3 } as const;
  return (await manifest(environment)) as Permissions;
}

test.each([
  ['chrome', ['sidePanel'], ['downloads', 'offscreen']],
  ['firefox', [], ['downloads']],
])('%s asks for these permissions and no other, each with its reason', async (browser, own, optional) => {
  const manifest = await manifestFor(browser);
  expect(manifest.permissions).toEqual(['unlimitedStorage', 'scripting', 'contextMenus', ...own]);
  expect(manifest.optional_permissions).toEqual(optional);
  const reasons = readFileSync('docs/permissions.md', 'utf8');
  const rows = reasons.split('\n').filter((line) => line.startsWith('|'));
  const all = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.host_permissions];
  for (const permission of all) {
    expect(
      rows.filter((row) => row.split('|')[1]?.includes(`\`${permission}\``)),
      permission,
    ).toHaveLength(1);
  }
});
