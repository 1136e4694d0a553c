/** A reference to the article is copied in the style that was asked for, and the sidebar says what was copied. */

import { expect, it, vi } from 'vitest';
import { citeActions } from '../../entrypoints/sidepanel/cite';
import { type Facts, nothingKnown } from '../../entrypoints/sidepanel/facts';
import { type Attempt, createAttempt, noOutcome, type Outcome } from '../../wiring/attempt';
import { anArticle } from '../builders';

const copied: string[] = [];
vi.mock('../../platform/clipboard', () => ({ copyText: async (text: string) => copied.push(text) }));

let outcome: Outcome = noOutcome;
const attempt: Attempt = createAttempt({
  outcome: () => outcome,
  show: (change) => {
    outcome = { ...outcome, ...change };
  },
});
const of = (over: Partial<Facts['library']>) =>
  citeActions({ attempt, facts: () => ({ ...nothingKnown, library: { ...nothingKnown.library, ...over } }) });

it('in the standard of 2025, with what the page says', async () => {
  of({ article: anArticle() }).copyCitation('gbt7714-2025');
  await vi.waitFor(() => expect(outcome.status).toEqual({ kind: 'copied', text: copied[0] }));
  expect(copied[0]).toContain('张三');
  expect(copied[0]).toContain('静安报');
});

it('of nothing where nothing of the article is kept', async () => {
  copied.length = 0;
  of({ article: null }).copyCitation('apa');
  await Promise.resolve();
  expect(copied).toEqual([]);
});
