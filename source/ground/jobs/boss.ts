import type { ClientConfig } from 'pg'
import { PgBoss } from 'pg-boss'
import type { House, Job } from '../house.ts'

export type Jobs = {
  /**
   * Asks for one run of a job now, besides its schedule: on this server or another. When one is waiting already,
   * that one answers for both.
   *
   * @throws when no room has a job of this name
   */
  runNow(name: string): Promise<void>
  /** Waits for the jobs that run here, for a moment; what is cut short is tried again. */
  close(): Promise<void>
}

/** Real seconds; tests shorten them. */
export type JobTimes = { polling: number; scheduling: number; retryDelay: number; closing: number }
const usualTimes: JobTimes = { polling: 10, scheduling: 30, retryDelay: 60, closing: 10 }

/**
 * Opens what runs the rooms' jobs by themselves: cron in UTC, one at a time over all processes, tried again three
 * times with growing delay, and caught up once when their moment passed while nothing ran. pg-boss keeps its tables in
 * the schema `jobs`, which the application owns and which hold names of jobs and nothing else: what a job fails with goes
 * to the log, never there.
 *
 * @param connection how the application connects
 */
export async function openJobs(house: House, connection: ClientConfig, given: Partial<JobTimes> = {}): Promise<Jobs> {
  const times = { ...usualTimes, ...given }
  const jobs = new Map(house.rooms.flatMap(room => room.jobs ?? []).map(job => [job.name, job]))
  const boss = new PgBoss({
    ...(connection as ConstructorParameters<typeof PgBoss>[0] & object),
    application_name: 'perenne jobs',
    max: 3,
    schema: 'jobs',
    createSchema: false,
    supervise: true,
    schedule: true,
    cronMonitorIntervalSeconds: times.scheduling,
    cronWorkerIntervalSeconds: Math.min(5, times.scheduling),
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  // Without a listener a lost connection would end the program.
  boss.on('error', error => house.log.error({ error: error.message }, 'jobs: a query failed'))
  boss.on('warning', warning => house.log.warn({ warning: warning.message }, 'jobs'))
  await boss.start()

  const workers = new Map<string, string>()
  try {
    await Promise.all([...jobs.values()].map(async job => workers.set(job.name, await enrol(job))))
    await forgetOthers()
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }

  async function enrol(job: Job): Promise<string> {
    // stately: one waits and one runs, at most, whatever the number of processes.
    const options = {
      retryLimit: 3,
      retryDelay: times.retryDelay,
      retryBackoff: true,
      // A process that died is missed after a minute; one that works may take hours.
      heartbeatSeconds: 60,
      expireInSeconds: 4 * 60 * 60,
    }
    await boss.createQueue(job.name, { policy: 'stately', ...options })
    // What came due while no process ran is done once at the next start, however often it came due: a machine that is off at
    // night would never keep a backup. Each job reads how things stand when it runs.
    if (job.schedule) await boss.schedule(job.name, job.schedule, null, { tz: 'UTC', missed: 'once' })
    return boss.work(job.name, { pollingIntervalSeconds: times.polling }, () => run(job))
  }

  async function run(job: Job): Promise<void> {
    const started = performance.now()
    try {
      await job.run(house)
      house.log.info({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done')
    } catch (error) {
      const told = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) }
      house.log.error({ job: job.name, error: told }, 'job failed')
      // What it failed with may quote somebody: pg-boss would keep it.
      throw new Error('failed; see the log')
    }
  }

  /** Schedules of jobs that this version does not have, or that lost theirs. */
  async function forgetOthers(): Promise<void> {
    for (const { name } of await boss.getSchedules()) {
      if (!jobs.get(name)?.schedule) await boss.unschedule(name)
    }
  }

  return {
    async runNow(name) {
      const worker = workers.get(name)
      if (worker === undefined) throw new Error(`there is no job named ${name}`)
      await boss.send(name)
      boss.notifyWorker(worker)
    },
    close: () => boss.stop({ graceful: true, timeout: times.closing * 1000 }),
  }
}
