import { editing } from '#convene/messages/editing.ts'
import { registration } from '#convene/messages/registration.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import { seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type TextStates, textStates } from '../rules/text-states.ts'

/** A seminar as the pages of this alcove need it. */
export type EditedSeminar = {
  id: string
  slug: string
  /** In the visitor's language. */
  title: string
  file: SeminarFile
  states: TextStates
  /** 0 while only those who work on it see it, 2 once it is announced. */
  visibility: number
  /** Business time, when it was read. */
  now: Temporal.Instant
}

/**
 * The seminar of the address, for somebody who may edit it, and what else the page reads in the same moment.
 *
 * @throws Refusal `not-found` for one that the visitor does not work on, `forbidden` without the right to edit it
 */
export async function seminarToEdit<More extends object = object>(
  visit: Visit,
  more?: (tx: Tx, seminar: EditedSeminar) => Promise<More>,
): Promise<EditedSeminar & More> {
  return as(visit.house.db, visit.actor, async tx => {
    const found = await seminarAsFile(tx, visit.param('slug'))
    const row = found && (await findSeminarToRegisterFor(tx, { id: found.id }))
    if (!found || !row || !may(visit, 'read', found.id)) throw notFound()
    if (!may(visit, 'edit', found.id)) throw new Refusal('forbidden', editing[visit.locale].mayNot)
    const { id, file, textAt } = found
    const title = wordsOf(textAt('title'), visit.locale) || file.slug
    const { visibility, now } = row
    const seminar: EditedSeminar = { id, slug: file.slug, title, file, states: textStates(textAt), visibility, now }
    return { ...seminar, ...(more ? await more(tx, seminar) : ({} as More)) }
  })
}

export const deskOf = (visit: Visit, slug: string) => `/${visit.locale}/desk/seminars/${slug}`
export const editOf = (visit: Visit, slug: string) => `${deskOf(visit, slug)}/edit`

type Step = { label: string; href: string }

/** The way to a page about a seminar's parts: the desk, the seminar, then these. */
export function trail(visit: Visit, seminar: { slug: string; title: string }, steps: readonly Step[], here: string) {
  return [
    { label: registration[visit.locale].desk.title, href: `/${visit.locale}/desk` },
    { label: seminar.title, href: deskOf(visit, seminar.slug) },
    ...steps,
    { label: here },
  ]
}
