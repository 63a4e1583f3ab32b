import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { dropDatabase, openCluster } from '../../source/ground/database/embedded/cluster.ts'
import { demoDatabaseName } from '../../source/ground/database/open.ts'
import { build } from '../../tools/build.js'
import { startServer, temporaryData } from './demo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    preparedDemo: string
  }
}

/** Beside the folder: there as soon as the demo is prepared, with what went wrong when it could not be. */
const mark = (folder: string) => `${folder}.prepared`

/**
 * For the journeys: a demo that has lived through its story, once, of which each file opens a copy (`startDemo`). It is prepared
 * while the other tests run; `prepared` waits for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // By itself: other tests read what it makes.
  await build()
  const data = await temporaryData()
  const done = prepare(data.folder).then(
    () => writeFile(mark(data.folder), ''),
    (error: Error) => writeFile(mark(data.folder), error.stack ?? error.message),
  )
  project.provide('preparedDemo', data.folder)
  return async () => {
    await done
    await rm(mark(data.folder), { force: true })
    await data.remove()
  }
}

/**
 * Waits until the demo is prepared.
 *
 * @throws Error with what went wrong
 */
export async function prepared(folder: string): Promise<string> {
  for (let tries = 0; tries < 1_200; tries++) {
    const said = await readFile(mark(folder), 'utf8').catch(() => null)
    if (said === '') return folder
    if (said !== null) throw new Error(`the demo could not be prepared: ${said}`)
    await wait(100)
  }
  throw new Error('the demo was not prepared within two minutes')
}

async function prepare(dataFolder: string): Promise<void> {
  await (await startServer({ what: 'demo', dataFolder })).stop()
  // Without what its visitors use, a copy begins at the opening, as the first start does.
  const cluster = await openCluster({ dataFolder, durable: false })
  await dropDatabase(cluster, demoDatabaseName)
  await cluster.stop()
}
