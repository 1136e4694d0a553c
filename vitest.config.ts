/**
 * `unit` and `unit-bare` run anywhere in seconds; `e2e` drives the built extension in real browsers, three files at a time,
 * since they wait more than they work, the others two, which Vitest would not do by itself on two cores; what `e2e-alone` measures needs the machine to itself.
 */

import { defineConfig } from 'vitest/config';

/** These change nothing around them, so that they share what they import: a tenth of the time. */
const bare = ['tests/{core,store,scripts,bench}/**/*.test.ts', 'tests/*.test.ts'];
const measuring = ['tests/e2e/changing.test.ts', 'tests/e2e/{following,reading,tables}-cost.test.ts'];
const browsers = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
  globalSetup: 'tests/e2e/own-folder.ts',
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...bare],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'unit-bare',
          include: bare,
          isolate: false,
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: measuring,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          ...browsers,
        },
      },
      {
        test: {
          name: 'e2e-alone',
          include: measuring,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          ...browsers,
        },
      },
    ],
  },
});
