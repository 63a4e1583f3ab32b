import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { memoryOf } from '../../bench/machine.ts'
import { withFigures } from '../../bench/report.ts'
import { figureOf, inWords, median } from '../../bench/row.ts'

test('a figure is the median, its ratio the median of the rounds, and it keeps its bound or does not', () => {
  const rounds = [
    { measured: 80, ceiling: 100 },
    { measured: 10, ceiling: 20 },
    { measured: 90, ceiling: 100 },
  ]
  const figure = figureOf('page', 'requests/s', rounds, { ratioAtLeast: 0.8 })
  expect(figure).toMatchObject({ measured: 80, ceiling: 100, ratio: 0.8, ok: true })
  expect(figureOf('page', 'requests/s', rounds, { ratioAtLeast: 0.81 }).ok).toBe(false)
  expect(figureOf('start', 'ms', [{ measured: 1999, ceiling: null }], { below: 2000 })).toMatchObject({
    ratio: null,
    ok: true,
  })
  expect(figureOf('start', 'ms', [{ measured: 2000, ceiling: null }], { below: 2000 }).ok).toBe(false)
  expect(figureOf('start', 'ms', [{ measured: 1, ceiling: null }], { ratioAtLeast: 0.1 }).ok).toBe(false)
  const both = { ratioBelow: 2, below: 200 }
  const beside = (measured: number, ceiling: number | null) => figureOf('list', 'ms', [{ measured, ceiling }], both).ok
  expect([beside(199, 100), beside(200, 150), beside(199, 90), beside(10, null)]).toEqual([true, false, false, false])
  expect(inWords(both, 'ms')).toBe('< 2 times, < 200 ms')
  expect(() => median([])).toThrow()
})

test.runIf(process.platform === 'linux')('memory counts the descendants too', async () => {
  const child = spawn('sh', ['-c', 'sleep 30 & wait'], { stdio: 'ignore', detached: true })
  try {
    await expect.poll(() => memoryOf(child.pid as number).processes.sort()).toEqual(['sh', 'sleep'])
    expect(memoryOf(process.pid).megabytes).toBeGreaterThan(memoryOf(child.pid as number).megabytes)
  } finally {
    process.kill(-(child.pid as number))
  }
})

test('the own client counts whole answers, and fails on one that is not 200', async () => {
  let answered = 0
  const body = 'x'.repeat(100_000)
  const server = createServer((request, response) => {
    if (request.url === '/missing') response.statusCode = 404
    response.setHeader('content-length', body.length)
    response.end(body, () => answered++)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const good = await runClient(`${origin}/`)
    expect(good.code).toBe(0)
    const { requestsPerSecond } = JSON.parse(good.said) as { requestsPerSecond: number }
    // What was under way when it stopped was answered and not counted: at most one for each connection.
    expect(requestsPerSecond).toBeGreaterThan(0)
    // The client's clock and ours are two.
    expect(requestsPerSecond).toBeLessThanOrEqual(answered * 1.05 + 1)
    expect((await runClient(`${origin}/missing`)).code).toBe(1)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

function runClient(url: string): Promise<{ code: number | null; said: string }> {
  const program = fileURLToPath(new URL('../../bench/own-client.ts', import.meta.url))
  const given = JSON.stringify({ url, seconds: 1, connections: 4, headers: {} })
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, given], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.on('data', part => {
      said += part
    })
    child.on('close', code => resolve({ code, said }))
  })
}

test('the figures are written between their marks, and nowhere else', () => {
  const figure = figureOf('page', 'requests/s', [{ measured: 50, ceiling: 100 }], { ratioAtLeast: 0.8 })
  const results = {
    commit: 'abc',
    machine: '2 × a',
    node: 'v26',
    date: '2026-01-02T03:04:05Z',
    rows: [{ row: 'page', commit: 'abc', ...figure }],
  }
  const text = 'Before.\n<!-- figures: written by npm run bench -->\nold\n<!-- /figures -->\nAfter.\n'
  const once = withFigures(text, results)
  expect(once).toContain('| page | 50 requests/s | 100 requests/s | 0.5 | ≥ 0.8 of the ceiling | **missed** | `abc` |')
  expect(once).not.toContain('old')
  expect(once.startsWith('Before.\n') && once.endsWith('\nAfter.\n')).toBe(true)
  expect(withFigures(once, results)).toBe(once)
  expect(() => withFigures('no marks', results)).toThrow('marks')
})
