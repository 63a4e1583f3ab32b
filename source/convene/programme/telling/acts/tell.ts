import { asTheProgram } from '#convene/life/acts/as-the-program.ts'
import type { Reason } from '#convene/life/store/notices.ts'
import { holdSeminar, standingOf } from '#convene/life/store/standing.ts'
import { mayDecide } from '#convene/life/store/who-acts.ts'
import { readVersions, type Version } from '#convene/programme/store/versions.ts'
import { type Life, meaning } from '#convene/seminar/rules/life.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import { noteAct } from '#ground/history/note.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { queueMail } from '#ground/mail/store/queue.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { tellingPlan } from '../rules/plan.ts'
import { audienceToTell, queueToProgramme, queueToRegistrants } from '../store/audience.ts'
import { addProgrammeNotice, isTold, keepWordsToAdd } from '../store/notices.ts'

/** Under which names these mails are kept: to registrants, and to people on the programme. */
export const tellingTemplates = { registrants: 'programme-changed', onProgramme: 'programme-changed-on-it' } as const

/** Whether its programme may still concern somebody: not a draft, over, or without a sure day. */
export const canTell = (life: Life): boolean => life !== 'draft' && meaning[life].mails.standing

export type Told =
  | { outcome: 'told'; people: number }
  /** Another version is the last by now: nothing was sent. */
  | { outcome: 'stale' }
  /** Everybody was told of this version before. */
  | { outcome: 'already' }
  /** Nothing changed that concerns anybody. */
  | { outcome: 'nothing' }
  | { outcome: 'not-possible'; life: Life }

type Sent = { once: string | null; location: string }

/**
 * Tells everybody concerned what changed in a programme since the version that each of them knows, once: one notice for the
 * version and one mail each, in one transaction behind the gate of the seminar, where nobody registers, leaves or releases
 * meanwhile. The mails are written by the database in one statement for registrants and one for people on the programme.
 *
 * @param given.version the id of the version that was shown; when another is the last, nothing is sent
 * @param given.note what is added, in the languages it is written in; null for nothing
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` for whoever does not both change it and
 *   look after its people
 */
export async function tellChanges(
  house: House,
  actor: Actor,
  slug: string,
  given: { version: string; note: Reason },
  sent?: Sent,
): Promise<Told> {
  const told = await as(house.db, actor, async (tx): Promise<Told> => {
    const { id } = await seminarToTellOf(tx, slug)
    if (!(await holdSeminar(tx, id))) throw forbidden()
    const standing = await standingOf(tx, { id })
    if (!standing) throw notFound()
    if (!canTell(standing.life)) return { outcome: 'not-possible', life: standing.life }
    const versions = await readVersions(tx, id)
    const { untold, told: lastTold, names } = await audienceToTell(tx, id)
    const plan = tellingPlan(versions, untold, lastTold, names)
    if (!plan || plan.to.id !== given.version) return { outcome: 'stale' }
    if (await isTold(tx, plan.to.id)) return { outcome: 'already' }
    if (plan.people === 0) return { outcome: 'nothing' }
    const notice = await addProgrammeNotice(tx, {
      seminarId: id,
      versionId: plan.to.id,
      told: plan.people,
      sentBy: actor.kind === 'person' ? actor.id : null,
      note: given.note,
    })
    if (notice === null) return { outcome: 'already' }
    await keepWordsToAdd(tx, id, null)
    const queued = await asTheProgram(tx, async () => {
      const pairs = plan.groups.flatMap(({ base, languages }) =>
        languages.map(({ language }) => ({ base: base?.number ?? 0, language })),
      )
      const { registrants, onProgramme } = tellingTemplates
      return (
        (await queueToRegistrants(tx, id, { notice, template: registrants, told: lastTold }, pairs)) +
        (await queueToProgramme(tx, id, { notice, template: onProgramme }, plan.onProgramme))
      )
    })
    if (queued !== plan.people) throw new Error(`${queued} of ${plan.people} people would have been told`)
    if (sent) await rememberSent(tx, sent.once, sent.location)
    return { outcome: 'told', people: queued }
  })
  if (told.outcome === 'told') house.mailsWritten()
  return told
}

/**
 * What a preview or a test is made from: ids of the version that is told, and of the one that its reader knows. A preview is
 * never kept, and says what is added; a test finds it with the notice, or where it waits for it.
 */
export type TellingSample = { to: string; base: string | null; note?: Reason }

/**
 * Sends the mail to registrants to whoever asks, and to nobody else: marked as a test, about a fictitious person. What is
 * to be added is kept with the draft of the programme until it is told: the mail itself holds ids alone.
 *
 * @throws Refusal as above, and `forbidden` for whoever is no person
 */
export async function testTelling(
  house: House,
  actor: Actor,
  slug: string,
  { to, base, note }: { to: string; base: string | null; note: Reason },
  language: Locale,
  sent?: Sent,
): Promise<void> {
  if (actor.kind !== 'person') throw forbidden()
  await as(house.db, actor, async tx => {
    const { id } = await seminarToTellOf(tx, slug)
    await keepWordsToAdd(tx, id, note)
    const telling: TellingSample = { to, base }
    await queueMail(tx, {
      spaceId: id,
      personId: actor.id,
      template: tellingTemplates.registrants,
      language,
      data: { sample: id, test: true, telling },
    })
    await noteAct(tx, id, 'mailing-tested', { version: to, language })
    if (sent) await rememberSent(tx, sent.once, sent.location)
  })
  house.mailsWritten()
}

/**
 * How many people know an older version than the last one and would be told of what concerns them, for the page that
 * released it; 0 when there is nobody, or nothing can be told now. Two queries, whoever asks.
 *
 * @param versions all that were released, oldest first
 */
export async function telling(tx: Tx, seminarId: string, versions: readonly Version[]): Promise<number> {
  const standing = await standingOf(tx, { id: seminarId })
  if (!standing || !canTell(standing.life)) return 0
  const { untold, told, names } = await audienceToTell(tx, seminarId)
  return tellingPlan(versions, untold, told, names)?.people ?? 0
}

async function seminarToTellOf(tx: Tx, slug: string): Promise<{ id: string }> {
  const found = await standingOf(tx, { slug })
  if (!found) throw notFound()
  if (!(await mayDecide(tx, found.id, ['edit', 'people']))) throw forbidden()
  return found
}
