import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { type OpenBrowser, openBrowser, type PageOptions } from './browser.ts'
import { copyData, type RunningServer, startServer, temporaryData } from './demo.ts'
import { prepared } from './prepared-demo.ts'

/** The demo and the browser of the journeys of a file, once `openJourney` was called at its top. */
export let server: RunningServer
export let browser: OpenBrowser

/** A copy of the prepared demo, on a folder of its own; `stop` ends it and removes the folder. */
export async function startDemo(environment: Record<string, string> = {}): Promise<RunningServer> {
  const data = await temporaryData()
  let removeCopy = async () => {}
  try {
    removeCopy = await copyData(await prepared(inject('preparedDemo')), data.folder)
    const server = await startServer({ what: 'demo', dataFolder: data.folder, environment })
    return {
      ...server,
      async stop() {
        const code = await server.stop()
        await removeCopy()
        await data.remove()
        return code
      },
    }
  } catch (error) {
    await removeCopy().catch(() => undefined)
    await data.remove().catch(() => undefined)
    throw error
  }
}

/** Starts the demo and a browser for all journeys of a file, and ends both after them. */
export function openJourney(environment: Record<string, string> = {}): void {
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo(environment), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    expect(await server?.stop()).toBe(0)
  })
}

/** The seminar of the demo, below a language or the desk. */
export const seminar = '/seminars/vers-une-action-internationale-durable'

/** A page of a browser in which a person of the demo is signed in. */
export async function signIn(person: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage(options)
  const answer = await page.request.post(`${server.origin}/demo/sign-in`, { data: { person } })
  expect(answer.status()).toBe(200)
  return page
}
