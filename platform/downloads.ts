/** Saves backups into the downloads folder without a question, as long as the reader allows it. */

import { browser } from 'wxt/browser';
import { BackupNotSavedError } from '../core/backup';
import { objectAddress } from './object-address';

/** Optional: asked when the reader switches backups on. Firefox needs no hidden page. */
const permissions = { permissions: ['downloads', ...(import.meta.env.FIREFOX ? [] : ['offscreen'])] };

const folder = 'Pressmark';

export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(permissions as never);
}

/** Must be called in the same turn as the person's act. @returns whether it is allowed */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request(permissions as never);
}

/**
 * Resolves once the file is on disk; a name that is taken gets a number.
 * @throws BackupNotSavedError
 */
export async function saveBackup({ name, content }: { name: string; content: Blob }): Promise<void> {
  if (!(await mayDownload())) throw new BackupNotSavedError('permission', 'downloads are not allowed');
  const address = await objectAddress(content);
  try {
    await download(address.url, `${folder}/${name}`);
  } catch (error) {
    throw new BackupNotSavedError('not-saved', error instanceof Error ? error.message : String(error));
  } finally {
    await address.revoke();
  }
}

async function download(url: string, filename: string): Promise<void> {
  const { downloads } = browser;
  let started: number | null = null;
  let settle: () => void = () => {};
  const look = ({ id }: { id: number }) => {
    if (id === started) settle();
  };
  downloads.onChanged.addListener(look);
  try {
    started = await downloads.download({ url, filename, saveAs: false, conflictAction: 'uniquify' });
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const [item] = await downloads.search({ id: started });
      if (item?.state === 'complete') return;
      if (item === undefined || item.state === 'interrupted') throw new Error(item?.error ?? 'it is gone');
      await changed;
    }
  } finally {
    downloads.onChanged.removeListener(look);
  }
}
