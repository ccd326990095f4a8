import lwcConfig from '@salesforce/eslint-config-lwc';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const components = ['force-app/main/default/lwc/**/*.ts'];
const componentTests = ['force-app/main/default/lwc/**/__tests__/**'];
const tests = ['**/*.test.ts', 'tests/**/*.ts'];

/**
 * The arrows of ARCHITECTURE.md as import rules: `force-app → core ← service`; `local-org` knows neither.
 *
 * @param {string} part the folder the rule is for
 * @param {{ group: string[]; message: string }[]} patterns what it may not import, and why
 */
const boundary = (part, patterns) => ({
  files: [`${part}/**/*.ts`],
  ignores: tests,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const parts = (...names) => names.flatMap((name) => [`**/${name}/**`, `${name}/**`]);

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      'dist/**',
      '.data/**',
      '.cache/**',
      'coverage/**',
      'force-app/**/*.js',
      'tests/**/fixtures/**/*.js',
      'config/jest/stubs/**',
    ],
  },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...lwcConfig.configs.recommended.map((config) => ({ ...config, files: components, ignores: componentTests })),
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
    rules: {
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  boundary('core', [
    { group: parts('service', 'local-org', 'force-app', 'scripts'), message: 'core knows nobody.' },
    { group: ['node:*'], message: 'core runs in a page: no Node.' },
    { regex: '^[^.]', message: 'core has no dependencies.' },
  ]),
  {
    files: ['core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', 'process', 'window', 'document', 'fetch', 'performance', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is a parameter.' },
        { object: 'Math', property: 'random', message: 'Randomness is a parameter.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock is a parameter.' },
      ],
    },
  },
  boundary('service', [{ group: parts('local-org', 'force-app'), message: 'service reaches an org over HTTP only.' }]),
  boundary('local-org', [
    { group: parts('service', 'core', 'force-app'), message: 'local-org is an org: it knows no readiness.' },
  ]),
  boundary('force-app', [
    { group: ['**/../core/**', '**/service/**', '**/local-org/**'], message: 'Components import c/core.' },
  ]),
  {
    files: ['**/*.test.ts'],
    ...jest.configs['flat/recommended'],
    languageOptions: { ...jest.configs['flat/recommended'].languageOptions, parser: tseslint.parser },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', '**.assert'] }],
      // The contract's tests that a target may lack something for.
      'jest/no-standalone-expect': [
        'error',
        { additionalTestBlockFunctions: ['testWith', 'testGap', 'testCli', 'testCliLong'] },
      ],
    },
  },
);
