import { changeWithin } from '#convene/seminar/acts/change-seminar.ts'
import { refused } from '#convene/seminar/acts/refused.ts'
import type { FileWords } from '#convene/seminar/rules/file-values.ts'
import type { PathProblem } from '#convene/seminar/rules/problems.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { lockImport } from '#convene/seminar/store/save-seminar.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { indexRecords } from '#ground/search/index.ts'
import { AlreadySent, alreadySent, rememberSent } from '#ground/web/sent-once.ts'
import type { GivenAnswer } from '../rules/released.ts'
import { readAnswers } from '../store/answers.ts'
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

/**
 * What a release is made of: the version of the programme that its form showed, and the answers of those who moderate or
 * speak, as far as they change what is released.
 */
export function programmePart(file: SeminarFile, answers: readonly GivenAnswer[] = []): unknown[] {
  const { date, hours, time_zone, people } = file
  const { answers: _, ...programme } = file.programme
  const said = answers
    .filter(({ state }) => state === 'invited' || state === 'declined')
    .map(({ slot, role, person, state }) => [slot, role, person, state])
  return [date, hours, time_zone, programme, people, ...(said.length > 0 ? [said] : [])]
}

/**
 * Releases the draft as a version: frozen with its words, at an address of its own, and what everybody sees from now on.
 * Two who release at once: the second is told that nothing is left to release, or that the draft has changed.
 *
 * @param seen `versionOf(programmePart(file, answers))` of the draft as whoever releases saw it
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
    // Behind the gate that whoever answers passes too.
    await lockImport(tx, slug)
    const answers = await readAnswers(tx, slug)
    const part = (file: SeminarFile) => programmePart(file, answers)
    const changed = await changeWithin(tx, house, slug, seen, named, { part })
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
