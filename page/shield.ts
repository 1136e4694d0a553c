/** Keeps what the reader types in our toolbar from the page: its listeners on `window` would hear every key. */

/** What our own fields and shortcuts read of each kind of event; null: nobody reads it, so that no copy is sent on. */
const keyFields = [
  'key',
  'code',
  'repeat',
  'isComposing',
  'keyCode',
  'ctrlKey',
  'metaKey',
  'altKey',
  'shiftKey',
];
const inputFields = ['data', 'inputType', 'isComposing'];
const fieldsByType: Readonly<Record<string, readonly string[] | null>> = {
  keydown: keyFields,
  keypress: null,
  keyup: keyFields,
  beforeinput: null,
  input: inputFields,
  textInput: null,
  compositionstart: ['data'],
  compositionupdate: ['data'],
  compositionend: ['data'],
  paste: null,
  copy: null,
  cut: null,
};

export interface Shield {
  /** Events that reach `host` go on only inside `root`, a closed shadow root of that host. */
  guard(host: Element, root: ShadowRoot): void;
  /**
   * Hears each trusted key of the page before the page does, but not those typed inside a guarded host.
   * Return true to take the key: then neither the page nor the browser sees it.
   */
  onKey(listener: (event: KeyboardEvent) => boolean): () => void;
}

/**
 * Must be made at `document_start`: among capturing listeners on `window` the first to register hears first.
 * A real event is stopped there, and a copy that does not leave the shadow tree is sent on inside it.
 */
export function createShield(view: Window): Shield {
  // Weak: a single-page application makes a new host for each article.
  const guarded = new WeakMap<EventTarget, ShadowRoot>();
  const keyListeners = new Set<(event: KeyboardEvent) => boolean>();
  /** Codes of keys that were taken and are still down: their `keyup` is not the page's either. */
  const taken = new Set<string>();

  const hear = (event: Event) => {
    const root = event.target === null ? undefined : guarded.get(event.target);
    if (root !== undefined) {
      divert(event, root);
      return;
    }
    if (!(event instanceof KeyboardEvent) || !event.isTrusted) return;
    if (event.type === 'keyup' && taken.delete(event.code)) event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;
    taken.delete(event.code);
    for (const listener of keyListeners) {
      if (!listener(event)) continue;
      taken.add(event.code);
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  };

  for (const type of Object.keys(fieldsByType)) view.addEventListener(type, hear, true);

  return {
    guard(host, root) {
      guarded.set(host, root);
    },
    onKey(listener) {
      keyListeners.add(listener);
      return () => void keyListeners.delete(listener);
    },
  };
}

function divert(event: Event, root: ShadowRoot): void {
  event.stopImmediatePropagation();
  const fields = fieldsByType[event.type] ?? null;
  // Only a real event needs a copy: others were made by the page.
  if (!event.isTrusted || fields === null || root.activeElement === null) return;
  const copy = copyOf(event, fields);
  root.activeElement.dispatchEvent(copy);
  if (copy.defaultPrevented) event.preventDefault();
}

/** A plain event that stays in the shadow tree: Firefox lets every KeyboardEvent out, whatever `composed` says. */
function copyOf(event: Event, fields: readonly string[]): Event {
  const copy = new Event(event.type, { bubbles: true, cancelable: event.cancelable, composed: false });
  for (const field of fields) {
    Object.defineProperty(copy, field, { value: Reflect.get(event, field) });
  }
  return copy;
}
