import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startServer, temporaryData } from '../../journeys/support/demo.ts'
import { startBare } from '../bare.ts'
import { memoryOf } from '../machine.ts'
import { figureOf, type Row } from '../row.ts'

const starts = 5
const restSeconds = 20

/** Start of an existing installation, and its memory at rest, database included. */
export const start: Row = {
  name: 'start',
  what: `start of an existing installation (${starts} times), memory ${restSeconds} s after 100 requests; beside a bare Node server`,
  async run(tell) {
    const data = await temporaryData()
    // A copy of Node of its own: pages shared with this very process would count for less.
    const node = join(data.folder, 'node')
    await copyFile(process.execPath, node)
    const open = () => startServer({ what: 'start', dataFolder: data.folder, node })
    try {
      // The first start makes the installation; it is not what is measured.
      await (await open()).stop()
      const times = []
      const memories = []
      for (let round = 0; round < starts; round++) {
        const barely = performance.now()
        const bare = await startBare(undefined, node)
        const ceiling = performance.now() - barely
        await bare.stop() // what two processes share counts half for each
        const began = performance.now()
        const server = await open()
        const measured = performance.now() - began
        times.push({ measured, ceiling })
        tell(`start: ${Math.round(measured)} ms; a bare Node server ${Math.round(ceiling)} ms`)
        try {
          if (round === starts - 1) {
            for (let i = 0; i < 100; i++) await (await fetch(`${server.origin}/fr/`)).arrayBuffer()
            await wait(restSeconds * 1000)
            const { megabytes, processes } = memoryOf(server.pid)
            if (!processes.includes('postgres')) throw new Error(`the database was not found among ${processes}`)
            memories.push({ measured: megabytes, ceiling: await bareMemory(node) })
            tell(`memory: ${Math.round(megabytes)} MB in ${processes.length} processes`)
          }
        } finally {
          await server.stop()
        }
      }
      return [
        figureOf('start of an existing installation', 'ms', times, { below: 2000 }),
        figureOf('memory at rest, database included', 'MB', memories, { below: 250 }),
      ]
    } finally {
      await data.remove()
    }
  },
}

async function bareMemory(node: string): Promise<number> {
  const bare = await startBare(undefined, node)
  try {
    return memoryOf(bare.pid).megabytes
  } finally {
    await bare.stop()
  }
}
