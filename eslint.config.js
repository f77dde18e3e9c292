import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'static/', 'docs/'] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'prefer-const': 'error',
    },
  },
  { files: ['src/cli/**', 'bench/**', 'scripts/**', 'tests/**', 'samples/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.svelte'],
    rules: {
      // Links are made of an edition and a language, not of routes known to the framework.
      'svelte/no-navigation-without-resolve': 'off',
      // What `$props` gives is declared with `let`.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
      // A space at the edge of a block is dropped unless it is written as a text.
      'svelte/no-useless-mustaches': 'off',
      // Pages are rendered once, on the server: nothing in them changes.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['src/ui/scripts/**'], languageOptions: { globals: { ...globals.browser } } },
);
