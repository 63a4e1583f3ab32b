import { formWords } from '#convene/messages/form.ts'
import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { json } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { findSeminarToRegisterFor } from '../store/seminar.ts'
import { resembling, type SuggestionKind } from '../store/suggestions.ts'

/** A list that is longer helps nobody: who does not find their name in it types another letter. */
const most = 12

/**
 * GET …/organisations?q= : `{results: [{id, name, language, detail, country}], said}` for the form's search. `said` is how
 * many were found, in words, for a screen reader; `language` is null when the name is in the page's.
 */
export const suggestOrganisations = (visit: Visit) => suggest(visit, 'organisation')
/** GET …/territories?q= : the same. */
export const suggestTerritories = (visit: Visit) => suggest(visit, 'territory')

async function suggest(visit: Visit, kind: SuggestionKind): Promise<Response> {
  const { locale } = visit
  const words = (visit.url.searchParams.get('q') ?? '').toWellFormed().replaceAll('\0', '')
  const found = await asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && resembling(tx, kind, seminar.id, words, { locale, most })
  })
  if (!found) throw notFound()
  const w = formWords[locale].ask
  const said =
    kind === 'organisation'
      ? found.length > 0
        ? w.organisations(found.length)
        : w.noOrganisation
      : found.length > 0
        ? w.territories(found.length)
        : w.noTerritoryFound
  return json(visit, {
    said,
    results: found.map(({ id, name, language, shortName, country }) => ({
      id,
      name,
      language: language === locale ? null : language,
      detail: [shortName === name ? null : shortName, country && countryName(locale, country)]
        .filter(Boolean)
        .join(' · '),
      country,
    })),
  })
}
