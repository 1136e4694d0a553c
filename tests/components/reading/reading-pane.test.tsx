// @vitest-environment jsdom
/** The article as it was read: highlights chosen by mouse and keys, texts of several days, and what stands in none. */

import { expect, test, vi } from 'vitest';
import type { ReadingActions } from '../../../components/reading/reading-model';
import { ReadingPane } from '../../../components/reading/reading-pane';
import type { Annotation } from '../../../core/annotation';
import { readingOf } from '../../../core/reading/reading';
import { anAnnotation, anArticle, aSnapshot, aTarget, someMetadata } from '../../builders';
import { click, mount, named, press } from '../mount';
import { codes } from '../states';

const march3 = aSnapshot({
  text: '三月三日的导语。\n全区经济稳中向好，各项指标符合预期。',
  captured: '2026-03-03T08:00:00.000Z',
});
const march5 = aSnapshot({ text: '三月五日更正：全区经济平稳。', captured: '2026-03-05T08:00:00.000Z' });
const article = anArticle({
  addresses: ['https://news.example/1.html', 'https://m.news.example/1'],
  metadata: someMetadata(),
  snapshot: march3.sha256,
});

function standing(
  id: string,
  snapshot: typeof march3,
  exact: string,
  over: Partial<Annotation> = {},
): Annotation {
  const start = snapshot.text.indexOf(exact);
  const target = aTarget({
    source: 'https://m.news.example/1',
    quote: { exact, prefix: '', suffix: '' },
    position: { start, end: start + exact.length },
    snapshot: snapshot.sha256,
  });
  return anAnnotation({ id, articleId: article.id, target, ...over });
}

const annotations = [
  standing('wide', march3, '全区经济稳中向好', { codeIds: ['actor', 'duty'] }),
  standing('narrow', march3, '稳中向好', { codeIds: ['budget'], note: '为何？' }),
  standing('plain', march3, '符合预期'),
  standing('later', march5, '经济平稳', { codeIds: ['duty'] }),
  standing('gone', { ...march3, sha256: 'f'.repeat(64) }, '导语'),
];

async function show(chosenId: string | null = null, over: Partial<Annotation>[] = []) {
  const actions = {
    choose: vi.fn<ReadingActions['choose']>(),
    readHistory: vi.fn<ReadingActions['readHistory']>(async () => []),
  };
  const reading = readingOf(
    article,
    annotations.map((annotation, index) => ({ ...annotation, ...over[index] })),
    [march3, march5],
  );
  await mount(<ReadingPane state={{ reading, codes, chosenId }} actions={actions} />);
  return actions;
}

const highlights = () => [...document.querySelectorAll<HTMLElement>('.highlight')];
const chosenWords = () =>
  [...document.querySelectorAll('.frozen-words [data-chosen="true"]')]
    .map(({ textContent }) => textContent)
    .join('');

test('the text stands there in full, and each highlight has the colour of its first code', async () => {
  await show();
  const paragraphs = [...document.querySelectorAll('.frozen-words p')].map(({ textContent }) => textContent);
  expect(paragraphs).toEqual(march3.text.split('\n'));
  expect(
    highlights().map((piece) => [piece.textContent, piece.getAttribute('data-colour'), piece.title]),
  ).toEqual([
    ['全区经济', 'yellow', '主体/区委, 责任'],
    ['稳中向好', 'blue', '主体/区委, 责任 · policy/Budget'],
    ['符合预期', 'yellow', ''],
  ]);
});

test('a click on a highlight chooses it', async () => {
  const { choose } = await show();
  await click(named('.highlight', '符合预期'));
  expect(choose).toHaveBeenCalledExactlyOnceWith('plain');
});

test('words that several annotations share give a list of them, and Escape goes back to the words', async () => {
  const { choose } = await show();
  const shared = named('.highlight', '稳中向好');
  await click(shared);
  expect(choose).not.toHaveBeenCalled();
  expect(document.activeElement?.closest('ul')?.getAttribute('aria-label')).toBe(
    '2 annotations share these words',
  );
  await press('Escape');
  expect(document.activeElement).toBe(shared);
  await press('Enter');
  await click(named('.overlap-list button', 'policy/Budget'));
  expect(choose).toHaveBeenCalledExactlyOnceWith('narrow');
  expect(document.querySelector('.overlap-list')).toBeNull();
});

