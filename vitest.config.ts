import { defineConfig } from 'vitest/config'

const tests = ['packages/**/*.test.ts', 'packages/**/*.test.tsx', 'tests/*.test.ts', 'bench/**/*.test.ts']
const postgresTests = ['packages/**/*.pg.test.ts', 'tests/**/*.pg.test.ts']
const notOurs = ['**/node_modules/**', '**/dist/**']

/** `unit` is pure and fast, `pg` has a real PostgreSQL, `crash` kills real servers, `e2e` has a real browser. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    teardownTimeout: 10_000,
    dangerouslyIgnoreUnhandledErrors: false,
    // As long as a browser test waits for anything else: what comes late on a busy machine has still come.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: tests, exclude: [...notOurs, ...postgresTests], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'pg',
          include: postgresTests,
          exclude: notOurs,
          globalSetup: ['tests/setup/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          exclude: notOurs,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: notOurs,
          globalSetup: ['tests/e2e/global.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
