import { unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, DataFolderTaken } from './errors.ts'
import { beginHeartbeat } from './heartbeat.ts'
import { type Place, prepareSocketFolder } from './place.ts'

/** Held by the one living Perenne of a data folder; it goes with the process, however that dies. */
export type Claim = { release(): Promise<void> }

/**
 * Claims a data folder; throws `DataFolderTaken` when another living Perenne has it.
 * On Linux an abstract socket, which the kernel frees at any death. Elsewhere a socket file: connecting tells whether
 * its maker is alive. Then the heartbeat, for those whom a socket does not reach.
 */
export async function claimPlace(place: Place): Promise<Claim> {
  const claim = await claimSocket(place)
  try {
    const endHeartbeat = await beginHeartbeat(place)
    return {
      release: async () => {
        await endHeartbeat()
        await claim.release()
      },
    }
  } catch (error) {
    await claim.release()
    throw error
  }
}

async function claimSocket(place: Place): Promise<Claim> {
  if (process.platform === 'linux') return await claimByName(place)
  await prepareSocketFolder(place)
  return await claimByFile(place, fileOf(place))
}

/** The process id of the living Perenne of this data folder; 0 when it lives but does not say; `null` when there is none. */
export async function claimHolder(place: Place): Promise<number | null> {
  const answer = await ask(process.platform === 'linux' ? nameOf(place) : fileOf(place))
  return answer === null ? null : Number(answer.split(' ')[0])
}

const nameOf = (place: Place): string => `\0perenne-${place.id}`
const fileOf = (place: Place): string => join(place.socketFolder, 'claim')

/** A claim by a name in Linux's abstract namespace. */
export async function claimByName(place: Place): Promise<Claim> {
  const server = answering(`${process.pid}`)
  if (await listens(server, nameOf(place))) return held(server)
  throw new DataFolderTaken(place.dataFolder, nameOfProcess(await ask(nameOf(place))))
}

/** A claim by a socket file, for systems that have no abstract sockets. */
export async function claimByFile(place: Place, file: string): Promise<Claim> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const answer = `${process.pid} ${Math.random().toString(36).slice(2)}`
    const server = answering(answer)
    if (await listens(server, file)) {
      // Two that found the same dead file may both have removed it, the second one removing the first one's own. So both
      // look again a little later, and who no longer answers at that name has lost. A loser does not close its server:
      // closing would remove the winner's file.
      await sleep(60)
      const found = await ask(file)
      if (found === answer) return held(server)
      throw new DataFolderTaken(place.dataFolder, nameOfProcess(found))
    }
    const other = await ask(file)
    if (other !== null) throw new DataFolderTaken(place.dataFolder, nameOfProcess(other))
    await unlink(file).catch(() => {})
  }
  throw new DataFolderTaken(place.dataFolder, null)
}

function nameOfProcess(answer: string | null): string | null {
  const pid = Number(answer?.split(' ')[0])
  return pid > 0 ? `process ${pid}` : null
}

/** A server that tells its text to who connects. It alone does not keep the process alive. */
function answering(text: string): Server {
  const server = createServer(socket => {
    socket.on('error', () => {})
    socket.unref()
    socket.end(text)
  })
  server.unref()
  return server
}

/** True once it listens, false when the address is taken. */
function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', error => (codeOf(error) === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ path, exclusive: true }, () => resolve(true))
  })
}

function held(server: Server): Claim {
  server.on('error', () => {})
  return { release: () => new Promise(resolve => server.close(() => resolve())) }
}

/** What the server at that path says; `0` when it is there but busy; `null` when nobody listens. */
function ask(path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect({ path })
    const done = (answer: string | null) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(2000, () => done('0'))
    socket.on('data', data => {
      said += data
    })
    socket.on('end', () => done(said || '0'))
    socket.on('error', error => {
      const code = codeOf(error)
      if (code === 'ECONNREFUSED' || code === 'ENOENT' || code === 'ENOTSOCK') done(null)
      else if (code === 'EAGAIN' || code === 'ECONNRESET' || code === 'EPIPE') done('0')
      else reject(error)
    })
  })
}
