/** Keeps what the reader types in our toolbar from the page: its listeners on `window` would hear every key. */

/** Copies carry no more than our own fields need. */
const copiers: Readonly<Record<string, (event: Event) => Event | null>> = {
  keydown: copyKey,
  keypress: () => null,
  keyup: copyKey,
  beforeinput: () => null,
  input: copyInput,
  textInput: () => null,
  compositionstart: copyComposition,
  compositionupdate: copyComposition,
  compositionend: copyComposition,
  paste: () => null,
  copy: () => null,
  cut: () => null,
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
  const guarded = new Map<EventTarget, ShadowRoot>();
  const keyListeners = new Set<(event: KeyboardEvent) => boolean>();

  const hear = (event: Event) => {
    const root = event.target === null ? undefined : guarded.get(event.target);
    if (root !== undefined) {
      divert(event, root);
      return;
    }
    if (event.type !== 'keydown' || !event.isTrusted) return;
    for (const listener of keyListeners) {
      if (!listener(event as KeyboardEvent)) continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
  };

  for (const type of Object.keys(copiers)) view.addEventListener(type, hear, true);

  return {
    guard(host, root) {
      guarded.set(host, root);
    },
    onKey(listener) {
      keyListeners.add(listener);
      return () => keyListeners.delete(listener);
    },
  };
}

function divert(event: Event, root: ShadowRoot): void {
  // A copy is heard here too if its target is the host itself; only real events need a copy.
  if (!event.isTrusted) {
    event.stopImmediatePropagation();
    return;
  }
  event.stopImmediatePropagation();
  const copy = copiers[event.type]?.(event) ?? null;
  if (copy === null || root.activeElement === null) return;
  root.activeElement.dispatchEvent(copy);
  if (copy.defaultPrevented) event.preventDefault();
}

const inside = { bubbles: true, cancelable: true, composed: false };

function copyKey(event: Event): Event {
  const { key, code, location, repeat, isComposing, keyCode } = event as KeyboardEvent;
  const { ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
  const modifiers = { ctrlKey, metaKey, altKey, shiftKey };
  // During a composition some browsers say so only by the key code 229.
  const composing = isComposing || keyCode === 229;
  return new KeyboardEvent(event.type, {
    ...inside,
    ...modifiers,
    key,
    code,
    location,
    repeat,
    isComposing: composing,
  });
}

function copyInput(event: Event): Event {
  const { data, inputType, isComposing } = event as InputEvent;
  return new InputEvent('input', { ...inside, cancelable: false, data, inputType, isComposing });
}

function copyComposition(event: Event): Event {
  return new CompositionEvent(event.type, { ...inside, data: (event as CompositionEvent).data });
}
