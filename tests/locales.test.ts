/** The three languages say the same things: every message in each, every placeholder kept, none unused. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import english from '../public/_locales/en/messages.json';
import simplified from '../public/_locales/zh_CN/messages.json';
import traditional from '../public/_locales/zh_TW/messages.json';

type Messages = Readonly<Record<string, { message: string }>>;
const languages: Readonly<Record<string, Messages>> = {
  en: english,
  zh_CN: simplified,
  zh_TW: traditional,
};

/** Keys put together from a name in the records; the type checker sees that each exists. */
const families = ['reason_', 'field_'];

test.each(Object.entries(languages))('%s has every message, and none is empty', (_, messages) => {
  expect(Object.keys(messages)).toEqual(Object.keys(english));
  expect(Object.entries(messages).filter(([, { message }]) => message.trim() === '')).toEqual([]);
});

test.each(Object.entries(languages))('%s has the placeholders of the English message', (_, messages) => {
  for (const [key, { message }] of Object.entries<{ message: string }>(english)) {
    expect(placeholders(messages[key]?.message ?? ''), key).toEqual(placeholders(message));
  }
});

test.each(Object.entries({ en: english, 'zh-CN': simplified, 'zh-TW': traditional }))(
  '%s says which language it is',
  (tag, { language_tag }) => expect(language_tag.message).toBe(tag),
);

test.each(['zh_CN', 'zh_TW'])('%s is not English: every message but names holds Chinese', (language) => {
  const foreign = Object.entries(languages[language] ?? {})
    .filter(([, { message }]) => !/\p{Script=Han}|[、（；]/u.test(message))
    .map(([key]) => key);
  expect(foreign).toEqual([
    'language_tag',
    'extension_name',
    'format_markdown',
    'format_obsidian',
    'format_xlsx',
    'format_hypothesis',
    'format_ris',
    'format_csl_json',
    'format_biblatex',
  ]);
});

test('every message is used', () => {
  const source = ['components', 'core', 'entrypoints', 'platform', 'wiring']
    .flatMap(filesUnder)
    .concat('wxt.config.ts')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const unused = Object.keys(english)
    .filter((key) => !families.some((family) => key.startsWith(family)))
    .filter((key) => !new RegExp(`['"\`]${key}['"\`]|__MSG_${key}__`, 'u').test(source));
  expect(unused).toEqual([]);
});

function placeholders(message: string): string[] {
  return Array.from(new Set(message.match(/\$\d/gu))).sort();
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => join(folder, path));
}
