import { lettersWords } from '#convene/messages/letters.ts'
import { registration } from '#convene/messages/registration.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'

/** The seminar of an office page about its letters; 404 for one that the visitor sees nothing of, 403 for one of others. */
export async function officeSeminar(visit: Visit) {
  const { locale } = visit
  const found = await as(visit.house.db, visit.actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { ...seminar, title: (await textsOf(tx, [seminar.id])).get(seminar.id)?.title }
  })
  if (!found) throw notFound()
  if (!may(visit, 'people', found.id)) throw new Refusal('forbidden', lettersWords[locale].mayNot)
  return { ...found, title: wordsOf(found.title, locale) || found.slug }
}
export type OfficeSeminar = Awaited<ReturnType<typeof officeSeminar>>

export const lettersAddress = (visit: Visit, seminar: { slug: string }) =>
  `/${visit.locale}/desk/seminars/${seminar.slug}/letters`

/** Desk, seminar, letters, and this page when it is one below. */
export function trail(visit: Visit, seminar: { slug: string; title: string }, here?: string) {
  const m = lettersWords[visit.locale]
  const desk = `/${visit.locale}/desk`
  const above = [
    { label: registration[visit.locale].desk.title, href: desk },
    { label: seminar.title, href: `${desk}/seminars/${seminar.slug}` },
  ]
  return here === undefined
    ? [...above, { label: m.title }]
    : [...above, { label: m.title, href: lettersAddress(visit, seminar) }, { label: here }]
}
