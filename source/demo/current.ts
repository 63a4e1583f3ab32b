import { openClock } from '#ground/clock.ts'
import { connect } from '#ground/database/connect.ts'
import type { Cluster } from '#ground/database/embedded/cluster.ts'
import { surviving } from '#ground/database/open.ts'
import type { House, Room } from '#ground/house.ts'
import { type Jobs, type JobTimes, openJobs } from '#ground/jobs/boss.ts'
import { currentName, freshCopy, type Moment } from './moments.ts'

/** What stands on the database of the current moment, and moves on when visitors jump to another. */
export type Current = {
  house: House
  /** Puts a fresh copy of a moment in the place of what visitors did. Jumps follow one another. */
  jump(to: Moment): Promise<void>
  /** Runs the jobs of the rooms here by themselves, from now on; until then they only wait. */
  startJobs(): Promise<void>
  /** Asks for one run of a job now. @throws when there is none of this name, or the jobs do not run */
  runNow(name: string): Promise<void>
  stopJobs(): Promise<void>
  /** Lets go of the database; the jobs first. */
  close(): Promise<void>
}

// Files of all moments lie in one data folder: the night of one moment would remove those of the others.
const notHere = new Set(['forget-unnamed-bytes'])

/** @param given.times how often the jobs look, in real seconds; tests shorten them */
export async function openCurrent({
  cluster,
  rooms,
  times,
  ...opened
}: Pick<House, 'settings' | 'log' | 'keys' | 'banner'> & {
  cluster: Cluster
  rooms: readonly Room[]
  times?: Partial<JobTimes>
}): Promise<Current> {
  const { log } = opened
  const onLost = (error: Error) => log.error({ error: error.message }, 'a database connection was lost')
  const application = () => surviving(cluster.connection('perenne_app', currentName), onLost)
  const db = connect(application(), onLost)
  const house: House = {
    ...opened,
    db,
    owner: cluster.connection('perenne_owner', currentName),
    clock: await openClock(db),
    rooms: rooms.map(room =>
      room.jobs ? { ...room, jobs: room.jobs.filter(({ name }) => !notHere.has(name)) } : room,
    ),
    mailsWritten: () => {},
  }
  let jobs: Jobs | null = null
  let jumps = Promise.resolve()

  async function stopJobs(): Promise<void> {
    const running = jobs
    jobs = null
    await running?.close()
  }

  async function startJobs(): Promise<void> {
    jobs ??= await openJobs(house, application(), times)
  }

  async function jumpTo(to: Moment): Promise<void> {
    const ran = jobs !== null
    await stopJobs()
    await house.db.destroy()
    await freshCopy(cluster, to)
    house.db = connect(application(), onLost)
    house.clock = await openClock(house.db)
    if (ran) await startJobs()
  }

  return {
    house,
    startJobs,
    stopJobs,
    jump(to) {
      const jumped = jumps.then(() => jumpTo(to))
      jumps = jumped.catch(() => undefined)
      return jumped
    },
    async runNow(name) {
      if (jobs === null) throw new Error('the jobs do not run')
      await jobs.runNow(name)
    },
    async close() {
      await jumps
      await stopJobs()
      await house.db.destroy()
    },
  }
}
