// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { annotateWhileWanted } from '../../page/annotate-while-wanted';
import { giveVerdict, type IsolatedWorld } from '../../page/isolated-world';
import { createEarlyKeys } from '../../page/toolbar/early-keys';
import { later } from './played-session';

const detection = { isArticle: true, probability: 1, reasons: [] };
const yes = { detection, annotate: true, isOff: false };
const no = { detection, annotate: false, isOff: false };
const settle = () => new Promise((resolve) => setTimeout(resolve));

let world: IsolatedWorld;
let address: string;
let signals: AbortSignal[];
const start = vi.fn(async (signal: AbortSignal): Promise<string> => {
  signals.push(signal);
  return `work ${signals.length}`;
});

beforeEach(() => {
  vi.clearAllMocks();
  world = { keys: createEarlyKeys(window), verdict: null, detectArticle: null, hearVerdict: null };
  address = 'https://news.example/1';
  signals = [];
});

const annotate = () => annotateWhileWanted(world, () => address, start);

describe('annotateWhileWanted', () => {
  it('waits for a verdict, and takes up one that is there', async () => {
    annotate();
    expect(start).not.toHaveBeenCalled();
    giveVerdict(world, yes);
    const second = annotate();
    await settle();
    expect(second.current()).toBe('work 2');
  });

  it('starts once, however often it is wanted', async () => {
    const annotating = annotate();
    giveVerdict(world, yes);
    annotating.annotate();
    giveVerdict(world, yes);
    await settle();
    expect(start).toHaveBeenCalledTimes(1);
    expect(annotating.current()).toBe('work 1');
  });

  it('ends with a verdict against it', async () => {
    const annotating = annotate();
    giveVerdict(world, yes);
    await settle();
    giveVerdict(world, no);
    expect(signals[0]?.aborted).toBe(true);
    expect([annotating.current(), annotating.isWanted()]).toEqual([null, false]);
  });

  it('stays where the reader asked for it, until the address is another', async () => {
    const annotating = annotate();
    annotating.annotate();
    await settle();
    giveVerdict(world, no);
    expect(annotating.current()).toBe('work 1');
    address = 'https://news.example/2';
    annotating.addressChanged();
    expect(signals[0]?.aborted).toBe(true);
    giveVerdict(world, no);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('stays where only the place in the article changed', async () => {
    const annotating = annotate();
    annotating.annotate();
    await settle();
    address = 'https://news.example/1?utm_source=feed#comments';
    annotating.addressChanged();
    expect(annotating.current()).toBe('work 1');
  });

  it('can start again after a start that failed', async () => {
    const annotating = annotate();
    start.mockRejectedValueOnce(new Error('no library'));
    annotating.annotate();
    await settle();
    expect(annotating.isWanted()).toBe(false);
    annotating.annotate();
    await settle();
    expect(annotating.current()).toBe('work 1');
  });

  it('forgets a start that the address has overtaken, whether it comes to something or not', async () => {
    const annotating = annotate();
    const [first, second] = [later<string>(), later<string>()];
    start.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    annotating.annotate();
    address = 'https://news.example/2';
    annotating.addressChanged();
    giveVerdict(world, yes);
    first.resolve('old');
    await settle();
    expect(annotating.current()).toBeNull();
    second.resolve('new');
    await settle();
    expect(annotating.current()).toBe('new');
  });

  it('begins anew when the verdict on the next address comes before the news of it', async () => {
    const annotating = annotate();
    giveVerdict(world, yes);
    await settle();
    address = 'https://news.example/2';
    giveVerdict(world, yes);
    annotating.addressChanged();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(annotating.current()).toBe('work 2');
  });
});
