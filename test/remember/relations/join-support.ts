import { joinRelationships } from '#remember/relations/acts/join-relationships.ts'
import type { Choice, JoinedField, Side } from '#remember/relations/rules/join.ts'
import { asFields, type Pair, readBoth, shownTo, whatHangsOn } from '#remember/relations/store/both.ts'
import { as, job, person } from '../../../source/ground/database/actor.ts'
import { versionOf } from '../../../source/ground/people/acts/save-space.ts'
import { agreement, make, type Place, relationship, type Scene } from './support.ts'

export const rowsOf = async (scene: Scene, text: string, values: unknown[] = []) =>
  (await scene.house.database.owner.query(text, values)).rows

/** What hangs on a relationship, one of each kind, named after it. */
export type Hung = Record<
  'party' | 'agreement' | 'fee' | 'seat' | 'duty' | 'project' | 'commitment' | 'entry' | 'note',
  string
>

/** A relationship with one of everything on it. */
export async function withAll(
  scene: Scene,
  place: Place,
  name: string,
  more: Record<string, string> = {},
  parts: { organisation?: string; year?: string; amount?: string; atMost?: string } = {},
): Promise<Hung & { id: string }> {
  const { organisation = scene.partner, year = '2020', amount = '1200', atMost = '2' } = parts
  const id = await relationship(scene, place, name, {
    kind: 'twinning',
    during: '2001/..',
    'reason-at-most': '2',
    'narrative-at-most': '2',
    ...more,
  })
  const party = await make(scene, place, 'party', { organisation, role: 'partner', atMost }, id)
  const signed = await agreement(scene, place, id, { 'title-fr': `Convention de ${name}`, atMost })
  const fee = await make(scene, place, 'fee', { year, amount, currency: 'EUR', atMost }, id)
  const seat = await make(
    scene,
    place,
    'seat',
    { 'body-fr': `Bureau de ${name}`, heldBy: 'city', during: '2016/..', atMost },
    id,
  )
  const one = async (text: string, values: unknown[]) => (await rowsOf(scene, text, values))[0].id as string
  const { space } = place
  // Made by hand, in the name of the program: their own acts are tested where they are.
  const made = (text: string) => one(`${text} returning id`, [space, id])
  const duty = await one(
    `insert into perenne.responsibility (space_id, relationship_id, organisation_id, role) values ($1, $2, $3, 'leads') returning id`,
    [space, id, organisation],
  )
  const project = await made(`insert into perenne.activity (space_id, relationship_id, status) values ($1, $2, '2')`)
  const commitment = await made(
    `insert into perenne.commitment (space_id, relationship_id, owed_by, what, language) values ($1, $2, 'us', 'Envoyer', 'fr')`,
  )
  const entry = await one(
    `insert into perenne.interaction (space_id, kind, during, title, language) values ($1, 'call', '2020', 'Appel', 'fr') returning id`,
    [space],
  )
  const note = await one(
    `insert into perenne.note (space_id, kind, body, language) values ($1, 'fact', 'Un fait', 'fr') returning id`,
    [space],
  )
  for (const [table, record] of [
    ['interaction', entry],
    ['note', note],
  ])
    await rowsOf(
      scene,
      `insert into perenne.about (record_table, record_id, about_table, about_id) values ($1, $2, 'relationship', $3)`,
      [table, record, id],
    )
  return { id, party, agreement: signed, fee, seat, duty, project, commitment, entry, note }
}

/** The version of two relationships as their page would show it now. */
export const versionNow = ({ house }: Scene, space: string, pair: Pair) =>
  as(house.db, job('test'), async tx => {
    const both = await readBoth(tx, space, pair)
    if (!both) throw new Error('one of the two is not there')
    return versionOf(asFields(both, await whatHangsOn(tx, pair), await shownTo(tx, pair, house.clock.now())))
  })

/** Joins two by the act, in the name of the editor of their place; what nobody chose is that of the one that stays. */
export async function joinNow(
  scene: Scene,
  { space, editor }: Place,
  pair: Pair,
  { stays = 'one', choices = {} }: { stays?: Side; choices?: Partial<Record<JoinedField, Choice>> } = {},
) {
  const all = Object.fromEntries(
    (['kind', 'during', 'name', 'reason', 'narrative', 'sensitivity'] as const).map(field => [field, stays]),
  )
  return joinRelationships(scene.house, person(editor.id), {
    space,
    pair,
    stays,
    choices: { ...all, ...choices },
    version: await versionNow(scene, space, pair),
    once: { key: null, location: '/' },
  })
}

/** The texts of a relationship, by field and language. */
export const textsOf = (scene: Scene, id: string) =>
  rowsOf(scene, `select field, language, body from perenne.translation where record_id = $1 order by 1, 2`, [id])

const parts = {
  relationship_party: 'party',
  agreement: 'agreement',
  fee: 'fee',
  network_seat: 'seat',
  responsibility: 'duty',
  activity: 'project',
  commitment: 'commitment',
} as const
type OnWhich = Record<string, string | undefined>

/** On which relationship each part hangs that hung on one; undefined for what is there no more. */
export async function onWhich(scene: Scene, hung: Hung): Promise<OnWhich> {
  const found: OnWhich = {}
  const first = async (text: string, id: string) =>
    Object.values((await rowsOf(scene, text, [id]))[0] ?? {})[0] as string | undefined
  for (const [table, part] of Object.entries(parts))
    found[part] = await first(`select relationship_id from perenne.${table} where id = $1`, hung[part])
  for (const part of ['entry', 'note'] as const)
    found[part] = await first(`select about_id from perenne.about where record_id = $1`, hung[part])
  return found
}

/** All of them on one relationship. */
export const allOn = (id: string): OnWhich =>
  Object.fromEntries([...Object.values(parts), 'entry', 'note'].map(part => [part, id]))
