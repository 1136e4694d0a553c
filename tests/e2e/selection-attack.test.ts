/** A page that reaches for what is being typed through selection, editing commands, searching and frames, none of which stop at a shadow root. */

import { expect, test } from 'vitest';
import { startPracticeServer } from '../practice/server.ts';
import { bothBrowsers } from './both-browsers';
import type { DrivenPage } from './driver';
import { annotatorIsReady, select, waitForPainted } from './reader';
import { storedRecords } from './stored';

const note = 'zebra5526 斑马笔记';
const code = 'quagga7391';

test.each(bothBrowsers)(
  'in $browser a page neither reads nor changes a note or a code while it is typed',
  async ({ launch }) => {
    const server = await startPracticeServer();
    const driver = await launch();
    try {
      const page = await driver.newPage(`${server.origin}/en/long-read.html`);
      await annotatorIsReady(page);
      await select(page, { from: 'Somebody laughed' });
      await page.press('#');
      await page.type(code);
      const whileCoding = await attack(page, code);
      await page.press('Enter');
      await waitForPainted(page, 1);
      await page.press('Escape');
      await page.press('n');
      await page.type(note);
      const whileNoting = await attack(page, 'zebra5526');
      await page.press('Control+Enter');

      for (const learned of [whileCoding, whileNoting]) {
        expect(learned.frames).toBe(0);
        expect(learned.found).toBe(false);
        expect(learned.roots).toEqual([]);
        expect(learned.text).not.toContain('zebra5526');
        expect(learned.text).not.toContain(code);
      }
      const sidebar = await driver.openSidebar(page);
      await sidebar.waitFor(() => document.querySelector('p.note') !== null, null, 'the note');
      const annotations = await storedRecords(sidebar, 'annotations');
      expect(annotations.map(({ note: stored }) => stored)).toEqual([note]);
      expect((await storedRecords(sidebar, 'codes')).map(({ name }) => name)).toEqual([code]);
    } finally {
      await driver.close();
      await server.close();
    }
  },
);

interface Learned {
  text: string;
  found: boolean;
  frames: number;
  /** Names of roots other than the document that a selection led to. */
  roots: string[];
}

function attack(page: DrivenPage, secret: string): Promise<Learned> {
  return page.evaluate((words): Learned => {
    const roots: string[] = [];
    const look = () => {
      const selection = window.getSelection();
      for (const node of [selection?.anchorNode, selection?.focusNode]) {
        const root = node?.getRootNode();
        if (root !== undefined && root !== document) roots.push(root.nodeName);
      }
      return String(selection);
    };
    const found = (window as unknown as { find(text: string): boolean }).find(words);
    const texts = [look()];
    document.execCommand('selectAll');
    texts.push(look());
    document.execCommand('insertText', false, 'FORGED');
    document.execCommand('delete');
    texts.push(look(), String(document.activeElement?.textContent));
    return { text: texts.join('\n'), found, frames: window.length + window.frames.length, roots };
  }, secret);
}
