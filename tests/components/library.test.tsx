// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Library } from '../../components/library/library';
import type { LibraryState } from '../../components/library/library-model';
import type { Article } from '../../core/article';
import { usualView } from '../../core/library-view';
import { parseQuery } from '../../core/query/parse-query';
import { aCode, anAnnotation, anArticle, aTarget } from '../builders';
import { aLibraryState, libraryActions } from './library-states';
import { click, mount, named, press, typeText } from './mount';

const perArticle = 20;

function library(count: number) {
  const articles: Article[] = Array.from({ length: Math.ceil(count / perArticle) }, () => anArticle());
  const annotations = Array.from({ length: count }, (_, index) =>
    anAnnotation({
      articleId: articles[Math.floor(index / perArticle)]?.id ?? '',
      target: aTarget({
        quote: { exact: `第${index}句：稳中向好`, prefix: '', suffix: '' },
        position: { start: index, end: index + 4 },
      }),
    }),
  );
  return { articles, annotations };
}

const small = library(3);
const ids = small.annotations.map(({ id }) => id);

async function show(over: Partial<LibraryState> = {}) {
  const actions = libraryActions();
  const state = aLibraryState(small, over);
  await mount(<Library state={state} actions={actions} />);
  return { actions, state };
}

const rows = () => [...document.querySelectorAll<HTMLElement>('.list-item')];
const focused = () => document.activeElement?.getAttribute('data-id');

describe('a list of 20,000', () => {
  it('has only some tens of rows in the document, and asks for their records alone', async () => {
    const actions = libraryActions();
    const state = aLibraryState(library(20_000));
    await mount(<Library state={state} actions={actions} />);
    const drawn = document.querySelectorAll('.list-row').length;
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(70);
    const asked = actions.look.mock.calls.at(-1)?.[0];
    expect(asked?.annotations.length).toBeLessThan(70);
    expect(asked?.articles.length).toBeLessThan(10);
    expect(document.querySelector('.list-row')?.getAttribute('aria-setsize')).toBe('21000');
    expect(document.querySelector('.library-summary')?.textContent).toContain('20,000');
  });
});

describe('by keys', () => {
  it('one goes from annotation to annotation, and the article follows', async () => {
    const { actions } = await show();
    await press('j');
    expect(focused()).toBe(ids[0]);
    await press('j');
    expect(focused()).toBe(ids[1]);
    expect(actions.read).toHaveBeenLastCalledWith(ids[1]);
    await press('k');
    expect(focused()).toBe(ids[0]);
  });

  it('several are chosen, and deleted in one step', async () => {
    const { actions } = await show();
    await press('j');
    await press('x');
    await press('j', { shiftKey: true, key: 'J' });
    await press('Delete');
    expect(actions.removeMany).toHaveBeenCalledWith([ids[0], ids[1]]);
  });

  it('all that is found is chosen, also what is not drawn', async () => {
    const actions = libraryActions();
    const large = library(1_000);
    await mount(<Library state={aLibraryState(large)} actions={actions} />);
    await press('a');
    expect(named('strong', '1000').textContent).toBe('1000 selected');
  });

  it('the codes of the one with the focus are written beside its article', async () => {
    const [annotation] = small.annotations;
    const read = annotation === undefined ? null : { annotation, article: small.articles[0] ?? null };
    const { actions } = await show({ read });
    await press('j');
    await press('#');
    expect(document.querySelector('.library-detail .code-picker')).not.toBeNull();
    expect(actions.read).toHaveBeenCalledWith(ids[0]);
    await press('Escape');
    expect(focused()).toBe(ids[0]);
  });

  it('steps are undone and done again, the trash opened, and the search reached', async () => {
    const { actions } = await show();
    await press('z');
    await press('Z', { shiftKey: true });
    await press('d');
    expect(actions.undo).toHaveBeenCalledOnce();
    expect(actions.redo).toHaveBeenCalledOnce();
    expect(actions.show).toHaveBeenCalledWith({ isTrashed: true });
    await press('/');
    await typeText('经济');
    expect(actions.show).toHaveBeenLastCalledWith({ query: '经济' }, true);
  });

  it('nothing is changed in the trash but what is restored', async () => {
    const view = { ...usualView, isTrashed: true };
    const { actions } = await show({ view });
    await press('j');
    await press('Delete');
    await press('#');
    expect(actions.remove).not.toHaveBeenCalled();
    expect(document.querySelector('.code-picker')).toBeNull();
    await click(named('.list-item button', 'Restore'));
    expect(actions.restore).toHaveBeenCalledWith([ids[0]]);
  });

  it('nothing is changed in a library that newer code has written', async () => {
    const { actions } = await show({ isReadOnly: true });
    await press('j');
    for (const key of ['Delete', '#', 'n', 'z']) await press(key);
    expect(actions.remove).not.toHaveBeenCalled();
    expect(actions.undo).not.toHaveBeenCalled();
    expect(document.querySelector('.code-picker, .note-editor')).toBeNull();
  });
});

