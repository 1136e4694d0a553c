// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveText, type LiveText } from '../../../page/text/live-text';
import { finish } from './finish';

const isOwn = (node: Node) => node instanceof Element && node.id === 'ours';

let stop: AbortController;
beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren();
});
afterEach(() => stop.abort());

function show(html: string): LiveText {
  document.body.innerHTML = html;
  const live = createLiveText(document, isOwn, stop.signal);
  live.refresh();
  return live;
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
}

describe('createLiveText', () => {
  it('is empty until it is read', () => {
    document.body.innerHTML = '<p>a</p>';
    const live = createLiveText(document, isOwn, stop.signal);
    expect([live.map.text, live.isStale()]).toEqual(['', true]);
    expect(live.refresh()).toEqual([{ start: 0, end: 0, length: 1 }]);
    expect([live.map.text, live.isStale(), live.refresh()]).toEqual(['a', false, []]);
  });

  it('tells of a shadow root that came and shows the words that were there before', () => {
    const live = show('<article-body><p>A paragraph.</p></article-body>');
    const root = element('article-body').attachShadow({ mode: 'open' });
    root.innerHTML = '<slot></slot>';
    live.refresh();
    expect([live.map.text, live.map.shadowRoots]).toEqual(['A paragraph.', [root]]);
  });

  it('comes to an end, however long the shadow tree of an element that was never defined', () => {
    document.body.innerHTML = '<article-body></article-body>';
    const root = element('article-body').attachShadow({ mode: 'open' });
    root.innerHTML = '<p>A paragraph.</p>'.repeat(2_000);
    const work = createLiveText(document, isOwn, stop.signal).refreshing();
    let steps = 0;
    while (steps < 1_000 && work.next().done !== true) steps += 1;
    expect(steps).toBeLessThan(1_000);
  });

  it('reads only the block that changed, and says so', () => {
    const live = show('<p>one</p><p id="two">two</p><p>three</p>');
    const styles = vi.spyOn(Element.prototype, 'hasAttribute');
    element('#two').append(' and a half');
    expect(live.refresh()).toEqual([{ start: 3, end: 8, length: 16 }]);
    expect(live.map.text).toBe('one\ntwo and a half\nthree');
    expect(styles.mock.contexts).toEqual([]);
    element('#two').after(document.createElement('hr'), 'new');
    expect(live.refresh()).toEqual([{ start: 18, end: 19, length: 5 }]);
    // Of the body's children only the new one is asked how it is shown.
    expect(styles.mock.contexts).toEqual([document.body, element('hr')]);
    styles.mockRestore();
  });

  it('has no edits where attributes changed and no words came or went', () => {
    const live = show('<div><p>one</p>two</div><p hidden>three</p>');
    const { map } = live;
    document.body.className = 'wide';
    element('div').style.color = 'red';
    expect(live.refresh()).toEqual([]);
    expect(live.map).toBe(map);
    element('[hidden]').removeAttribute('hidden');
    expect(live.refresh()).toEqual([{ start: 7, end: 7, length: 6 }]);
  });

  it('says of words in new nodes that they are others, although they read the same', () => {
    const live = show('<p>one</p><p id="two">two</p><p>three</p>');
    element('#two').replaceChildren('two');
    expect(live.refresh()).toEqual([{ start: 3, end: 8, length: 5 }]);
    expect(live.map.text).toBe('one\ntwo\nthree');
  });

  it('reads everything again after more changes than are worth following', () => {
    const live = show('<p>one</p><p id="two">two</p>');
    const two = element('#two');
    for (let count = 0; count < 3_000; count += 1) two.append(' x');
    expect(live.refresh()).toEqual([{ start: 0, end: 7, length: 6_007 }]);
    expect(live.refresh()).toEqual([]);
  });

  it('finds the shadow root that an element got when it was defined', () => {
    const live = show('<p>one</p><x-late>light</x-late>');
    expect(live.map.text).toBe('one\nlight');
    customElements.define(
      'x-late',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).append('shadow');
        }
      },
    );
    live.refresh();
    expect(live.map.text).toBe('one\nshadow');
    element('x-late').shadowRoot?.append(' more');
    live.refresh();
    expect(live.map.text).toBe('one\nshadow more');
  });

  it('follows a body that is replaced, and a page that has none for a moment', () => {
    const live = show('<p>one</p>');
    const body = document.createElement('body');
    body.innerHTML = '<p>one</p>';
    document.documentElement.replaceChild(body, document.body);
    expect(live.refresh()).toEqual([{ start: 0, end: 3, length: 3 }]);
    expect(live.map.root).toBe(body);
    body.remove();
    expect([live.refresh(), live.map.text]).toEqual([[{ start: 0, end: 3, length: 0 }], '']);
    document.documentElement.append(body);
    live.refresh();
    expect(live.map.text).toBe('one');
  });

  it('reads elements nested without end, and follows them', () => {
    const live = show(`${'<span>'.repeat(700)}${'<div>'.repeat(700)}<p id="deep">deep</p>`);
    const inner = element('#deep');
    expect(live.map.text).toBe('deep');
    inner.append('er');
    expect(live.refresh()).toEqual([{ start: 0, end: 4, length: 6 }]);
    expect(live.map.span(document.body)).toEqual({ start: 0, end: 6 });
    expect(live.map.toRange(4, 6)?.toString()).toBe('er');
  });

  it('tells of the page’s changes, not of ours, until the signal ends it', async () => {
    const live = show('<p>one</p>');
    const hear = vi.fn();
    live.onChange(hear);
    const own = document.createElement('div');
    own.id = 'ours';
    document.documentElement.append(own);
    await Promise.resolve();
    own.append('box');
    own.className = 'open';
    await Promise.resolve();
    own.remove();
    await Promise.resolve();
    expect([hear.mock.calls.length, live.isStale()]).toEqual([0, false]);
    element('p').append('!');
    await Promise.resolve();
    expect([hear.mock.calls.length, live.isStale()]).toEqual([1, true]);
    stop.abort();
    element('p').append('!');
    window.dispatchEvent(new Event('resize'));
    await Promise.resolve();
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it('reads again when a style sheet has come, or the window has another size', () => {
    const live = show('<p>one</p>');
    const hear = vi.fn();
    live.onChange(hear);
    const link = document.createElement('link');
    document.head.append(link);
    link.dispatchEvent(new Event('load'));
    window.dispatchEvent(new Event('resize'));
    expect([hear.mock.calls.length, live.isStale(), live.refresh()]).toEqual([2, true, []]);
    link.remove();
  });

  it('gives its edits once, to whoever brings it in step first', () => {
    document.body.innerHTML = '<p>word</p>'.repeat(600);
    const live = createLiveText(document, isOwn, stop.signal);
    const work = live.refreshing();
    expect(work.next().done).toBe(false);
    expect(live.map.text).toBe('');
    expect(live.refresh()).toHaveLength(1);
    expect(finish(work, () => undefined)).toEqual([]);
  });
});
