/** Asks the browser to keep the library when the disk runs low, and how much it takes. */

export interface BrowserStorage {
  /** In bytes; null where the browser does not tell. */
  usage: number | null;
  /** Whether the browser has promised not to clear it by itself. */
  isPersisted: boolean;
}

export async function browserStorage(): Promise<BrowserStorage> {
  const [estimate, isPersisted] = await Promise.all([
    navigator.storage.estimate().catch(() => ({ usage: undefined })),
    navigator.storage.persisted().catch(() => false),
  ]);
  return { usage: estimate.usage ?? null, isPersisted };
}

/** Only a page may ask, a worker may not. Never rejects. @returns whether the browser has promised it */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
