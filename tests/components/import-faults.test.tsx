// @vitest-environment jsdom
/** What of a file was left out is said in the reader's language, with its place. */

import { expect, test } from 'vitest';
import { ImportFaults } from '../../components/import-faults';
import { Strings } from '../../components/strings';
import simplified from '../../public/_locales/zh_CN/messages.json';
import { mount } from './mount';

const faults: [where: string, why: string, said: string][] = [
  ['annotation 3', 'selector has no exact quote', '第 3 条批注 没有划线文字'],
  ['line 12', 'is longer than 100000 characters', '第 12 行 超过 100000 个字符'],
  ['page 2, highlight 3', 'text is not text', '第 2 个网页、第 3 处划线 “text”不是文字'],
  ['annotation 4', 'target.source is missing', '第 4 条批注 缺少“target.source”'],
  ['annotation 5', 'has the same id as annotation 1', '第 5 条批注 与第 1 条批注的标识相同'],
  ['file', '7 more are left out', '整个文件 另有 7 项未导入'],
  [
    'line 3, code “a/b”',
    'stands twice in the codebook: 主体/区委',
    '第 3 行、code “a/b” 在编码本中出现两次：主体/区委',
  ],
  ['<Link>', 'has no place in a library (4 left out)', '<Link> 资料库中没有对应的位置（未导入 4 项）'],
  [
    'source 1, selection 2',
    'has neither words nor a place in the text',
    '第 1 个来源、第 2 处选区 既没有文字，也没有在正文中的位置',
  ],
  ['annotation 9', 'something that nobody has words for', '第 9 条批注 something that nobody has words for'],
];

test.each(faults)('%s: %s', async (where, why, said) => {
  const root = await mount(
    <Strings.Provider
      value={(key, ...values) =>
        simplified[key].message.replace(/\$(\d)/gu, (_, digit) => values[digit - 1] ?? '')
      }
    >
      <ImportFaults name="bad" faults={[{ where, why }]} />
    </Strings.Provider>,
  );
  expect(root.textContent).toBe(said);
});
