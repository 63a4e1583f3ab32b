// A load generator where wrk is not installed: raw sockets, one request at a time on each, answers counted by length.
import { connect } from 'node:net'

type Given = { url: string; seconds: number; connections: number; headers: Record<string, string> }
const { url, seconds, connections, headers } = JSON.parse(process.argv[2] ?? '{}') as Given

const { hostname, port, pathname, search, host } = new URL(url)
const lines = [`GET ${pathname}${search} HTTP/1.1`, `Host: ${host}`]
for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
const request = `${lines.join('\r\n')}\r\n\r\n`

let answered = 0
let closing = false
const sockets = Array.from({ length: connections }, () => {
  const socket = connect(Number(port), hostname)
  socket.setNoDelay(true)
  let head = ''
  let left = 0
  socket.on('connect', () => socket.write(request))
  socket.on('error', error => closing || fail(error.message))
  socket.on('close', () => closing || fail('the connection was closed'))
  socket.on('data', part => {
    if (left === 0) {
      head += part.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end === -1) return
      if (!head.startsWith('HTTP/1.1 200')) fail(head.slice(0, head.indexOf('\r\n')))
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)
      if (!length) fail('no content-length')
      left = Number(length?.[1]) - (head.length - end - 4)
      head = ''
    } else {
      left -= part.length
    }
    if (left > 0) return
    answered++
    socket.write(request)
  })
  return socket
})

function fail(why: string): never {
  console.error(`${url}: ${why}`)
  process.exit(1)
}

const started = performance.now()
setTimeout(() => {
  const requestsPerSecond = answered / ((performance.now() - started) / 1000)
  closing = true
  for (const socket of sockets) socket.destroy()
  process.stdout.write(JSON.stringify({ requestsPerSecond }))
}, seconds * 1000)
