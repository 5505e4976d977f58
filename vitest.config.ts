import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/setup.ts',
    setupFiles: 'tests/seed.ts',
    // So long that only what hangs reaches it: no test is one of speed, and machines are slow.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
