// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { selectedRange, watchSelection } from '../../../page/toolbar/watch-selection';
import { rangeOf } from '../played-session';
import { releaseKey, trusted } from '../trusted';

let stop: AbortController;
let host: HTMLElement;
const selected = vi.fn();
const cleared = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  document.body.innerHTML = '<p>one two three</p><input><div contenteditable>draft words</div>';
  host = document.body.appendChild(document.createElement('div'));
  stop = new AbortController();
  watchSelection(document, { selected, cleared }, host, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function select(words: string): void {
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(rangeOf(words));
}

const letGo = () => document.getSelection()?.removeAllRanges();
const release = (target: EventTarget = document.body) => {
  target.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
  return vi.advanceTimersByTimeAsync(20);
};
const told = () => selected.mock.calls.map(([range]) => String(range));

it('tells of words that a person has selected, by pointer or by key', async () => {
  select('two');
  await release();
  select('three');
  releaseKey('Shift');
  await vi.advanceTimersByTimeAsync(20);
  expect(told()).toEqual(['two', 'three']);
});

it('says nothing of what a script selects until a person does something', async () => {
  select('two');
  document.body.dispatchEvent(new MouseEvent('pointerup', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(100);
  expect(selected).not.toHaveBeenCalled();
});

it('takes up no selection of a script when a person presses a key that selects nothing', () => {
  select('two');
  for (const key of ['Escape', 'n', 'Enter', ' ']) releaseKey(key);
  expect(selected).not.toHaveBeenCalled();
  letGo();
  releaseKey('Escape');
  expect(cleared).toHaveBeenCalledTimes(1);
});

it('tells the same selection once, and again after it was let go', async () => {
  select('two');
  await release();
  await release();
  expect(told()).toEqual(['two']);
  letGo();
  // The browser says so a moment later.
  await vi.advanceTimersByTimeAsync(20);
  select('two');
  await release();
  expect(told()).toEqual(['two', 'two']);
});

it('tells when nothing is selected any more', async () => {
  select('two');
  await release();
  letGo();
  await release();
  expect(cleared).toHaveBeenCalledTimes(1);
});

it('does not look at what happens at our own element', async () => {
  select('two');
  await release(host);
  expect(selected).not.toHaveBeenCalled();
});

it('leaves editable fields and white space alone', async () => {
  const field = document.querySelector('input');
  select('two');
  field?.focus();
  expect(selectedRange(document)).toBeNull();
  field?.blur();
  select(' ');
  expect(selectedRange(document)).toBeNull();
  const draft = document.querySelector<HTMLElement>('[contenteditable]');
  Object.defineProperty(draft, 'isContentEditable', { value: true });
  select('draft');
  expect(selectedRange(document)).toBeNull();
});

it('gives a range that does not move with the selection', () => {
  select('two');
  const range = selectedRange(document);
  select('three');
  expect(String(range)).toBe('two');
});

it('tells nothing after the signal, not even what was on its way', async () => {
  select('two');
  document.body.dispatchEvent(trusted(new MouseEvent('pointerup', { bubbles: true })));
  stop.abort();
  await vi.advanceTimersByTimeAsync(100);
  expect(selected).not.toHaveBeenCalled();
});
