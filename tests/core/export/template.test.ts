/** The template language: what it writes, and how it names mistakes. */

import { describe, expect, it } from 'vitest';
import { fillTemplate, parseTemplate, type TemplateFields } from '../../../core/export/template';

const fields = {
  title: 'text',
  note: 'text',
  tags: 'list',
  quotes: { quote: 'text', note: 'text', codes: { name: 'text' } },
} as const satisfies TemplateFields;

const values = {
  title: '题',
  note: '',
  tags: ['a', 'b'],
  quotes: [
    { quote: '一', note: '注', codes: [{ name: 'x' }, { name: 'y' }] },
    { quote: '二', note: '', codes: [] },
  ],
};

function filled(template: string): string {
  const nodes = parseTemplate(template, fields, ['loud']);
  return fillTemplate(
    nodes,
    values,
    (value, { filter }) => (filter === 'loud' ? '!' : '') + [value].flat().join('+'),
  );
}

describe('a template', () => {
  it.each([
    ['# {{title}}', '# 题'],
    ['{{ title | loud }}{{tags}}', '!题a+b'],
    ['{{#quotes}}[{{quote}}{{#codes}} {{name}}{{/codes}}]{{/quotes}}', '[一 x y][二]'],
    ['{{#quotes}}\n- {{quote}}\n{{/quotes}}\nend', '- 一\n- 二\nend'],
    ['{{#quotes}}{{#note}}({{note}}){{/note}}{{^note}}none{{/note}}{{/quotes}}', '(注)none'],
    ['{{#note}}never{{/note}}{{^note}}no note{{/note}}', 'no note'],
    ['{{#tags}}tags: {{tags}}{{/tags}}', 'tags: a+b'],
    ['{{#quotes}}{{title}}{{/quotes}}', '题题'],
    ['{{^quotes}}none{{/quotes}}', ''],
    ['a } b { c }} {', 'a } b { c }} {'],
    ['a\r\n  {{#title}}  \r\nb\r\n{{/title}}\r\n', 'a\nb\n'],
    ['', ''],
  ])('%j writes %j', (template, text) => {
    expect(filled(template)).toBe(text);
  });

  it.each([
    ['a\nb {{titel}}', 'line 2: there is no field “titel”'],
    ['{{quote}}', 'line 1: there is no field “quote”'],
    ['{{quotes}}', 'line 1: “quotes” is a list: write {{#quotes}}'],
    ['{{title|html}}', 'line 1: “html” is no way to write a field'],
    ['{{#title|loud}}{{/title}}', 'line 1: “loud” is no way to write a field'],
    ['\n{{#quotes}}\n{{quote}}', 'line 2: “quotes” is opened and never closed'],
    ['{{#quotes}}\n{{#note}}\n{{/quotes}}', 'line 3: “quotes” is closed, but “note” of line 2 is open'],
    ['{{/title}}', 'line 1: “title” is closed and was never opened'],
    ['{{title}', 'line 1: “{{” begins no mark that is known'],
    ['{{constructor}}', 'line 1: there is no field “constructor”'],
    ['{{__proto__}}', 'line 1: “{{” begins no mark that is known'],
    ['{{title.length}}', 'line 1: “{{” begins no mark that is known'],
  ])('%j is refused: %s', (template, why) => {
    expect(() => filled(template)).toThrow(why);
  });
});
