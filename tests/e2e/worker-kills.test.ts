/** Kills the background worker in the middle of writes and looks at what is left. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { launchChromium } from './chromium';
import { probeIsolatedWorld } from './isolated-world';
import { killWorker } from './kill-worker';
import { nextAcknowledged } from './library-kills/worker-writer';
import { annotatorIsReady } from './reader';
import { started } from './started';
import { storedRecords } from './stored';

const { PRESSMARK_SOAK: soak } = process.env;
const kills = soak === undefined ? 100 : 2_000;

const server = started(startPracticeServer);
const driver = started(launchChromium);

/** Writes without pause, each once and by the message that the annotator sends; notes what was acknowledged. */
const writer = `
  globalThis.acknowledged = [];
  globalThis.refused = 0;
  globalThis.isWriting = true;
  globalThis.writing = (async () => {
    for (let number = 0; globalThis.isWriting; number += 1) {
      const draft = {
        selectors: { quote: { exact: 'words ' + number, prefix: '', suffix: '' }, position: null, range: null },
        codeIds: [], newCodes: number % 7 === 0 ? ['killed/' + number % 3] : [], note: '',
        article: { metadata: { title: null, authors: null, outlet: null, source: null, published: null,
          language: null, section: null }, text: 'text ' + number % 5 },
      };
      try {
        const answer = await chrome.runtime.sendMessage(
          { to: 'background', name: 'keep', request: { commandId: crypto.randomUUID(), draft } });
        if (answer?.ok) globalThis.acknowledged.push(answer.value.id);
        else globalThis.refused += 1;
      } catch { globalThis.refused += 1; }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  })();
  true`;

test(
  `after ${kills} kills of the worker every acknowledged annotation is there, each with its operation`,
  async () => {
    const page = await driver().newPage(`${server().origin}/en/long-read.html`);
    await annotatorIsReady(page);
    const sidebar = await driver().openSidebar(page);
    const probe = await probeIsolatedWorld(driver(), page);
    await probe.evaluate(writer);
    let killed = 0;
    while (killed < kills) {
      // Every other time something is kept first: a slow computer would only ever kill a worker that starts.
      if (killed % 2 === 0) await probe.evaluate(nextAcknowledged);
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 180));
      if (await killWorker(driver())) killed += 1;
    }
    const { acknowledged, refused } = await probe.evaluate<{ acknowledged: string[]; refused: number }>(
      '(async () => { isWriting = false; await writing; return { acknowledged, refused }; })()',
    );

    const annotations = await storedRecords(sidebar, 'annotations');
    const operations = await storedRecords(sidebar, 'operations');
    const stored = new Set(annotations.map(({ id }) => id));
    const recorded = new Set(
      operations.flatMap(({ changes }) => (changes as { id: string }[]).map(({ id }) => id)),
    );
    process.stdout.write(
      `${kills} kills: ${acknowledged.length} acknowledged, ${refused} interrupted, ${annotations.length} stored\n`,
    );
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(annotations.filter(({ id }) => !recorded.has(id))).toEqual([]);
  },
  2_000 * kills,
);
