import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type TestContext, test } from 'vitest'

/** The folder of data from outside that PERENNE_FIXTURES names, absolute; null when it names none. */
export const fixturesFolder: string | null = (() => {
  const named = process.env.PERENNE_FIXTURES?.trim()
  if (!named) return null
  if (!existsSync(named))
    throw new Error(`PERENNE_FIXTURES is ${JSON.stringify(named)}; expected a folder that is there.`)
  return resolve(named)
})()

/** How tools/test.js recognises a test that was skipped for want of the folder. */
const mark = '[PERENNE_FIXTURES]'

/** A test that needs data from outside; without the folder it is skipped, and the last line of `npm test` counts it. */
export function testWithFixtures(
  name: string,
  work: (folder: string, context: TestContext) => Promise<void> | void,
  timeout?: number,
): void {
  test.skipIf(fixturesFolder === null)(`${name} ${mark}`, context => work(fixturesFolder as string, context), timeout)
}
