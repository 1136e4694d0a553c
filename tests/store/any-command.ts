/** Any command that a library takes, for tests that do anything at all. */

import * as fc from 'fast-check';
import type { OperationKind } from '../../core/operation';
import type { Store } from '../../store/open-store';
import { redo, undo } from '../../store/undo';
import { anId } from '../builders';
import { annotationCommands } from './annotation-commands';
import { articleCommands } from './article-commands';
import { codebookCommands } from './codebook-commands';
import { type Act, drawFrom, one } from './draw';

/** By the kind of the step that each makes: a kind of step that nothing here makes does not compile. */
const commands: Readonly<Record<OperationKind, readonly Act[]>> = {
  ...annotationCommands,
  ...codebookCommands,
  ...articleCommands,
  undo: [(store) => undo(store, anId())],
  redo: [(store) => redo(store, anId())],
};

/** What a command may answer where what it is asked cannot be: nothing has changed then. */
const refusals: ReadonlySet<string> = new Set([
  'BadVariableValueError',
  'CodeNameTakenError',
  'CodeUnderItselfError',
  'CodebookLockedError',
  'SplitRefusedError',
  'VariableNameTakenError',
]);

export interface AnyCommand {
  kind: OperationKind;
  seed: number;
}

const kinds = Object.keys(commands) as OperationKind[];

/** Of ten commands, two keep something, two undo and two redo: so there is much to act on, and several undos in a row. */
const kind = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...kinds) },
  { weight: 2, arbitrary: fc.constantFrom<OperationKind>('keep') },
  { weight: 2, arbitrary: fc.constantFrom<OperationKind>('undo') },
  { weight: 2, arbitrary: fc.constantFrom<OperationKind>('redo') },
);

export const anyCommand: fc.Arbitrary<AnyCommand> = fc.record({ kind, seed: fc.nat() });

export async function run(store: Store, { kind, seed }: AnyCommand): Promise<void> {
  const draw = drawFrom(seed);
  const act = one(commands[kind], draw);
  try {
    await act?.(store, draw);
  } catch (error) {
    if (!(error instanceof Error && refusals.has(error.name))) throw error;
  }
}
