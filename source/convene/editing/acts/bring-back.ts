import { changeWithin, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import { refused } from '#convene/seminar/acts/refused.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { type LinkLost, roomBroughtBack, slotBroughtBack, withRoomBack, withSlotBack } from '../rules/bring-back.ts'
import { slotOf } from '../rules/slot-form.ts'
import { type KnownOrganisation, knownOrganisations } from '../store/organisations.ts'
import { knownAgain, type RemovableTable, readKeysById, readWholeRemoved } from '../store/removed.ts'

export type Removable = 'slots' | 'rooms'
export const tableOf: Record<Removable, RemovableTable> = { slots: 'slot', rooms: 'programme_room' }

type Words = SeminarFile['title']
export type BringingBack =
  | {
      outcome: 'back'
      name: Words
      lost: readonly LinkLost[]
      /** Of a room: how many slots are in it again. */
      slots: number
    }
  /** Nothing was removed under this key, or it was removed once more since the list was shown. */
  | { outcome: 'gone' }
  /** Something of this key is in the draft. */
  | { outcome: 'there' }
  /** The checks of the file refuse it beside what is there now. Nothing was written. */
  | { outcome: 'invalid'; problems: PathProblem[] }

type Wanted = {
  slug: string
  list: Removable
  key: string
  /** The id of the row that was shown as removed. */
  seen: string
  sent: { once: string | null; location: string }
}

/**
 * Brings back what was removed from the draft of a programme, as it was: one more edit of the file, through its checks. What
 * it named and what is gone since stays away, and is told.
 *
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export async function bringBack(house: House, who: Actor, wanted: Wanted): Promise<BringingBack> {
  const attempt = (withOrganisations: boolean) =>
    as(
      house.db,
      who,
      tx => within(tx, house, wanted, withOrganisations),
      `bring ${wanted.key} back to ${wanted.slug}`,
    ).catch((error: unknown) => {
      throw refused(error, 'en')
    })
  const done = await attempt(true).catch((error: unknown) => {
    // Who may edit the seminar and not its network brings it back without an organisation that the seminar does not name.
    if (error instanceof Refusal && error.kind === 'forbidden') return attempt(false)
    throw error
  })
  if (done.outcome === 'back') house.mailsWritten()
  return done
}

async function within(tx: Tx, house: House, wanted: Wanted, withOrganisations: boolean): Promise<BringingBack> {
  const { slug, list, key, seen, sent } = wanted
  const seminar = await seminarAsFile(tx, slug)
  if (!seminar) throw notFound()
  const found = await readWholeRemoved(tx, seminar.id, tableOf[list], key)
  const keys = await readKeysById(tx, seminar.id)
  const others = withOrganisations ? await knownOrganisations(tx, seminar.id, seminar.file) : []
  const tried: { result: BringingBack } = { result: { outcome: 'gone' } }
  const done = await changeWithin(
    tx,
    house,
    slug,
    versionOf(null),
    file => {
      if (!found || found.removed.id !== seen) return file
      if (isThere(file, list, key)) {
        tried.result = { outcome: 'there' }
        return file
      }
      const { removed, then, slots } = found
      if (list === 'rooms') {
        const room = roomBroughtBack(removed, file)
        const next = withRoomBack(file, removed, room, slots)
        const again = next.programme.slots.filter(one => one.room === key).length
        tried.result = { outcome: 'back', name: room.name, lost: [], slots: again }
        return next
      }
      const known = withNamed(file, removed.under.slot_role, removed.under.slot_seat, {
        keys: keys.organisations,
        others,
      })
      const { item, lost } = slotBroughtBack(removed, then, keys, known)
      tried.result = { outcome: 'back', name: item.title, lost, slots: 0 }
      return withSlotBack(known, removed, item)
    },
    { part: () => null, sent },
  )
  if (done.outcome === 'invalid') return { outcome: 'invalid', problems: done.problems }
  if (tried.result.outcome === 'back' && found) await knownAgain(tx, seminar.id, tableOf[list], found.removed)
  return tried.result
}

const isThere = (file: SeminarFile, list: Removable, key: string) =>
  list === 'slots' ? slotOf(file, key) !== undefined : file.programme.rooms.some(room => room.key === key)

type Rows = readonly { doc: Readonly<Record<string, unknown>> }[] | undefined
type Organisations = { keys: ReadonlyMap<string, string>; others: readonly KnownOrganisation[] }

/** With the organisations that nothing but the slot named: the file left them out when it went. */
function withNamed(file: SeminarFile, roles: Rows, seats: Rows, { keys, others }: Organisations): SeminarFile {
  const named = new Set([...(roles ?? []), ...(seats ?? [])].map(({ doc }) => keys.get(String(doc.organisation_id))))
  const there = new Set(file.organisations.map(({ key }) => key))
  const missing = others.filter(({ key }) => named.has(key) && !there.has(key))
  return missing.length === 0 ? file : { ...file, organisations: [...file.organisations, ...missing] }
}
