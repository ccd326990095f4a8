import sfdxLwcJest from '@salesforce/sfdx-lwc-jest/config.js';

/** Components run as sfdx-lwc-jest runs them; everything else runs in Node through SWC. */
const components = {
  ...sfdxLwcJest.jestConfig,
  displayName: 'components',
  rootDir: '.',
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  transform: { '^.+\\.(js|ts|html|css)$': '<rootDir>/config/jest/lwc-transformer.cjs' },
  moduleNameMapper: {
    ...sfdxLwcJest.jestConfig.moduleNameMapper,
    '^lightning/(modal|graphql)$': '<rootDir>/config/jest/stubs/lightning/$1.js',
    '^c/core$': '<rootDir>/core/index.ts',
    '^c/knowledge$': '<rootDir>/core/knowledge-bank.ts',
    '^test/(.*)$': '<rootDir>/config/jest/$1.ts',
  },
  setupFilesAfterEnv: [
    ...(sfdxLwcJest.jestConfig.setupFilesAfterEnv ?? []),
    '<rootDir>/config/jest/sa11y.cjs',
    '<rootDir>/config/jest/no-lwc-errors.cjs',
  ],
};

const node = {
  displayName: 'node',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/config/jest/own-home.cjs',
  globalTeardown: '<rootDir>/config/jest/remove-home.cjs',
  testMatch: ['<rootDir>/{core,service,local-org,scripts,tests,benchmarks}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/tests/e2e/'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(marked|kysely|graphql|@fastify/cookie|cookie)/)'],
};

const e2e = {
  ...node,
  displayName: 'e2e',
  testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};

export default { projects: [components, node, e2e] };