describe('the focus', () => {
  it('goes to the row that follows the one that went away', async () => {
    const { actions } = await show();
    await press('j');
    await press('j');
    const without = { ...small, annotations: small.annotations.filter(({ id }) => id !== ids[1]) };
    await mount(<Library state={aLibraryState(without)} actions={actions} />);
    expect(focused()).toBe(ids[2]);
  });
});

describe('what is found', () => {
  it('is marked in quotes and titles', async () => {
    await show({ query: parseQuery('稳中') });
    expect(rows().map((row) => row.querySelector('mark')?.textContent)).toEqual(['稳中', '稳中', '稳中']);
    expect(document.querySelector('.list-head mark')?.textContent).toBe('稳中');
  });

  it('says so where it is nothing, and how to see all again', async () => {
    const nothing = aLibraryState({ annotations: [], articles: [] }, { keptCount: 3 });
    const actions = libraryActions();
    await mount(<Library state={nothing} actions={actions} />);
    await click(named('.empty button', 'Show all'));
    expect(actions.show).toHaveBeenCalledWith({ query: '' });
  });
});

describe('the filters', () => {
  it('are pressed where the query asks for them, and turned by a press', async () => {
    const code = aCode({ name: '主体' });
    const { actions } = await show({
      allCodes: [code],
      query: parseQuery('outlet:"静安报"'),
      facets: {
        noted: 1,
        grades: [{ value: 'lost', count: 1 }],
        outlets: [
          { value: '新华社', count: 4 },
          { value: '静安报', count: 0 },
          { value: 'The Times', count: 0 },
        ],
        months: [{ value: '2024-01', count: 3 }],
        languages: [{ value: 'zh', count: 3 }],
        codes: new Map([[code.id, 2]]),
      },
    });
    const pressed = [...document.querySelectorAll('.filter-row[aria-pressed="true"]')];
    expect(pressed.map((row) => row.textContent)).toEqual(['静安报0']);
    expect(document.querySelector('.library-filters')?.textContent).not.toContain('The Times');
    await click(named('.filter-row', '主体'));
    await click(named('.filter-row', '2024-01'));
    await click(named('.filter-row', 'Chinese'));
    await click(named('.filter-row', 'Lost: no longer there'));
    await click(named('.filter-row', 'With a note'));
    expect(actions.turnFilter.mock.calls.map(([filter]) => filter)).toEqual([
      { kind: 'code', names: ['主体'] },
      { kind: 'month', month: '2024-01' },
      { kind: 'language', tag: 'zh' },
      { kind: 'grade', grade: 'lost' },
      { kind: 'note' },
    ]);
  });

  it('keep what is shown under a name, and show it again', async () => {
    const saved = [{ id: 's', name: '区委', view: 'q=old' }];
    const { actions } = await show({ saved, view: { ...usualView, query: '区委' } });
    await click(named('.facets .link', 'Save this search'));
    await typeText('责任');
    await click(named('form button', 'Save'));
    expect(actions.saveSearch).toHaveBeenCalledWith('责任');
    await click(named('.saved-row .filter-row', '区委'));
    expect(actions.showSaved).toHaveBeenCalledWith(saved[0]);
    await click(named('.saved-row .icon-button', '区委'));
    expect(actions.removeSaved).toHaveBeenCalledWith('s');
  });

  it('of the codebook are moved through by arrows and pressed by Enter', async () => {
    const top = aCode({ name: '主体' });
    const { actions } = await show({ allCodes: [top, aCode({ name: '区委', parentId: top.id })] });
    document.querySelector<HTMLElement>('.code-filter [tabindex="0"]')?.focus();
    await press('ArrowDown');
    await press('Enter');
    expect(actions.turnFilter).toHaveBeenCalledWith({ kind: 'code', names: ['主体', '区委'] });
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect(document.querySelectorAll('.code-filter .filter-row')).toHaveLength(1);
  });
});
