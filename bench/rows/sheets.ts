import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { inOnePiece, writeXlsx } from '../../source/ground/sheets/index.ts'
import { memoryOf, parentOf } from '../machine.ts'
import { type Ground, openGround } from '../registration/hall.ts'
import { startServers } from '../registration/run.ts'
import { type Bound, type Figure, figureOf, type Row } from '../row.ts'

const lines = 5_000
const rounds = 3
/** The design's, for the dry run and for the import, each as the person waits for it. */
const whole: Bound = { below: 10_000 }
/** Taken back, as the person waits for it: from the page that says what goes to the one that says it is done. */
const back: Bound = { below: 10_000 }
/** Both together, as somebody waits who has nothing to correct. */
const together: Bound = { below: 10_000 }

const kinds = {
  actors: [
    ['Nom', 'Type', 'Pays', 'Site web'],
    (n: number) => [`Ville de ${n}`, 'Collectivité locale', 'France', `ville-${n}.example`],
  ],
  relationships: [
    ['Relation', 'Type', 'Partenaire', 'Depuis', 'Convention', 'Signée le', 'Échéance', 'Récit'],
    (n: number) => [
      `Jumelage ${n}`,
      'jumelage',
      `Ville de ${n % 500}`,
      'vers 2004',
      `Convention ${n}`,
      '12 juin 2014',
      '11/06/2019',
      'Tout a commencé par une lettre de 2003.',
    ],
  ],
} as const

/** A small server holds it beside what else runs there. */
const memory: Bound = { below: 600 }
const everyMs = 50
const restMs = 5_000

/** A spreadsheet of 5,000 rows looked at, imported and taken back, by one person over HTTP. */
export const sheets: Row = {
  name: 'sheets',
  what: `a spreadsheet of ${lines} rows brought into an empty memory and taken back (${rounds} times, each in a database of its own)`,
  async run(tell) {
    const ground = await openGround()
    try {
      const figures: Figure[] = []
      for (const kind of ['actors', 'relationships'] as const) {
        const found: Found[] = []
        for (let round = 0; round < rounds; round++) found.push(await once(ground, `${kind}_${round}`, kind))
        for (const [what, part, bound] of [
          ['dry run', 'look', whole],
          ['import', 'bring', whole],
          ['dry run and import', 'both', together],
          ['dry run and import, beside as many', 'more', together],
          ['undo', 'undo', back],
        ] as const) {
          const measured = found.map(one => ({ measured: one[part], ceiling: null }))
          figures.push(figureOf(`${lines} ${kind}, ${what}`, 'ms', measured, bound))
        }
        const ms = (one: number) => Math.round(one)
        tell(
          `${kind}: ${found.map(one => `${ms(one.look)} + ${ms(one.bring)}, as many again in ${ms(one.more)}, undone in ${ms(one.undo)} ms`).join('; ')}`,
        )
      }
      // By itself: whoever counts memory all the time is in the way of what is timed.
      const { idle, peak } = await memoryOfOne(ground)
      tell(`memory: ${Math.round(idle)} MB before, ${Math.round(peak)} MB at most`)
      const measured = [{ measured: peak, ceiling: idle }]
      figures.push(figureOf(`${lines} relationships, memory at most, beside idle`, 'MB', measured, memory))
      return figures
    } finally {
      await ground.remove()
    }
  },
}

