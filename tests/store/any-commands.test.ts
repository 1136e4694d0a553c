/** Whatever is done in whatever order and with restarts in between: undo gives what was, redo what is. */

import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../store/open-store';
import { changeSettings } from '../../store/settings';
import { aLibrary, records } from './a-library';
import { type AnyCommand, anyCommand, run } from './any-command';

const { PRESSMARK_SOAK: soak } = process.env;

type State = Awaited<ReturnType<typeof records>>;

/** Commands, where a restart or a change of the lock goes before some. Not those that are mostly short or alike. */
const steps = fc.noBias(
  fc.array(
    fc.record({
      command: anyCommand,
      isRestarted: fc.nat(7).map((chance) => chance === 0),
      isLocked: fc.constantFrom(true, false, false, false, ...Array<null>(40).fill(null)),
    }),
    { maxLength: 200, size: 'max' },
  ),
);

test('after any two hundred commands each undo gives what was before the step, and each redo what was after it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 9 }), async (given, restartEvery) => {
      const library = aLibrary();
      let store = await library.open();
      const restart = async () => {
        store.database.close();
        store = await library.open();
      };
      /** What undo and redo must give, last first, as a person has it in mind. */
      const before: State[] = [];
      const after: State[] = [];
      let state = await records(store);

      const doOne = async (command: AnyCommand) => {
        const told = library.announcements.length;
        await run(store, command);
        const now = await records(store);
        const isStep = library.announcements.length > told;
        if (!isStep) expectSame(now, state, command);
        else if (command.kind === 'undo') {
          expectSame(now, before.pop(), command);
          after.push(state);
        } else if (command.kind === 'redo') {
          expectSame(now, after.pop(), command);
          before.push(state);
        } else {
          before.push(state);
          after.length = 0;
        }
        state = now;
      };
      for (const { command, isRestarted, isLocked } of given) {
        if (isRestarted) await restart();
        if (isLocked !== null) await changeSettings(store, { isCodebookLocked: isLocked });
        await doOne(command);
      }

      const end = state;
      const count = before.length;
      for (let step = 0; step <= count; step += 1) {
        if (step % restartEvery === 0) await restart();
        await doOne({ kind: 'undo', seed: 0 });
      }
      expect(before).toEqual([]);
      expect(await isEmpty(store)).toBe(true);
      for (let step = 0; step < count; step += 1) {
        if (step % restartEvery === 0) await restart();
        await doOne({ kind: 'redo', seed: 0 });
      }
      expectSame(state, end, null);
      store.database.close();
    }),
    { numRuns: soak === undefined ? 5 : 200 },
  );
}, 3_600_000);

function expectSame(now: State, wanted: State | undefined, command: AnyCommand | null): void {
  // Much quicker than the assertion, which tells where they differ.
  if (!isDeepStrictEqual(now, wanted))
    expect({ command, state: now }).toStrictEqual({ command, state: wanted });
}

async function isEmpty(store: Store): Promise<boolean> {
  return Object.values(await records(store)).every((all) => all.length === 0);
}
