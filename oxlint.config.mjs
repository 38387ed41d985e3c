import { everywhere, overrides } from './scripts/layers.mjs'

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y'],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  env: { browser: true, es2022: true },
  ignorePatterns: ['dist', 'public', '.results', '.bench'],
  rules: {
    ...everywhere,
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'no-console': 'error',
    'no-debugger': 'error',
    eqeqeq: 'error',
    'prefer-const': 'error',
    'no-var': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    // It would have <img> for an <svg role="img">.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Style, not correctness: records spread one after another say what belongs together.
    'unicorn/no-useless-spread': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/require-array-sort-compare': 'off',
  },
  overrides: [
    ...overrides(),
    {
      files: ['**/*.config.{ts,mjs}'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['scripts/**', 'bench/**', 'e2e/**'],
      env: { node: true },
      rules: { 'no-console': 'off' },
    },
    {
      files: ['**/*.test.{ts,tsx}'],
      plugins: ['vitest'],
      rules: {
        'vitest/no-focused-tests': 'error',
        'vitest/no-disabled-tests': 'error',
        // Properties are asserted inside loops and helpers, over what a graph happens to hold.
        'vitest/expect-expect': 'off',
        'vitest/no-conditional-expect': 'off',
        'vitest/valid-expect': 'off',
      },
    },
  ],
}
