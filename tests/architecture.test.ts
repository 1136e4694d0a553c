import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importViolations, type SourceFiles, safetyViolations, shapeViolations } from './architecture-rules';

const root = join(import.meta.dirname, '..');

function readSources(): SourceFiles {
  const patterns = [
    '{core,page,store,platform,components,wiring,entrypoints}/**/*.{ts,tsx,css}',
    '{scripts,tests}/**/*.{ts,tsx,mjs,mts}',
    '*.ts',
  ];
  const paths = globSync(patterns, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const files = (entries: Record<string, string>): SourceFiles => new Map(Object.entries(entries));

describe('this project', () => {
  const sources = readSources();

  it('has sources to look at', () => {
    expect([...sources.keys()].filter((path) => path.startsWith('core/')).length).toBeGreaterThan(5);
  });

  it('imports only what each folder may', () => {
    expect(importViolations(sources)).toEqual([]);
  });

  it('says in each file what it is for, in a short file with a telling name', () => {
    expect(shapeViolations(sources)).toEqual([]);
  });

  it('gives a hostile page nothing to hold on to', () => {
    expect(safetyViolations(sources)).toEqual([]);
  });
});

describe('the import rules', () => {
  it.each([
    ['core', 'a page', "import { a } from '../page/a';"],
    ['core', 'a database', "import Dexie from 'dexie';"],
    ['page', 'the platform', "import { a } from '../platform/a';"],
    ['page', 'a package', "import * as v from 'valibot';"],
    ['store', 'the platform', "export { a } from '../platform/a';"],
    ['store', 'the interface', "import { render } from 'preact';"],
    ['platform', 'the store', "import { a } from '../store/a';"],
    ['platform', 'the polyfill itself', "import browser from 'webextension-polyfill';"],
    ['components', 'the store', "import type { A } from '../store/a';"],
    ['components', 'the browser', "import { browser } from 'wxt/browser';"],
    ['components', 'the texts themselves', "import texts from '../public/_locales/en/messages.json';"],
    ['components', 'an entry point', "import { a } from '../entrypoints/sidepanel/a';"],
    ['wiring', 'a page', "import { a } from '../page/a';"],
    ['wiring', 'an entry point', "import { a } from '../entrypoints/sidepanel/a';"],
    ['wiring', 'a database', "import Dexie from 'dexie';"],
    ['components', 'the wiring', "import { a } from '../wiring/a';"],
    ['platform', 'the wiring', "import { a } from '../wiring/a';"],
    ['entrypoints', 'another entry point', "import { a } from './sidepanel/a';"],
    ['entrypoints', 'the tests', "const a = await import('../tests/a');"],
  ])('fail when %s imports %s', (folder, _what, text) => {
    expect(importViolations(files({ [`${folder}/planted.ts`]: text }))).toHaveLength(1);
  });

  it('fail when a content script reaches the store by a detour', () => {
    const planted = files({
      'entrypoints/annotator/index.ts': "import { session } from './session';",
      'entrypoints/annotator/session.ts': "import { a } from '../../page/a';",
      'page/a.ts': "import { open } from '../core/open';",
      'core/open.ts': "import Dexie from 'dexie';",
    });
    expect(importViolations(planted)).toContain(
      'entrypoints/annotator/index.ts runs in the news page but reaches the store: ' +
        'entrypoints/annotator/index.ts → entrypoints/annotator/session.ts → page/a.ts → core/open.ts → dexie',
    );
  });

  it('let pass what the table allows', () => {
    const allowed = files({
      'core/a.ts': "import * as v from 'valibot';\nimport type { B } from './b';",
      'page/a.ts': "import {\n  a,\n} from '../core/a';",
      'store/a.ts': "import Dexie, { type Table } from 'dexie';",
      'platform/a.ts': "import { browser } from 'wxt/browser';",
      'components/a.tsx': [
        "import { useState } from 'preact/hooks';",
        "import type texts from '../public/_locales/en/messages.json';",
      ].join('\n'),
      'wiring/a.tsx':
        "import { render } from 'preact';\nimport { a } from '../store/a';\nimport { b } from '../platform/a';",
      'entrypoints/background.ts': "import { a } from '../store/a';",
      'entrypoints/sidepanel/main.tsx':
        "import { a } from './a';\nimport { b } from '../../wiring/a';\nimport './main.css';",
      'entrypoints/stub.ts': "import type { A } from '../store/a';\nimport { b } from '../page/a';",
    });
    expect(importViolations(allowed)).toEqual([]);
  });
});

describe('the shape rules', () => {
  const sentence = '/** Says what it is for. */\n';

  it.each([
    ['a file without its sentence', 'core/a.ts', 'export const a = 1;\n'],
    ['a heading that is no sentence', 'core/a.ts', '/** Annotations */\n'],
    ['a file of more than 300 lines', 'core/a.ts', sentence + '\n'.repeat(300)],
    ['a test of more than 300 lines', 'tests/a.test.ts', '\n'.repeat(301)],
    ['a name in camel case', 'core/textMap.ts', sentence],
    ['a name that says nothing', 'page/range-utils.ts', sentence],
    ['a manager', 'store/manager.ts', sentence],
  ])('fail at %s', (_what, path, text) => {
    expect(shapeViolations(files({ [path]: text }))).toHaveLength(1);
  });

  it('let pass a short file that opens with its sentence', () => {
    const text = '/**\n * Says what it is for,\n * on two lines.\n */\n';
    expect(shapeViolations(files({ 'core/text-map.ts': text, 'tests/a.test.ts': '' }))).toEqual([]);
  });
});

describe('the safety rules', () => {
  it.each([
    ['page/a.ts', 'host.innerHTML = text;'],
    ['components/a.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['page/a.ts', "host.insertAdjacentHTML('beforeend', text);"],
    ['entrypoints/a.ts', 'document.write(text);'],
    ['core/a.ts', 'eval(text);'],
    ['core/a.ts', 'const run = new Function(text);'],
    ['page/a.ts', "window.addEventListener('message', listen);"],
    ['entrypoints/annotator/index.ts', 'window.onmessage = listen;'],
    ['entrypoints/background.ts', 'browser.tabs.query({});'],
    ['page/a.ts', 'const id = chrome.runtime?.id;'],
  ])('fail when %s holds `%s`', (path, text) => {
    expect(safetyViolations(files({ [path]: text }))).toHaveLength(1);
  });

  it('let pass the platform’s own calls, and words in comments', () => {
    const allowed = files({
      'platform/tabs.ts': 'export const all = () => browser.tabs.query({});',
      'page/a.ts': '/** Never innerHTML: see browser.tabs. */\nexport const a = 1; // no eval() here\n',
    });
    expect(safetyViolations(allowed)).toEqual([]);
  });
});