/** Memory of all processes, the database included, before and during the dry run and the import. */
async function memoryOfOne(ground: Ground): Promise<{ idle: number; peak: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'perenne-bench-node-'))
  try {
    const node = join(folder, 'node')
    await copyFile(process.execPath, node)
    let idle = 0
    let peak = 0
    let timer: NodeJS.Timeout | undefined
    await once(ground, 'relationships_memory', 'relationships', {
      node,
      began(pids) {
        const sum = () => pids.reduce((all, pid) => all + memoryOf(pid).megabytes, 0)
        if (!pids.flatMap(pid => memoryOf(pid).processes).includes('postgres')) throw new Error('no database was found')
        idle = sum()
        timer = setInterval(() => (peak = Math.max(peak, sum())), everyMs)
      },
    })
    clearInterval(timer)
    return { idle, peak }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Found = { look: number; bring: number; both: number; more: number; undo: number }
/** `began` is told the server and the database, when both are at rest and the file is about to be sent. */
type Watching = { node: string; began: (pids: number[]) => void }

async function once(ground: Ground, name: string, kind: keyof typeof kinds, watching?: Watching): Promise<Found> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  await client.query("select perenne.as_actor('job', 'bench')")
  const { rows } = await client.query<{ id: string; backend: number }>(
    `with made as (
       insert into perenne.person (given_name, family_name, email, language, has_account)
       values ('Kim', 'Keeper', 'kim@example.org', 'fr', true) returning id),
     place as (
       insert into perenne.space (kind, slug, parent_id, visibility)
       values ('territory', 'brecourt', '00000000-0000-4000-8000-000000000001', 1) returning id),
     held as (
       insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
       select made.id, 'territory_editor', place.id, 'territory', 'bench', perenne.now() - interval '1 hour' from made, place)
     select id, pg_backend_pid() as backend from made`,
  )
  const db = connect(connection)
  const cookie = `${sessionCookie}=${(await openSession(db, rows[0]?.id ?? '')).token}`
  await db.destroy()
  const database = parentOf(rows[0]?.backend ?? 0)
  if (database === null) throw new Error('the database was not found among the processes')
  await client.end()
  const servers = await startServers(connection, ground.key, 'perenne', 1, watching?.node)
  const origin = servers.origins[0] ?? ''
  try {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, origin), { redirect: 'manual', ...init, headers: { cookie, origin } })
    const sheet = async (from: number) => {
      const [headings, row] = kinds[kind]
      const rowsOut = [headings, ...Array.from({ length: lines }, (_, n) => row(from + n))]
      const body = new FormData()
      body.append('kind', kind)
      body.append('file', new File([await inOnePiece(writeXlsx([{ name: 'F', rows: rowsOut }]))], 'bench.xlsx'))
      return body
    }
    const first = await sheet(0)
    if (watching) {
      await (await ask('/fr/territories/brecourt/import')).arrayBuffer()
      await wait(restMs)
      watching.began([...servers.pids, database])
    }
    const { at, look, bring } = await broughtIn(ask, first)
    if (watching) return { look, bring, both: look + bring, more: 0, undo: 0 }
    const second = await broughtIn(ask, await sheet(lines))
    await takenBack(ask, second.at)
    const undo = await takenBack(ask, at)
    await mustBeEmpty(owner)
    return { look, bring, both: look + bring, more: second.look + second.bring, undo }
  } finally {
    await servers.stop('SIGTERM')
  }
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** A file sent, looked at and brought in; each ends with the page that the person then reads. */
async function broughtIn(ask: Ask, body: FormData): Promise<{ at: string; look: number; bring: number }> {
  const began = performance.now()
  const sent = await ask('/fr/territories/brecourt/import', { method: 'POST', body })
  const at = sent.headers.get('location')
  if (sent.status !== 303 || at === null) throw new Error(`the file was answered with ${sent.status}`)
  const page = await (await ask(at)).text()
  const look = performance.now() - began
  if (!page.includes('Importer')) throw new Error('nothing to import was found')
  const start = performance.now()
  const done = await ask(at, { method: 'POST', body: new URLSearchParams({ do: 'import' }) })
  await done.arrayBuffer()
  if (done.status !== 303) throw new Error(`the import was answered with ${done.status}`)
  await readOn(ask, at)
  return { at, look, bring: performance.now() - start }
}

/** Milliseconds from the page that says what goes to the one that says it is done. */
async function takenBack(ask: Ask, at: string): Promise<number> {
  const asked = await ask(at, { method: 'POST', body: new URLSearchParams({ do: 'undo' }) })
  await asked.arrayBuffer()
  const sure = performance.now()
  const undone = await ask(at, { method: 'POST', body: new URLSearchParams({ do: 'undo', sure: 'yes' }) })
  await undone.arrayBuffer()
  if (undone.status !== 303) throw new Error(`the undo was answered with ${undone.status}`)
  await readOn(ask, at)
  return performance.now() - sure
}

async function readOn(ask: Ask, at: string): Promise<void> {
  const page = await ask(at)
  await page.arrayBuffer()
  if (page.status !== 200) throw new Error(`the page that follows was answered with ${page.status}`)
}

/** What is not undone was not measured. */
async function mustBeEmpty(owner: pg.ClientConfig): Promise<void> {
  const client = await connectOnce(owner)
  const { rows } = await client.query<{ left: number }>(
    `select ((select count(*) from perenne.relationship) + (select count(*) from perenne.agreement)
      + (select count(*) from perenne.organisation where remembered) + (select count(*) from perenne.translation t
         where t.record_table in ('relationship', 'agreement', 'organisation')))::int as left`,
  )
  await client.end()
  if (rows[0]?.left !== 0) throw new Error(`the undo left ${rows[0]?.left} records`)
}
