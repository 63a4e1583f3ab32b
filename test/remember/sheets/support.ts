import { as, person as asPerson, job } from '../../../source/ground/database/actor.ts'
import type { Row } from '../../../source/ground/sheets/index.ts'
import { inOnePiece, writeCsv, writeXlsx } from '../../../source/ground/sheets/index.ts'
import { rooms } from '../../../source/rooms.ts'
import { fieldsOf } from '../../convene/registration/desk-support.ts'
import { giveRole, makePerson, makeSpace, signedIn } from '../../people/support.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import '../../../source/remember/store/tables.ts'

export type Keeper = { id: string; cookie: string }
export type SheetHouse = {
  house: TestHouse
  space: string
  keeper: Keeper
  /** Edits another territory. */
  other: Keeper
  otherSpace: string
  evaluator: Keeper
}

/** A house with two territories: the memory of `brecourt` has an editor and an evaluator, `rio` an editor of its own. */
export async function openSheetHouse(): Promise<SheetHouse> {
  const house = await openTestHouse(rooms)
  await house.setClock('2018-03-12T10:00:00Z')
  const territory = async (slug: string, visibility: number) => {
    const space = await makeSpace(house, 'territory', slug)
    await house.database.owner.query('update perenne.space set visibility = $2 where id = $1', [space, visibility])
    await as(house.db, job('test'), tx =>
      tx
        .insertInto('territory')
        .values({
          id: space,
          visibility: 2,
          country: 'FR',
          region: 'europe',
          government: 'municipality',
          successor_id: null,
        })
        .execute(),
    )
    return space
  }
  const space = await territory('brecourt', 2)
  const otherSpace = await territory('rio', 0)
  const one = async (name: string, role: string, at: string): Promise<Keeper> => {
    const id = await makePerson(house, `${name}@ville.example`, [name, 'Garde'], 'fr')
    await giveRole(house, id, role as 'territory_editor', 'territory', at)
    return { id, cookie: (await signedIn(house, id)).headers.cookie }
  }
  return {
    house,
    space,
    otherSpace,
    keeper: await one('Kim', 'territory_editor', space),
    other: await one('Otto', 'territory_editor', otherSpace),
    evaluator: await one('Eva', 'evaluator', space),
  }
}

export const csv = (rows: readonly Row[]) => inOnePiece(writeCsv(rows, 'fr'))
export const xlsx = (rows: readonly Row[]) => inOnePiece(writeXlsx([{ name: 'Feuil1', rows }]))

const base = '/fr/territories/brecourt/import'

/** A file sent as a browser of ours would; the address of what waits, and the page that it leads to. */
export async function upload(
  { house, keeper }: SheetHouse,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { kind = '', by = keeper, at = base }: { kind?: string; by?: Keeper; at?: string } = {},
) {
  const body = new FormData()
  body.append('kind', kind)
  body.append('file', new File([bytes], name))
  const response = await house.ask(at, {
    method: 'POST',
    body,
    headers: { cookie: by.cookie, origin: house.settings.publicUrl.origin },
  })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

export const look = async ({ house, keeper }: SheetHouse, path: string, by: Keeper = keeper) => {
  const response = await house.ask(path, { headers: { cookie: by.cookie } })
  return { status: response.status, html: await response.text() }
}

/** A form of a page sent: the first whose hidden `do` says this and, if asked, whose text holds some words. */
export async function press(
  { house, keeper }: SheetHouse,
  path: string,
  html: string,
  what: string,
  given: Record<string, string> = {},
  { words = '', by = keeper }: { words?: string; by?: Keeper } = {},
) {
  const form = [...html.matchAll(/<form[^>]*method="post".*?<\/form>/gs)]
    .map(([whole]) => whole)
    .find(whole => new RegExp(`name="do" value="${what}"`).test(whole) && whole.includes(words))
  if (form === undefined) throw new Error(`no form that does ${what} ${words}`)
  const fields = Object.fromEntries(
    Object.entries(fieldsOf(form)).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : value.length > 0 ? [[name, value[0] ?? '']] : [],
    ),
  )
  const response = await house.send(path, { ...fields, ...given }, { headers: { cookie: by.cookie } })
  return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
}

/** How many records of each table a memory holds. */
export async function counts({ house, space }: Pick<SheetHouse, 'house' | 'space'>): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of [
    'organisation',
    'contact',
    'relationship',
    'relationship_party',
    'agreement',
    'agreement_event',
    'interaction',
    'activity',
    'activity_money',
    'responsibility',
    'note',
    'about',
    'identifier',
    'translation',
  ]) {
    const { rows } = await house.database.owner.query(
      `select count(*)::int as n from perenne.${table} where space_id = $1`,
      [space],
    )
    found[table] = (rows[0] as { n: number }).n
  }
  return found
}

export const asKeeper = ({ keeper }: SheetHouse) => asPerson(keeper.id)
