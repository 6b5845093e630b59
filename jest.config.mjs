// Unit tests: one file per module, in jsdom where a module reads a page.
// Where a day begins at another hour than in UTC, a date that is shifted is seen.
process.env.TZ = 'America/St_Johns';

export default {
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
  testEnvironment: 'jsdom',
  // On a machine that does other work besides, a test that reads whole pages takes seconds.
  testTimeout: 30_000,
  transform: {
    '\\.(ts|mjs)$': '<rootDir>/test/unit/transform.cjs',
    '\\.css$': '<rootDir>/test/unit/transform.cjs',
  },
  moduleNameMapper: { '^webextension-polyfill$': '<rootDir>/test/unit/native-browser.cjs' },
  setupFiles: ['<rootDir>/test/unit/setup.ts'],
};
