import { programmeLanguages } from '#convene/messages/programme-languages.ts'
import { registration } from '#convene/messages/registration.ts'
import { as, type Tx } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { type LanguagesOfProgramme, languagesOfProgramme } from '../store/languages-of.ts'

/** The languages of a programme, as the pages about them need them. */
export type Translating = LanguagesOfProgramme & {
  slug: string
  /** Of the seminar, in the visitor's language. */
  title: string
  /** Whether the visitor may publish, and read the names of people: translators may not. */
  mayEdit: boolean
}

/**
 * The programme of the address, for somebody who translates the seminar or may edit it, and what else the page reads in the
 * same moment.
 *
 * @throws Refusal `not-found` for one that the visitor does not work on, `forbidden` for others who do
 */
export function programmeToTranslate<More extends object = object>(
  visit: Visit,
  needs: 'translate' | 'edit',
  more?: (tx: Tx, of: Translating) => Promise<More>,
): Promise<Translating & More> {
  const { house, actor, locale } = visit
  return as(house.db, actor, async tx => {
    const found = await languagesOfProgramme(tx, visit.param('slug'))
    const id = found?.seminar.id
    if (!found || id === undefined || !may(visit, 'read', id)) throw notFound()
    const m = programmeLanguages[locale]
    const mayEdit = may(visit, 'edit', id)
    if (needs === 'edit' && !mayEdit) throw new Refusal('forbidden', m.mayNotPublish)
    if (!mayEdit && !may(visit, 'translate', id)) throw new Refusal('forbidden', m.mayNotTranslate)
    const { file, textAt } = found.seminar
    const of = { ...found, slug: file.slug, title: wordsOf(textAt('title'), locale) || file.slug, mayEdit }
    return { ...of, ...(more ? await more(tx, of) : ({} as More)) }
  })
}

/** The language of the address. */
export function languageHere(visit: Visit): Locale {
  const language = visit.param('language')
  if (!isLocale(language)) throw notFound()
  return language
}

export const deskOf = (visit: Visit, slug: string) => `/${visit.locale}/desk/seminars/${slug}`
export const languagesPath = (visit: Visit, slug: string) => `${deskOf(visit, slug)}/programme/languages`
export const translatePath = (visit: Visit, slug: string, language: Locale) =>
  `${deskOf(visit, slug)}/programme/translate/${language}`
export const publishPath = (visit: Visit, slug: string, language: Locale) =>
  `${deskOf(visit, slug)}/programme/publish/${language}`

/** The way to a page about one language. */
export function trail(visit: Visit, { slug, title }: { slug: string; title: string }, here: string | null) {
  const languages = programmeLanguages[visit.locale].title
  return [
    { label: registration[visit.locale].desk.title, href: `/${visit.locale}/desk` },
    { label: title, href: deskOf(visit, slug) },
    ...(here === null
      ? [{ label: languages }]
      : [{ label: languages, href: languagesPath(visit, slug) }, { label: here }]),
  ]
}
