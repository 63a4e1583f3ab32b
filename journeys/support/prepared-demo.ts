import type { TestProject } from 'vitest/node'
import { dropDatabase, openCluster } from '../../source/ground/database/embedded/cluster.ts'
import { demoDatabaseName } from '../../source/ground/database/open.ts'
import { startServer, temporaryData } from './demo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    preparedDemo: string
  }
}

/** For the journeys: a demo that has lived through its story, once, of which each file opens a copy (`startDemo`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await temporaryData()
  try {
    await (await startServer({ what: 'demo', dataFolder: data.folder })).stop()
    // Without what its visitors use, a copy begins at the opening, as the first start does.
    const cluster = await openCluster({ dataFolder: data.folder, durable: false })
    await dropDatabase(cluster, demoDatabaseName)
    await cluster.stop()
  } catch (error) {
    await data.remove().catch(() => undefined)
    throw error
  }
  project.provide('preparedDemo', data.folder)
  return data.remove
}
