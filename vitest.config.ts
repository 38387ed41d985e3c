import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A test that needs a page says `// @vitest-environment jsdom` in its first line.
    environment: 'node',
    pool: 'threads',
    // A fresh thread and fresh modules for each file took as long as the tests themselves; none of them needs it.
    isolate: false,
    // All cores: while it runs, nothing else does.
    maxWorkers: '100%',
    // Slow machines are no failures; what hangs is found all the same.
    testTimeout: 60_000,
    setupFiles: ['testing/languages.ts'],
    include: ['src/**/*.test.{ts,tsx}', '{testing,gallery,bench}/**/*.test.{ts,tsx}'],
  },
})
