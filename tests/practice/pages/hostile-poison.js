/**
 * The hostile page, first of three: keeps what is learned, and poisons prototypes and names before anything else runs.
 * Nothing is sent anywhere. The page itself goes on working: a poisoned method writes down what passes and then does
 * what the real one did.
 */
(() => {
  'use strict';

  // The real things, taken before they are poisoned or clobbered.
  const real = {
    stringify: JSON.stringify,
    define: Object.defineProperty,
    apply: Reflect.apply,
    listen: EventTarget.prototype.addEventListener,
    dispatch: EventTarget.prototype.dispatchEvent,
    select: Document.prototype.querySelectorAll,
    body: Object.getOwnPropertyDescriptor(Document.prototype, 'body').get,
    text: Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get,
    shadowRoot: Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot').get,
    getSelection: Window.prototype.getSelection ?? window.getSelection,
    highlights: window.CSS?.highlights,
    push: Array.prototype.push,
    slice: Array.prototype.slice,
    composedPath: Event.prototype.composedPath,
    runtime: window.chrome?.runtime ?? window.browser?.runtime,
  };
  const root = document.documentElement;
  const bodyOf = () => real.apply(real.body, document, []);

  // -- What was learned: each thing once, in the order in which it came.
  const learned = new Map();
  function channel(name) {
    const entries = [];
    const known = new Set();
    learned.set(name, entries);
    return (entry) => {
      const words = String(entry).slice(0, 4000);
      if (known.has(words)) return;
      known.add(words);
      real.apply(real.push, entries, [words]);
    };
  }
  const noteRoot = channel('shadowRoots');
  const notePoison = channel('poisoned');
  const noteRuntime = channel('runtime');
  const noteFailure = channel('failures');
  const counts = { attacks: 0, events: 0, messages: 0, foreign: 0 };

  /** Any value in words; never throws. */
  function words(value) {
    try {
      if (value instanceof Node) return `<${value.nodeName}> ${real.apply(real.text, value, []) ?? ''}`;
      return typeof value === 'object' && value !== null
        ? real.apply(real.stringify, JSON, [value])
        : String(value);
    } catch (error) {
      return `unreadable: ${error}`;
    }
  }

  /** Attacks are tried one by one: what a browser refuses is written down and the next one begins. */
  function attempt(name, attack) {
    try {
      return attack();
    } catch (error) {
      noteFailure(`${name}: ${error}`);
    }
  }

  // -- Poisoned prototypes.
  const poisonedNames = [
    'note',
    'type',
    'codeIds',
    'newCodes',
    'exact',
    'quote',
    'body',
    'selectors',
    'commandId',
    'draft',
  ];
  for (const name of [...poisonedNames, 'then']) {
    attempt(`Object.prototype.${name}`, () =>
      real.define(Object.prototype, name, {
        configurable: true,
        enumerable: false,
        get() {
          // A `then` that answers would stop every promise of the page.
          return name === 'then' ? undefined : `forged ${name}`;
        },
        set(value) {
          notePoison(`set ${name}: ${words(value)}`);
          real.define(this, name, { value, configurable: true, enumerable: true, writable: true });
        },
      }),
    );
  }

  /** Replaces a method by one that writes down what it is given and then does the same. */
  function tap(owner, ownerName, name, record) {
    attempt(`${ownerName}.${name}`, () => {
      const method = owner[name];
      owner[name] = function (...given) {
        const result = real.apply(method, this, given);
        record(this, given, result);
        return result;
      };
    });
  }
  const strings = (list) =>
    real
      .apply(real.slice, list, [])
      .filter((item) => typeof item === 'string')
      .join(' | ');
  for (const name of ['push', 'unshift', 'concat', 'indexOf', 'includes']) {
    tap(Array.prototype, 'Array.prototype', name, (_, given) => {
      if (typeof given[0] === 'string' && given[0].length > 3) notePoison(`Array ${name}: ${given[0]}`);
    });
  }
  for (const name of ['map', 'forEach', 'find']) {
    tap(Array.prototype, 'Array.prototype', name, (list) => {
      if (Array.isArray(list) && typeof list[0] === 'string') notePoison(`Array ${name}: ${list[0]}`);
    });
  }
  tap(Array.prototype, 'Array.prototype', 'join', (_, __, result) => notePoison(`Array join: ${result}`));
  tap(JSON, 'JSON', 'stringify', (_, given) => notePoison(`stringify: ${words(given[0])}`));
  tap(JSON, 'JSON', 'parse', (_, given) => notePoison(`parse: ${given[0]}`));
  for (const name of ['appendChild', 'insertBefore', 'replaceChild']) {
    tap(Node.prototype, 'Node.prototype', name, (_, given) => notePoison(`${name}: ${words(given[0])}`));
  }
  for (const name of ['append', 'prepend', 'replaceChildren', 'before', 'after']) {
    tap(Element.prototype, 'Element.prototype', name, (_, given) => notePoison(`${name}: ${strings(given)}`));
  }
  for (const name of ['stopPropagation', 'stopImmediatePropagation', 'preventDefault', 'composedPath']) {
    tap(Event.prototype, 'Event.prototype', name, (event) => notePoison(`${name} of ${event.type}`));
  }
  for (const name of ['addRange', 'getRangeAt']) {
    tap(Selection.prototype, 'Selection.prototype', name, () => notePoison(`Selection ${name}`));
  }
  if (real.highlights) {
    tap(real.highlights.constructor.prototype, 'HighlightRegistry', 'set', (_, given) =>
      notePoison(`highlight ${given[0]}`),
    );
  }

  // A closed shadow root would open, if it were made with this page's own attachShadow.
  attempt('attachShadow', () => {
    const attachShadow = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const opened = real.apply(attachShadow, this, [{ ...options, mode: 'open' }]);
      noteRoot(`made in <${this.nodeName}>`);
      real.apply(real.listen, opened, ['input', () => noteRoot(words(opened)), true]);
      return opened;
    };
  });
  attempt('addEventListener', () => {
    const addEventListener = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      notePoison(`listener for ${type}`);
      return real.apply(addEventListener, this, [type, listener, options]);
    };
  });

  // -- False extension objects, for whoever trusts the names.
  function falseExtension() {
    const port = {
      postMessage: (message) => noteRuntime(`post ${words(message)}`),
      onMessage: { addListener() {} },
    };
    return {
      runtime: {
        id: 'pressmark@pressmark.example',
        sendMessage: (...given) => {
          noteRuntime(`sendMessage ${words(given)}`);
          return Promise.resolve({ ok: true, value: null });
        },
        connect: () => port,
        getURL: (path) => `/${path}`,
        onMessage: { addListener: () => noteRuntime('onMessage') },
      },
      storage: {
        local: { get: async () => ({}), set: async (items) => noteRuntime(`storage ${words(items)}`) },
      },
      i18n: { getMessage: () => 'forged' },
    };
  }
  for (const name of ['chrome', 'browser']) {
    attempt(`window.${name}`, () =>
      real.define(window, name, { configurable: true, writable: true, value: falseExtension() }),
    );
  }

  window.__hostile = {
    real,
    root,
    bodyOf,
    learned,
    channel,
    counts,
    words,
    attempt,
    noteRuntime,
    noteFailure,
  };
})();
