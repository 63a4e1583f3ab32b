import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { axe, htmlProblems, noSidewaysScroll, problemsOf } from './page-checks.ts'

// The checks of pages are themselves checked: on a good page, and on one with a fault for each.
const good = `<!DOCTYPE html><html lang="en"><head><title>Good</title><meta name="viewport" content="width=device-width"></head>
<body><main><h1>Good</h1><p>Words.</p></main></body></html>`
const bad = `<!DOCTYPE html><html><head><title>Bad</title></head><body><main><h1>Bad</h1><img src="/missing.png">
<div id="wide">x</div><p><div>in a paragraph</div></p></main>
<style>#wide { inline-size: 900px }</style>
<script>console.error('a trouble'); fetch('http://elsewhere.invalid/').catch(() => {})</script></body></html>`

let server: Server
let origin: string
let browser: OpenBrowser

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(request.url === '/bad' ? bad : good)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server.closeAllConnections()
  server.close()
})

test('nothing is found on a good page', async () => {
  const page = await browser.newPage({ width: 320 })
  await page.goto(`${origin}/good`)
  expect(await problemsOf(page)).toEqual([])
})

test('each fault of a bad page is found', async () => {
  const page = await browser.newPage({ width: 320 })
  await page.goto(`${origin}/bad`)
  const found = await problemsOf(page)
  expect(found).toContainEqual(expect.stringMatching(/^axe image-alt/))
  expect(found).toContainEqual(expect.stringMatching(/^axe html-has-lang/))
  expect(found).toContainEqual(expect.stringMatching(/^scrolls sideways: .*div/))
  expect(found).toContainEqual(expect.stringMatching(/^html \d+:\d+ element-permitted-content/))
  expect(found).toContain('console: a trouble')
  expect(found).toContain('asked another host: http://elsewhere.invalid/')
})

test('with scripts blocked axe still looks; without JavaScript the page still lays out', async () => {
  const blocked = await browser.newPage({ javaScript: 'blocked', scheme: 'dark' })
  await blocked.goto(`${origin}/bad`)
  expect(await axe(blocked)).not.toEqual([])
  const without = await browser.newPage({ javaScript: false, width: 320 })
  await without.goto(`${origin}/bad`)
  expect(await without.title()).toBe('Bad')
  expect(await noSidewaysScroll(without)).not.toEqual([])
})

test('the HTML check reads what a server sends', async () => {
  expect(await htmlProblems(good)).toEqual([])
  expect(await htmlProblems(good.replace('<p>Words.</p>', '<labl for="a">Words</labl>'))).not.toEqual([])
})
