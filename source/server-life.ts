import type { Server } from 'node:http'
import type { House } from '#ground/house.ts'

/** The port is somebody else's. */
export class PortTaken extends Error {}

/** Listens, and says on which port: the one asked for, or a free one when that was 0. */
export async function listen(server: Server, house: House): Promise<number> {
  const { port, host } = house.settings
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new PortTaken(
            `PORT is ${port}, which another program listens on; expected a free port. Stop that program, or set PORT.`,
          ),
        )
      } else if (error.code === 'EACCES') {
        reject(new PortTaken(`PORT is ${port}, which this user may not listen on; expected a port above 1023.`))
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
        reject(
          new PortTaken(`HOST is ${JSON.stringify(host)}; expected an address of this machine, such as 127.0.0.1.`),
        )
      } else {
        reject(error)
      }
    })
    server.listen(port, host, () => resolve())
  })
  const address = server.address()
  const found = typeof address === 'object' && address !== null ? address.port : port
  // A port left to the system is known only now; links in mails need it.
  if (house.settings.publicUrl.port === '0') house.settings.publicUrl.port = String(found)
  return found
}

// Before the house is open there is nothing to finish. An ordinary exit, so that PostgreSQL is ended with us.
const giveUp = () => process.exit(1)

/** A signal while the house is being opened ends the program at once, and its database server with it. */
export function endOnSignal(): void {
  process.on('SIGTERM', giveUp)
  process.on('SIGINT', giveUp)
}

/** Without its database the program ends, in words that no log level hides; who watches over it starts both again. */
export function endWithDatabase(message: string): never {
  process.stderr.write(`${message}\nPerenne ends with it; start it again.\n`)
  process.exit(1)
}

/**
 * Runs until SIGTERM or SIGINT, then closes in order: no new requests, those under way are finished, then whatever was
 * opened is closed, last first. A second signal does not wait.
 */
export function closeOnSignal(server: Server, house: House, closers: (() => Promise<void>)[]): void {
  let closing = false
  const close = async (signal: string) => {
    if (closing) process.exit(1)
    closing = true
    house.log.info({ signal }, 'closing')
    const patience = setTimeout(() => server.closeAllConnections(), 10_000)
    // A browser keeps its connection after its answer; the server would wait five seconds for another request on it.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    await new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
    clearInterval(sweep)
    clearTimeout(patience)
    for (const closer of closers.reverse()) {
      await closer().catch(error => house.log.error({ error: String(error) }, 'could not close cleanly'))
    }
    house.log.flush(() => process.exit(0))
    setTimeout(() => process.exit(0), 500).unref()
  }
  process.off('SIGTERM', giveUp)
  process.off('SIGINT', giveUp)
  process.on('SIGTERM', () => void close('SIGTERM'))
  process.on('SIGINT', () => void close('SIGINT'))
}

/** The one line on standard output that people and programs wait for; where the data are goes to standard error. */
export function announce(house: House, port: number, place: string): void {
  const { publicUrl } = house.settings
  const address = publicUrl.hostname === 'localhost' ? `http://localhost:${port}` : publicUrl.origin
  process.stdout.write(`Perenne is ready at ${address}\n`)
  process.stderr.write(`Data: ${house.settings.dataFolder}; database: ${place}\n`)
}
