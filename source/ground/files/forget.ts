import { unlink } from 'node:fs/promises'
import { as, job } from '../database/actor.ts'
import type { House, Job } from '../house.ts'
import { bytesOlderThan } from './store/bytes.ts'
import { stillNamed } from './store/rows.ts'

/**
 * Removes bytes that no file has and none ever had: arrivals that were cut off, files whose row was refused. Bytes are
 * left alone for a day, so that one on its way to its row is never taken. Runs as a job: it must see every file.
 *
 * @returns how many were removed
 */
export async function forgetUnnamedBytes(house: House, age: Temporal.Duration): Promise<number> {
  let removed = 0
  // Age on the disk is real time, whatever the demo's clock says.
  const before = Temporal.Now.instant().subtract(age)
  const batch: { path: string; sha256: string | null }[] = []
  const settle = async () => {
    const named = await as(house.db, job('files'), tx =>
      stillNamed(
        tx,
        batch.flatMap(({ sha256 }) => sha256 ?? []),
      ),
    )
    for (const { path, sha256 } of batch.splice(0)) {
      if (sha256 !== null && named.has(sha256)) continue
      await unlink(path)
      removed += 1
    }
  }
  for await (const found of bytesOlderThan(house.settings.dataFolder, before)) {
    batch.push(found)
    if (batch.length >= 500) await settle()
  }
  await settle()
  return removed
}

export const fileJobs: readonly Job[] = [
  {
    name: 'forget-unnamed-bytes',
    schedule: '40 2 * * *',
    run: async house => {
      const removed = await forgetUnnamedBytes(house, Temporal.Duration.from({ hours: 24 }))
      house.log.info({ removed }, 'bytes without a file removed')
    },
  },
]
