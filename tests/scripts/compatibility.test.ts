import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readings } from '../../scripts/compatibility-readings.ts';

it.each(readings)('the test that shows $program reading $format is there', ({ test: { file, title } }) => {
  expect(readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8')).toContain(title);
});
