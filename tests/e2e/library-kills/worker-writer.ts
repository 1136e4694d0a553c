/** Runs beside a news page's annotator and asks the worker for everything that such a page may ask. */

/** Asks without pause, each once; `acknowledged` are the commands that were answered with yes and are a step; `told` says what each was. */
export const workerWriter = `
  globalThis.acknowledged = [];
  globalThis.told = {};
  globalThis.isWriting = true;
  globalThis.writing = (async () => {
    const article = { metadata: { title: null, authors: null, outlet: null, source: null, published: null,
      language: null, section: null }, text: 'text' };
    const selectors = (exact) => ({ quote: { exact, prefix: '', suffix: '' }, position: null, range: null });
    const kept = [];
    const ask = async (name, request) => {
      const commandId = crypto.randomUUID();
      const answer = await chrome.runtime.sendMessage(
        { to: 'background', name, request: { commandId, ...request } });
      if (!answer?.ok) return null;
      // What a page of the extension has put into the trash already is removed with a yes, and without a step.
      const isStep = name === 'undo' ? typeof answer.value === 'object' : name !== 'remove';
      if (isStep) globalThis.acknowledged.push(commandId);
      globalThis.told[commandId] = name;
      return answer.value;
    };
    for (let number = 0; globalThis.isWriting; number += 1) {
      try {
        const draft = { selectors: selectors('words ' + number), codeIds: [], newCodes: ['killed/' + number % 3],
          note: '', article };
        const turn = number % 8;
        if (turn === 5 && kept.length > 0) await ask('edit', { id: kept.pop(), edit: { note: 'n' + number } });
        else if (turn === 6 && kept.length > 1)
          await ask('mergeAnnotations', { ids: [kept.pop(), kept.pop()], draft: { selectors: selectors('both ' + number), article } });
        else if (turn === 7) await ask('undo', {});
        else if (turn === 4 && kept.length > 0) await ask('remove', { id: kept.pop() });
        else { const made = await ask('keep', { draft }); if (made) kept.push(made.id); }
      } catch { kept.length = 0; }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })();
  true`;

/** Resolves when one more is acknowledged. */
export const nextAcknowledged = `(async () => {
  const before = acknowledged.length;
  while (acknowledged.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
})()`;
