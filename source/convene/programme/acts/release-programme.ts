import { changeWithin } from '#convene/seminar/acts/change-seminar.ts'
import { refused } from '#convene/seminar/acts/refused.ts'
import type { FileWords } from '#convene/seminar/rules/file-values.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { indexRecords } from '#ground/search/index.ts'
import { AlreadySent, alreadySent, rememberSent } from '#ground/web/sent-once.ts'
import { releaseWithin } from './release-within.ts'

/** What whoever releases says of the version. */
export type Release = {
  /** The name of the programme from now on, such as “Final programme”. */
  name: FileWords
  /** Nothing of it is sure yet. */
  provisional: boolean
  note?: FileWords
  /** Languages in which it is published with the release; the source is always among them. */
  languages: readonly Locale[]
}
export type Released =
  | { outcome: 'released'; id: string; number: number; slug: string }
  /** The draft has no slots. */
  | { outcome: 'empty' }
  /** The last version says the same. */
  | { outcome: 'same' }
  /** Somebody changed the draft since it was looked at. */
  | { outcome: 'stale' }
  | { outcome: 'invalid'; problems: PathProblem[] }

/** What a release is made of: the version of the programme that its form showed. */
export const programmePart = (file: SeminarFile) => [file.date, file.hours, file.time_zone, file.programme, file.people]

/**
 * Releases the draft as a version: frozen with its words, at an address of its own, and what everybody sees from now on.
 * Two who release at once: the second is told that nothing is left to release, or that the draft has changed.
 *
 * @param seen `versionOf(programmePart(file))` of the draft as whoever releases saw it
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 * @throws AlreadySent when the same form, sent at the same moment, has released it
 */
export async function releaseProgramme(
  house: House,
  actor: Actor,
  slug: string,
  seen: string,
  release: Release,
  sent?: { once: string | null; location: string },
): Promise<Released> {
  const named = (file: SeminarFile): SeminarFile => ({
    ...file,
    programme: { ...file.programme, name: release.name, provisional: release.provisional },
  })
  const work = async (tx: Tx): Promise<Released> => {
    const changed = await changeWithin(tx, house, slug, seen, named, { part: programmePart })
    if (changed.outcome !== 'changed') return changed.outcome === 'stale' ? { outcome: 'stale' } : changed
    const now = await seminarAsFile(tx, slug)
    if (!now || now.file.programme.slots.length === 0) throw new NothingReleased({ outcome: 'empty' })
    const done = await releaseWithin(tx, now, release)
    if (done.outcome !== 'released') throw new NothingReleased(done)
    await indexRecords(tx, house.rooms, 'seminar', [now.id])
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return done
  }
  const released = async (): Promise<Released> => {
    try {
      return await as(house.db, actor, work, `release ${slug}`)
    } catch (error) {
      if (error instanceof NothingReleased) return error.released
      throw refused(error, 'en')
    }
  }
  const done = await released()
  if (sent && sent.once !== null && (done.outcome === 'stale' || done.outcome === 'same')) {
    // This one waited for the other sending of its form, and finds the draft as that one has left it.
    const led = await alreadySent(house, sent.once)
    if (led !== null) throw new AlreadySent(sent.once, led)
  }
  return done
}

/** Thrown so that nothing is written: not the name of the draft either. */
class NothingReleased extends Error {
  readonly released: Released
  constructor(released: Released) {
    super(`not released: ${released.outcome}`)
    this.released = released
  }
}
