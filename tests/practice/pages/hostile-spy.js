/** The hostile page, second of three: hears every key, sees every node that is added, every range that is painted and what is stored. */
((hostile) => {
  'use strict';

  const { real, learned, channel, counts, words, attempt, noteFailure } = hostile;
  const hear = channel('heard');
  const see = channel('seen');
  const notePainted = channel('painted');
  const noteStored = channel('stored');
  window.__heard = learned.get('heard');
  window.__seen = learned.get('seen');
  window.__painted = learned.get('painted');

  // -- Ears: first of all listeners, on window and document.
  const heardTypes = [
    'keydown',
    'keypress',
    'keyup',
    'beforeinput',
    'input',
    'change',
    'compositionstart',
    'compositionupdate',
    'compositionend',
    'paste',
    'copy',
    'cut',
    'focusin',
    'message',
  ];
  function onHeard(event) {
    const target = real.apply(real.composedPath, event, [])[0] ?? event.target;
    const name = target?.nodeName ?? 'window';
    const inside =
      target instanceof Node && !isOwn(target) ? ` text=${words(target)} value=${target.value ?? ''}` : '';
    const pasted = attempt('clipboard', () => event.clipboardData?.getData('text')) ?? '';
    hear(
      `${event.type} trusted=${event.isTrusted} key=${event.key ?? ''} data=${words(event.data ?? '')} pasted=${pasted} on ${name}${inside}`,
    );
  }
  for (const type of heardTypes) {
    for (const target of [window, document])
      real.apply(real.listen, target, [type, onHeard, { capture: true, passive: true }]);
  }
  // Every key in order, repeated ones too, so that a test can look for a typed word.
  let typed = '';
  const typedKeys = () => typed;
  real.apply(real.listen, window, [
    'keydown',
    (event) => {
      if (event.isTrusted && event.key.length === 1) typed += event.key;
    },
    { capture: true, passive: true },
  ]);

  // -- Eyes: every node that is added, and every range that is painted.
  const own = new WeakSet();
  const isOwn = (node) => node === document || own.has(node);
  function look(node) {
    const shadow = node instanceof Element ? real.apply(real.shadowRoot, node, []) : null;
    let attributes = '';
    for (const { name, value } of node.attributes ?? []) attributes += ` ${name}="${value}"`;
    see(
      `${node.nodeName}${attributes} shadowRoot=${shadow === null ? 'null' : words(shadow)} text=${words(node)}`,
    );
    attempt(
      'frame',
      () => node.contentDocument && see(`frame ${words(node.contentDocument.documentElement)}`),
    );
  }
  function meet(node) {
    if (isOwn(node)) return;
    counts.foreign += 1;
    look(node);
    // The reader's selection is left alone: a toolbar that stands open is what these events are meant for.
    for (const wait of [0, 60, 200, 500]) setTimeout(() => hostile.press(node), wait);
  }
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) meet(node);
      if (record.type === 'characterData') see(`text changed: ${words(record.target)}`);
      if (record.type === 'attributes')
        see(
          `<${record.target.nodeName}> ${record.attributeName}=${record.target.getAttribute(record.attributeName)}`,
        );
    }
  });
  function foreignElements() {
    return [...real.apply(real.select, document, ['html > *, body > *'])].filter(
      (element) => !isOwn(element),
    );
  }

  function readHighlights() {
    if (!real.highlights) return;
    for (const [name, highlight] of real.highlights) {
      for (const range of highlight) attempt('range', () => notePainted(`${name}: ${range}`));
      notePainted(`${name}: type ${highlight.type}, priority ${highlight.priority}`);
    }
  }
  async function readStored() {
    try {
      for (const { name } of (await indexedDB.databases?.()) ?? []) noteStored(`indexedDB ${name}`);
      for (const name of (await window.caches?.keys()) ?? []) noteStored(`cache ${name}`);
    } catch (error) {
      noteFailure(`stored: ${error}`);
    }
    for (const key of Object.keys(localStorage)) noteStored(`localStorage ${key}=${localStorage[key]}`);
    for (const key of Object.keys(sessionStorage)) noteStored(`sessionStorage ${key}=${sessionStorage[key]}`);
    if (document.cookie !== '') noteStored(`cookie ${document.cookie}`);
  }

  Object.assign(hostile, {
    isOwn,
    meet,
    own,
    observer,
    look,
    foreignElements,
    readHighlights,
    readStored,
    typedKeys,
  });
})(window.__hostile);
