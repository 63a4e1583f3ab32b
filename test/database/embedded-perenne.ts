// A Perenne reduced to its database, run as a process of its own by embedded.test.ts, which kills it in every way.
// Arguments: the data folder. Standard input: `stop` (clean end) or `exit` (end without stopping anything).
import { createInterface } from 'node:readline'
import { type Cluster, openCluster } from '../../source/ground/database/embedded/cluster.ts'

const say = (word: object) => process.stdout.write(`${JSON.stringify(word)}\n`)

let cluster: Cluster
try {
  cluster = await openCluster({ dataFolder: process.argv[2] ?? '' })
} catch (error) {
  say({ failed: error instanceof Error ? error.name : '', message: String(error) })
  process.exit(1)
}
cluster.onUnexpectedExit(message => {
  say({ died: message })
  process.exit(2)
})
say({ place: cluster.place, socketFolder: cluster.socketFolder })

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'exit') process.exit(0)
  await cluster.stop()
  process.exit(0)
}
