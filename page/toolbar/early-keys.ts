/** Hears keys before the page does, so that a site's own shortcuts do not run on a key that was meant for the toolbar. */

export interface EarlyKeys {
  /**
   * Hears each trusted key that is pressed in the page.
   * Return true to take the key: then neither the page nor the browser sees it.
   * @returns ends the listening
   */
  onKey(listener: (event: KeyboardEvent) => boolean): () => void;
}

/** Must be made at `document_start`: among capturing listeners on `window` the first to register hears first. */
export function createEarlyKeys(view: Window): EarlyKeys {
  const listeners = new Set<(event: KeyboardEvent) => boolean>();
  /** Codes of keys that were taken and are still down: their `keyup` is not the page's either. */
  const taken = new Set<string>();

  const down = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    taken.delete(event.code);
    for (const listener of listeners) {
      if (!listener(event)) continue;
      taken.add(event.code);
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  };
  const up = (event: KeyboardEvent) => {
    if (event.isTrusted && taken.delete(event.code)) event.stopImmediatePropagation();
  };
  view.addEventListener('keydown', down, true);
  view.addEventListener('keyup', up, true);

  return {
    onKey(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
