import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A test that needs a page says `// @vitest-environment jsdom` in its first line.
    environment: 'node',
    pool: 'threads',
    setupFiles: ['testing/languages.ts'],
    include: ['src/**/*.test.{ts,tsx}', '{testing,gallery,bench}/**/*.test.{ts,tsx}'],
  },
})
