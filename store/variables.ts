/** The columns that a researcher adds to articles, and the values of articles in them. */

import { nameKey } from '../core/codebook/code-place';
import { readValue, type Variable } from '../core/variable';
import {
  BadVariableNameError,
  BadVariableValueError,
  RecordNotFoundError,
  VariableNameTakenError,
} from './errors';
import type { Store } from './open-store';
import { write } from './write';

/** In the order in which they were added. */
export function allVariables({ database }: Store): Promise<Variable[]> {
  return database.variables.toCollection().sortBy('created');
}

/**
 * What articles have in it stays, also where it is no value any more: nothing that was written goes.
 * @param request.id null: a new one
 * @throws RecordNotFoundError, BadVariableNameError, VariableNameTakenError
 */
export async function saveVariable(
  store: Store,
  request: Pick<Variable, 'name' | 'kind'> & {
    commandId: string;
    id: string | null;
    choices: readonly string[];
  },
): Promise<Variable> {
  const { commandId, kind } = request;
  const name = cleaned(request.name);
  if (name === '') throw new BadVariableNameError();
  const choices =
    kind === 'choice' ? [...new Set(request.choices.map(cleaned))].filter((choice) => choice !== '') : [];
  const id = request.id ?? store.environment.newId();
  const operation = await write(store, { commandId, kind: 'edit-variable' }, async (recorder) => {
    const others = (await allVariables(store)).filter((other) => other.id !== id);
    if (others.some((other) => nameKey(other.name) === nameKey(name))) throw new VariableNameTakenError(name);
    const { now } = recorder;
    if (request.id !== null) await recorder.update('variables', id, { name, kind, choices });
    else await recorder.add('variables', [{ id, name, kind, choices, created: now, modified: now }]);
  });
  // After a repeated command it is the one that the first made, as it is now, or as it was made where that was undone.
  const change = operation?.changes.find(({ table }) => table === 'variables');
  const saved = (await store.database.variables.get(change?.id ?? id)) ?? change?.after;
  if (saved == null) throw new RecordNotFoundError('variables', id);
  return saved as Variable;
}

/** What articles have in it goes with it. @throws RecordNotFoundError */
export async function removeVariable(
  store: Store,
  { commandId, id }: { commandId: string; id: string },
): Promise<void> {
  await write(store, { commandId, kind: 'edit-variable' }, async (recorder) => {
    await recorder.remove('variables', [id]);
    const articles = await store.database.articles.toArray();
    const filled = articles.filter(({ variables = {} }) => Object.hasOwn(variables, id));
    await recorder.updateAll(
      'articles',
      filled.map((article) => article.id),
      ({ variables = {} }) => ({ variables: withValue(variables, id, '') }),
    );
  });
}

/**
 * @param request.value as it was typed; empty takes it away
 * @throws RecordNotFoundError, BadVariableValueError
 */
export async function fillVariable(
  store: Store,
  request: { commandId: string; articleId: string; variableId: string; value: string },
): Promise<void> {
  const { commandId, articleId, variableId, value: typed } = request;
  await write(store, { commandId, kind: 'fill-variable' }, async (recorder) => {
    const variable = await store.database.variables.get(variableId);
    if (variable === undefined) throw new RecordNotFoundError('variables', variableId);
    const value = readValue(variable, typed);
    if (value === null) throw new BadVariableValueError(variable.name, variable.kind);
    await recorder.updateAll('articles', [articleId], ({ variables = {} }) =>
      value === (variables[variableId] ?? '') ? {} : { variables: withValue(variables, variableId, value) },
    );
  });
}

type Values = Readonly<Record<string, string>>;

function withValue(values: Values, id: string, value: string): Values {
  const { [id]: _, ...others } = values;
  return value === '' ? others : { ...others, [id]: value };
}

function cleaned(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
