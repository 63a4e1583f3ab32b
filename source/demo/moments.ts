import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { openClock } from '#ground/clock.ts'
import { connect, connectOnce } from '#ground/database/connect.ts'
import { type Cluster, createDatabase, databaseExists, dropDatabase } from '#ground/database/embedded/cluster.ts'
import { migrate, migrations } from '#ground/database/migrate.ts'
import { demoDatabaseName } from '#ground/database/open.ts'
import type { House } from '#ground/house.ts'
import { programFolder } from '#ground/program.ts'
import { untilClosed } from './last-days.ts'
import { untilLastMinute, untilOpening } from './story.ts'
import { type Chapter, sampleFiles } from './story-kit.ts'

/** The moments one can jump to, in their order, and the instant at which each begins. */
export const momentKeys = ['opening', 'last-minute', 'closed'] as const
export type Moment = (typeof momentKeys)[number]
export const instantOf: Record<Moment, string> = {
  opening: '2018-06-04T09:00:00+02:00',
  'last-minute': '2018-06-17T23:50:00+02:00',
  closed: '2018-06-20T10:00:00+02:00',
}
const chapterBefore: Record<Moment, Chapter> = {
  opening: untilOpening,
  'last-minute': untilLastMinute,
  closed: untilClosed,
}

export const isMoment = (value: unknown): value is Moment => (momentKeys as readonly unknown[]).includes(value)

/** The database that visitors of the demo use: a copy of a moment. */
export const currentName = demoDatabaseName
const nameOf = (moment: Moment) => `demo_moment_${moment.replace('-', '_')}`

type Stage = Pick<House, 'settings' | 'log' | 'keys' | 'rooms'> & { cluster: Cluster }

/**
 * Builds the databases of the moments that are not there yet, or whose samples or schema have changed, by living
 * through the story with the real acts: the demo is also the longest test. Each moment goes on from the one before.
 */
export async function buildMoments(stage: Stage): Promise<void> {
  const wanted = await fingerprint()
  let before: Moment | null = null
  let rebuilding = false
  for (const moment of momentKeys) {
    const name = nameOf(moment)
    const there = !rebuilding && (await databaseExists(stage.cluster, name))
    if (!there || (await commentOf(stage.cluster, name)) !== wanted) {
      // What comes after it was lived from it.
      rebuilding = true
      await dropDatabase(stage.cluster, name)
      await dropDatabase(stage.cluster, currentName)
      await createDatabase(stage.cluster, name, before === null ? {} : { template: nameOf(before) })
      await live(stage, name, chapterBefore[moment])
      await setComment(stage.cluster, name, wanted)
    }
    before = moment
  }
}

/** A fresh copy of a moment for visitors; the clock starts at its instant and runs. */
export async function freshCopy(cluster: Cluster, moment: Moment, at: string = instantOf[moment]): Promise<void> {
  await dropDatabase(cluster, currentName)
  await createDatabase(cluster, currentName, { template: nameOf(moment) })
  await asOwner(cluster, currentName, owner =>
    owner.query('update perenne.clock set shift = $1::timestamptz - clock_timestamp()', [at]),
  )
}

/**
 * When the demo starts again on what visitors did before, time goes on from the last thing that somebody did (what the
 * migrations wrote, in real time and in nobody's name, does not count).
 */
export async function resume(cluster: Cluster): Promise<boolean> {
  if (!(await databaseExists(cluster, currentName))) return false
  await asOwner(cluster, currentName, owner =>
    owner.query(`
      update perenne.clock set shift = coalesce(greatest(
        (select max(lower(known)) from perenne.record_version where actor_kind is not null),
        (select max(requested_at) from perenne.registration),
        (select max(created_at) from perenne.mail)), clock_timestamp()) - clock_timestamp()`),
  )
  return true
}

async function live(stage: Stage, name: string, chapter: Chapter): Promise<void> {
  const { cluster, ...opened } = stage
  await asOwner(cluster, name, async owner => {
    await migrate(owner)
    await owner.query('update perenne.installation set demonstration = true')
    const db = connect(cluster.connection('perenne_app', name))
    try {
      const clock = await openClock(db)
      const house: House = {
        ...opened,
        db,
        owner: cluster.connection('perenne_owner', name),
        clock,
        mailsWritten: () => {},
      }
      const goTo = async (instant: string) => {
        await owner.query('update perenne.clock set shift = $1::timestamptz - clock_timestamp()', [instant])
        await clock.refresh()
      }
      await chapter(house, goTo)
      await sql`analyze`.execute(db).catch(() => undefined)
    } finally {
      await db.destroy()
    }
  })
}

async function asOwner<T>(
  cluster: Cluster,
  name: string,
  work: (owner: Awaited<ReturnType<typeof connectOnce>>) => Promise<T>,
): Promise<T> {
  const owner = await connectOnce(cluster.connection('perenne_owner', name))
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

// What a moment was made from: when any of it changes, the moment is lived through again.
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of await migrations()) hash.update(migration.sha256)
  for (const file of sampleFiles) hash.update(await readFile(new URL(`samples/${file}`, programFolder)))
  return hash.digest('hex')
}

async function commentOf(cluster: Cluster, name: string): Promise<string | null> {
  return asOwner(cluster, name, async owner => {
    const { rows } = await owner.query<{ comment: string | null }>(
      "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()",
    )
    return rows[0]?.comment ?? null
  })
}

async function setComment(cluster: Cluster, name: string, comment: string): Promise<void> {
  await asOwner(cluster, name, owner => owner.query(`comment on database ${name} is '${comment}'`))
}
