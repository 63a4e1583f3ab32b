import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // One file waits for its database while another works: three at once keep two cores busy.
    maxWorkers: 3,
    // Files that one process runs share the modules of the house, which keep nothing but by the house they are asked for;
    // to read them anew for each file took a seventh of the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Pages are made of much that is soon gone: with more room for it, a tenth of the time is saved.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        // A property with thousands of runs takes its time on a machine that is busy.
        test: { name: 'rules', include: ['test/rules/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'acts',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/rules/**'],
          globalSetup: ['test/support/islands.ts', 'test/support/cluster.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['journeys/**/*.test.{ts,tsx}'],
          globalSetup: ['test/support/chromium.ts', 'journeys/support/prepared-demo.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Each has a demo and a browser of its own.
          maxWorkers: 2,
          maxConcurrency: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
