import { lifeDesk } from '#convene/messages/life-desk.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { asTheProgram } from '../acts/as-the-program.ts'
import { concernedByLanguage } from '../store/notices.ts'
import { standingOf } from '../store/standing.ts'

/**
 * A seminar as the pages of its life need it, with who is concerned; 404 for whoever does not work on it, refused to those
 * who do without deciding about it.
 */
export async function officeSeminar(visit: Visit) {
  const { locale } = visit
  const found = await as(visit.house.db, visit.actor, async tx => {
    const standing = await standingOf(tx, { slug: visit.param('slug') })
    if (standing === null || !may(visit, 'read', standing.id)) throw notFound()
    if (!may(visit, 'edit', standing.id) || !may(visit, 'people', standing.id))
      throw new Refusal('forbidden', lifeDesk[locale].mayNot)
    const title = (await textsOf(tx, [standing.id])).get(standing.id)?.title
    const concerned = await asTheProgram(tx, () => concernedByLanguage(tx, standing.id))
    return { ...standing, title: wordsOf(title, locale) || standing.slug, concerned }
  })
  return { ...found, people: found.concerned.reduce((sum, { people }) => sum + people, 0) }
}
export type OfficeSeminar = Awaited<ReturnType<typeof officeSeminar>>

export const lifeAddress = (visit: Visit, seminar: { slug: string }) =>
  `/${visit.locale}/desk/seminars/${seminar.slug}/life`

/** Desk, seminar, its life, and this page when it is one below. */
export function trail(visit: Visit, seminar: OfficeSeminar, here?: string) {
  const m = lifeDesk[visit.locale]
  const desk = `/${visit.locale}/desk`
  const above = [
    { label: registration[visit.locale].desk.title, href: desk },
    { label: seminar.title, href: `${desk}/seminars/${seminar.slug}` },
  ]
  return here === undefined
    ? [...above, { label: m.title }]
    : [...above, { label: m.title, href: lifeAddress(visit, seminar) }, { label: here }]
}
