import * as v from 'valibot';
import { expect, it } from 'vitest';
import { namedId } from '../../../core/import/named-id';
import { sha256 } from '../../../store/digest';

const environment = { digest: sha256 };

it('gives the same names the same id, and other names, or names parted otherwise, another one', async () => {
  const id = await namedId(environment, 'a', 'bc');
  expect(await namedId(environment, 'a', 'bc')).toBe(id);
  expect(await namedId(environment, 'ab', 'c')).not.toBe(id);
  expect(v.is(v.pipe(v.string(), v.uuid()), id)).toBe(true);
  expect(id).toMatch(/^.{14}8.{4}[89ab]/u);
});