test('one highlight is reached by Tab, arrows go to the others, and Enter and Space choose', async () => {
  const { choose } = await show();
  expect(highlights().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  highlights()[0]?.focus();
  await press('ArrowRight');
  expect(document.activeElement?.textContent).toBe('稳中向好');
  await press('End');
  expect(document.activeElement?.textContent).toBe('符合预期');
  await press('ArrowRight');
  expect(document.activeElement?.textContent).toBe('符合预期');
  await press('Enter');
  expect(choose).toHaveBeenLastCalledWith('plain');
  await press('Home');
  await press(' ');
  expect(choose).toHaveBeenLastCalledWith('wide');
  expect(await press('ArrowRight', { altKey: true })).toBe(true);
});

test('the chosen annotation is marked over all its pieces and scrolled to, once', async () => {
  const scroll = vi.fn();
  Element.prototype.scrollIntoView = scroll;
  await show('wide');
  expect(chosenWords()).toBe('全区经济稳中向好');
  expect(scroll).toHaveBeenCalledExactlyOnceWith({ block: 'center' });
  await show('wide');
  expect(scroll).toHaveBeenCalledOnce();
});

test('what is chosen in the text itself does not move under the reader', async () => {
  const scroll = vi.fn();
  Element.prototype.scrollIntoView = scroll;
  await show();
  await click(named('.highlight', '符合预期'));
  await show('plain');
  expect(chosenWords()).toBe('符合预期');
  expect(scroll).not.toHaveBeenCalled();
});

test('an annotation of another text brings up that text, and either can be picked', async () => {
  await show('later');
  const choice = named('select', 'Which text');
  if (!(choice instanceof HTMLSelectElement)) throw new Error('no list of texts');
  expect([...choice.options].map(({ text }) => text.replace(/\d\d:\d\d/u, 'time'))).toEqual([
    'Text of 2026-03-03 time · annotations: 3',
    'Text of 2026-03-05 time · annotations: 1',
  ]);
  expect(choice.value).toBe(march5.sha256);
  expect(chosenWords()).toBe('经济平稳');
  choice.value = march3.sha256;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await show('later');
  expect(document.querySelector('.frozen-words')?.textContent).toContain('导语');
  await show('plain');
  expect(chosenWords()).toBe('符合预期');
});

test('annotations without a place are listed apart and can be chosen', async () => {
  const { choose } = await show();
  expect(named('.apart h3', '').textContent).toBe('Stands in no kept text (1)');
  await click(named('.apart button', '导语'));
  expect(choose).toHaveBeenCalledExactlyOnceWith('gone');
  expect(highlights().some(({ textContent }) => textContent?.includes('导语'))).toBe(false);
});

test('of the chosen one are shown codes, note, history, and a link to the words on the live page', async () => {
  const { choose, readHistory } = await show('narrow');
  const chosen = named('section', 'Chosen annotation');
  expect(chosen.textContent).toContain('policy/Budget');
  expect(chosen.textContent).toContain('为何？');
  const link = named('a', 'Find it on the live page', chosen);
  expect(link.getAttribute('href')).toBe(
    `https://m.news.example/1#:~:text=${encodeURIComponent('稳中向好')}`,
  );
  expect(link.getAttribute('rel')).toBe('noreferrer');
  await click(named('button', 'History', chosen));
  expect(readHistory).toHaveBeenCalledExactlyOnceWith('narrow');
  await click(named('.chosen-foot > button', 'Done', chosen));
  expect(choose).toHaveBeenCalledExactlyOnceWith(null);
});

test('the header tells title, outlet, authors, date and every address', async () => {
  await show();
  const header = document.querySelector('.reading-header')?.textContent ?? '';
  for (const fact of ['全区经济稳中向好', '静安报', '张三', '2024-01-10 09:31', ...article.addresses]) {
    expect(header).toContain(fact);
  }
});

test('markup in a text, a note or a title is shown as text', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const snapshot = aSnapshot({ text: evil });
  const reading = readingOf(
    anArticle({ metadata: someMetadata({ title: { value: evil, from: 'meta' } }) }),
    [standing('evil', snapshot, evil, { note: evil })],
    [snapshot],
  );
  const actions = { choose: vi.fn(), readHistory: vi.fn(async () => []) };
  const root = await mount(<ReadingPane state={{ reading, codes, chosenId: 'evil' }} actions={actions} />);
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('.highlight')?.textContent).toBe(evil);
});

test('without a kept text it says so', async () => {
  const actions = { choose: vi.fn(), readHistory: vi.fn(async () => []) };
  const reading = readingOf(article, [], []);
  const root = await mount(<ReadingPane state={{ reading, codes, chosenId: null }} actions={actions} />);
  expect(root.textContent).toContain('No text of this article was kept.');
});
