import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House, Room } from '../../source/ground/house.ts'
import { readSettings } from '../../source/ground/settings.ts'
import { type Limits, openLimits } from '../../source/ground/web/limits.ts'
import { openWeb, type Web } from '../../source/ground/web/server.ts'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }
export type Port = {
  web: Web
  /** One request as it is: no header is added, no address put right. */
  ask(path: string, options?: Asked): Promise<Answer>
  close(): Promise<void>
}
export type Asked = {
  method?: string
  headers?: Record<string, string>
  /** Several parts are sent in chunks, without a length. */
  body?: string | readonly string[]
}

/** The house behind a real port, so that Node's own reading of HTTP is part of the test. */
export async function openPort(
  house: House,
  options: { environment?: Record<string, string>; limits?: Limits; keepPages?: boolean; rooms?: readonly Room[] } = {},
): Promise<Port> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'perenne-port-'))
  const settings = options.environment
    ? readSettings({ PERENNE_DATA: dataFolder, ...options.environment }, 'test')
    : house.settings
  const opened = { ...house, settings, rooms: options.rooms ?? house.rooms }
  const web = openWeb(opened, { limits: options.limits ?? openLimits(1000), keepPages: options.keepPages ?? false })
  await new Promise<void>(resolve => web.server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = web.server.address() as AddressInfo
  return {
    web,
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', part => {
            text += part
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
        })
        let answered = false
        sent.on('response', () => {
          answered = true
        })
        // A server that answers before it has read everything closes the line on the rest.
        sent.on('error', error => (answered ? undefined : reject(error)))
        if (body === undefined || typeof body === 'string') sent.end(body)
        else {
          for (const part of body) sent.write(part)
          sent.end()
        }
      }),
    async close() {
      web.server.closeAllConnections()
      await new Promise(resolve => web.server.close(resolve))
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
