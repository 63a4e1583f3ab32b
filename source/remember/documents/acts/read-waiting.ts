import { as, job } from '#ground/database/actor.ts'
import { placeOf } from '#ground/files/store/bytes.ts'
import type { House, Job } from '#ground/house.ts'
import { readWords } from '#ground/reading/index.ts'
import { indexMemory } from '../../search/store/index-memory.ts'
import { type WaitingVersion, waitingVersions, writeExtraction } from '../store/extraction.ts'

/** So many in one round; the next one comes a minute later. */
const mostInARound = 50

/**
 * Reads the words out of files that wait for it, each in a process of its own and within bounds, and tells search of them. Runs
 * as a job: it reads the documents of all memories, and whoever uploaded one may be gone.
 *
 * @returns how many were read, whatever came of it
 */
export async function readWaitingDocuments(house: House): Promise<number> {
  const waiting = await as(house.db, job('documents'), tx => waitingVersions(tx, mostInARound))
  for (const version of waiting) await readOne(house, version)
  return waiting.length
}

async function readOne(house: House, { id, document, sha256, mediaType }: WaitingVersion): Promise<void> {
  const found = await readWords(placeOf(house.settings.dataFolder, sha256), mediaType)
  const words = 'read' in found ? (found.read?.words.trim() ?? '') : ''
  const state = 'notRead' in found ? 'failed' : words === '' ? 'none' : 'done'
  if ('notRead' in found) house.log.info({ version: id, why: found.notRead }, 'the words of a document were not read')
  await as(house.db, job('documents'), async tx => {
    const written = await writeExtraction(tx, id, state, words === '' ? null : words)
    // Search follows the words of a document by itself, and those of an older file are its words no more.
    if (written && words === '') await indexMemory(tx, 'memory_document', [document])
  })
}

export const documentJobs: readonly Job[] = [
  {
    name: 'documents',
    schedule: '* * * * *',
    run: async house => {
      await readWaitingDocuments(house)
    },
  },
]
