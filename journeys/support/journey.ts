import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type OpenBrowser, openBrowser, type PageOptions } from './browser.ts'
import { type RunningServer, startDemo } from './demo.ts'

/** The demo and the browser of the journeys of a file, once `openJourney` was called at its top. */
export let server: RunningServer
export let browser: OpenBrowser

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
