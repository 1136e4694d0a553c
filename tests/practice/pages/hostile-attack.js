/** The hostile page, last of three: presses keys, clicks, selects and forges messages by script, and answers the tests. */
((hostile) => {
  'use strict';

  const { real, root, bodyOf, learned, channel, counts, words, attempt, noteRuntime } = hostile;
  const { meet, own, observer, look, foreignElements, readHighlights, readStored, typedKeys } = hostile;
  const noteAnswer = channel('answers');

  // -- Hands: keys and clicks by script.
  const keys = [
    ['h', 'KeyH'],
    ['Enter', 'Enter'],
    ['1', 'Digit1'],
    ['n', 'KeyN'],
    ['#', 'Digit3'],
    ['Delete', 'Delete'],
    ['z', 'KeyZ'],
  ];
  function send(target, event) {
    attempt('isTrusted', () => Object.defineProperty(event, 'isTrusted', { get: () => true }));
    attempt(`dispatch ${event.type}`, () => real.apply(real.dispatch, target, [event]));
    counts.events += 1;
  }
  function press(target) {
    const common = { bubbles: true, cancelable: true, composed: true, view: window };
    const box =
      target instanceof Element
        ? target.getBoundingClientRect()
        : { left: 40, top: 40, width: 200, height: 20 };
    for (const part of [0.1, 0.5, 0.9]) {
      const place = {
        clientX: box.left + box.width * part,
        clientY: box.top + box.height / 2,
        button: 0,
        detail: 1,
      };
      for (const type of ['pointerdown', 'pointerup'])
        send(target, new PointerEvent(type, { ...common, ...place, isPrimary: true }));
      for (const type of ['mousedown', 'mouseup', 'click'])
        send(target, new MouseEvent(type, { ...common, ...place }));
    }
    for (const [key, code] of keys) {
      for (const type of ['keydown', 'keypress', 'keyup'])
        send(target, new KeyboardEvent(type, { ...common, key, code }));
    }
    send(target, new InputEvent('input', { ...common, data: 'forged', inputType: 'insertText' }));
    if (target instanceof HTMLElement) {
      attempt('click()', () => target.click());
      attempt(
        'focus()',
        () =>
          target !== document.activeElement &&
          target.shadowRoot === null &&
          target.focus({ preventScroll: true }),
      );
    }
  }
  function selectSomething() {
    const paragraph = real.apply(real.select, document, ['article p'])[3];
    if (paragraph) real.apply(real.getSelection, window, []).selectAllChildren(paragraph);
    send(document, new Event('selectionchange', { bubbles: true }));
  }

  // -- Forged messages.
  const annotation = {
    id: '6f0c9a3e-6d4e-4b53-9d0b-1f2c3d4e5f60',
    note: 'forged',
    codeIds: [],
    target: { quote: { exact: 'a concrete ear' } },
  };
  const messages = [
    'pressmark',
    'keep',
    '',
    null,
    0,
    [],
    [annotation],
    annotation,
    { type: 'keep', draft: annotation },
    { name: 'keep', request: { draft: annotation } },
    { kind: 'keep', payload: annotation },
    { type: 'pressmark:keep', annotation },
    { source: 'pressmark-content', type: 'load' },
    { channel: 'pressmark', method: 'keep', params: [annotation] },
    { target: 'content', action: 'removeAll' },
    { cmd: 'undo', commandId: annotation.id },
    { jsonrpc: '2.0', id: 1, method: 'load', params: {} },
    { type: 'changed' },
    { type: 'reveal', id: annotation.id },
    { type: 'FROM_PAGE', text: 'keep' },
    { __proto__: { type: 'keep' } },
    { sender: { id: 'pressmark@pressmark.example' }, type: 'load' },
  ];
  const forged = new Set();
  for (const message of messages) forged.add(words(message));
  /** An answer is what somebody else says: this page's own channels hear each other. */
  function onAnswer({ data }) {
    if (!forged.has(words(data))) noteAnswer(words(data));
  }
  function forgeMessages() {
    for (const message of messages) {
      for (const text of [message, words(message)]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = onAnswer;
        attempt('postMessage', () => window.postMessage(text, '*', [port2]));
        counts.messages += 1;
      }
      for (const name of ['pressmark', 'pressmark:keep', 'extension-message']) {
        for (const target of [window, document])
          send(target, new CustomEvent(name, { detail: message, bubbles: true }));
      }
    }
    for (const name of ['pressmark', 'changes', 'dexie-txcommitted', 'storagemutated-x']) {
      attempt('BroadcastChannel', () => {
        const broadcast = new BroadcastChannel(name);
        broadcast.onmessage = onAnswer;
        for (const message of messages) broadcast.postMessage(message);
      });
    }
    for (const id of [
      'pressmark@pressmark.example',
      'pressmark',
      'a'.repeat(32),
      'abcdefghijklmnopabcdefghijklmnop',
      undefined,
    ]) {
      for (const message of messages.slice(8, 16)) {
        attempt('runtime.sendMessage', () => {
          if (!real.runtime?.sendMessage) throw new Error('no runtime in this page');
          real.runtime.sendMessage(id, message, (answer) =>
            noteRuntime(`answer from ${id}: ${words(answer)}`),
          );
        });
      }
    }
  }

  // -- What a test may call.
  window.__attack = () => {
    counts.attacks += 1;
    selectSomething();
    for (const target of [document, window, root, bodyOf(), ...foreignElements()]) if (target) press(target);
    forgeMessages();
    readHighlights();
  };
  window.__fade = (isFaded) => {
    if (isFaded) root.style.setProperty('opacity', '.01', 'important');
    else root.style.removeProperty('opacity');
  };
  window.__evict = () => {
    for (const element of foreignElements()) element.remove();
  };
  window.__clearHighlights = () => real.highlights?.clear();
  window.__report = () => {
    readHighlights();
    for (const element of foreignElements()) look(element);
    const report = { counts: { ...counts }, typed: typedKeys() };
    for (const [name, entries] of learned) report[name] = [...entries];
    return report;
  };

  real.apply(real.listen, document, [
    'DOMContentLoaded',
    () => {
      for (const element of real.apply(real.select, document, ['html, head, head *, body, .page, .page *']))
        own.add(element);
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      for (const element of foreignElements()) meet(element);
      window.__attack();
    },
  ]);
  real.apply(real.listen, window, ['load', () => setTimeout(window.__attack, 400)]);
  setInterval(readHighlights, 250);
  setInterval(readStored, 1000);
  hostile.press = press;
  delete window.__hostile;
})(window.__hostile);
