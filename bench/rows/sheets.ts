import { connect, connectOnce } from '../../source/ground/database/connect.ts'
import { openSession, sessionCookie } from '../../source/ground/people/session.ts'
import { inOnePiece, writeXlsx } from '../../source/ground/sheets/index.ts'
import { type Ground, openGround } from '../registration/hall.ts'
import { startServers } from '../registration/run.ts'
import { type Bound, type Figure, figureOf, type Row } from '../row.ts'

const lines = 5_000
const rounds = 3
/** The design's, for the dry run and for the import, each as the person waits for it. */
const whole: Bound = { below: 10_000 }

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

/** A spreadsheet of 5,000 rows looked at, and imported, by one person over HTTP. */
export const sheets: Row = {
  name: 'sheets',
  what: `a spreadsheet of ${lines} rows brought into an empty memory (${rounds} times, each in a database of its own)`,
  async run(tell) {
    const ground = await openGround()
    try {
      const figures: Figure[] = []
      for (const kind of ['actors', 'relationships'] as const) {
        const found: { look: number; bring: number }[] = []
        for (let round = 0; round < rounds; round++) found.push(await once(ground, `${kind}_${round}`, kind))
        for (const [what, part] of [
          ['dry run', 'look'],
          ['import', 'bring'],
        ] as const) {
          const measured = found.map(one => ({ measured: one[part], ceiling: null }))
          figures.push(figureOf(`${lines} ${kind}, ${what}`, 'ms', measured, whole))
        }
        tell(`${kind}: ${found.map(({ look, bring }) => `${Math.round(look)} + ${Math.round(bring)} ms`).join(', ')}`)
      }
      return figures
    } finally {
      await ground.remove()
    }
  },
}

async function once(ground: Ground, name: string, kind: keyof typeof kinds): Promise<{ look: number; bring: number }> {
  const { connection, owner } = await ground.fresh(name)
  const client = await connectOnce(owner)
  await client.query("select perenne.as_actor('job', 'bench')")
  const { rows } = await client.query<{ id: string }>(
    `with made as (
       insert into perenne.person (given_name, family_name, email, language, has_account)
       values ('Kim', 'Keeper', 'kim@example.org', 'fr', true) returning id),
     place as (
       insert into perenne.space (kind, slug, parent_id, visibility)
       values ('territory', 'brecourt', '00000000-0000-4000-8000-000000000001', 1) returning id),
     held as (
       insert into perenne.access_right (person_id, role, space_id, space_kind, reason, starts_at)
       select made.id, 'territory_editor', place.id, 'territory', 'bench', perenne.now() - interval '1 hour' from made, place)
     select id from made`,
  )
  await client.end()
  const db = connect(connection)
  const cookie = `${sessionCookie}=${(await openSession(db, rows[0]?.id ?? '')).token}`
  await db.destroy()
  const servers = await startServers(connection, ground.key, 'perenne', 1)
  const origin = servers.origins[0] ?? ''
  try {
    const [headings, row] = kinds[kind]
    const rowsOut = [headings, ...Array.from({ length: lines }, (_, n) => row(n))]
    const body = new FormData()
    body.append('kind', kind)
    body.append('file', new File([await inOnePiece(writeXlsx([{ name: 'F', rows: rowsOut }]))], 'bench.xlsx'))
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, origin), { redirect: 'manual', ...init, headers: { cookie, origin } })
    const began = performance.now()
    const sent = await ask('/fr/territories/brecourt/import', { method: 'POST', body })
    const at = sent.headers.get('location')
    if (sent.status !== 303 || at === null) throw new Error(`the file was answered with ${sent.status}`)
    const looked = await ask(at)
    const page = await looked.text()
    const look = performance.now() - began
    if (!page.includes('Importer')) throw new Error('nothing to import was found')
    const start = performance.now()
    const done = await ask(at, { method: 'POST', body: new URLSearchParams({ do: 'import' }) })
    await done.arrayBuffer()
    const bring = performance.now() - start
    if (done.status !== 303) throw new Error(`the import was answered with ${done.status}`)
    return { look, bring }
  } finally {
    await servers.stop('SIGTERM')
  }
}
