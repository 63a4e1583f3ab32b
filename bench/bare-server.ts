// The ceiling of a page: bare node:http that sends given headers and bytes, in a process of its own.
// node bench/bare-server.ts HEADERS.json BODY, or without files for an empty answer; says its address when it is ready.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [headersFile, bodyFile] = process.argv.slice(2)
const headers = headersFile ? (JSON.parse(readFileSync(headersFile, 'utf8')) as Record<string, string>) : {}
const body = bodyFile ? readFileSync(bodyFile) : Buffer.alloc(0)

const server = createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
