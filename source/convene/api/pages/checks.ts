import { apiChecks } from '#convene/messages/api-checks.ts'
import { readLatestVersion, readNames } from '#convene/programme/store/versions.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { askedFor } from '#ground/languages/negotiate.ts'
import { json } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { type Includable, includable, isIncludable, publicFindings } from '../rules/public-findings.ts'
import { findingsInWords } from './findings-in-words.ts'
import { openToAll } from './open-to-all.ts'

/**
 * GET …/checks: `[{code, slots, severity, what, found, where, why, advice, language}]`, what is worth looking at in the
 * released programme of a public seminar, in the order of the timetable; nothing while none was released. The same for
 * everybody: it is read in the public role, whoever asks, and what organisers set aside for themselves is told too.
 *
 * `?language=` says the language of the words, else Accept-Language, else the seminar's own. `?include=seats,translations`
 * asks for what is told besides the timetable. Another value of either: 422 with every error at once.
 *
 * @throws Refusal `not-found`, also for a seminar that is not public
 */
export async function getChecks(visit: Visit): Promise<Response> {
  openToAll(visit)
  const { seminar, version, names } = await asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    if (!seminar) throw notFound()
    const version = await readLatestVersion(tx, seminar.id)
    const hasPeople = version !== null && version.programme.people.length > 0
    return { seminar, version, names: hasPeople ? await readNames(tx, seminar.id) : new Map() }
  })
  const accepted = askedFor(visit.request.headers.get('accept-language')) ?? seminar.sourceLanguage
  const asked = readAsked(visit.url.searchParams)
  const locale = asked.language ?? accepted
  if (asked.errors.length > 0) return refuse(visit, asked.errors, locale)
  visit.headers.set('content-language', locale)
  const found = version ? publicFindings(version.programme, names, asked.include) : []
  return json(visit, version ? findingsInWords(found, version.programme, names, locale) : [])
}

type Parameter = 'language' | 'include'
type Asked = { language: Locale | null; include: Includable[]; errors: Parameter[] }

/** A parameter that is there says something: an empty one, or a language said twice, is an error. */
function readAsked(query: URLSearchParams): Asked {
  const [language = null, ...more] = query.getAll('language')
  const include = query.getAll('include').flatMap(words => words.split(',').map(word => word.trim()))
  const isRight = language === null || (more.length === 0 && isLocale(language))
  return {
    language: isRight && isLocale(language) ? language : null,
    include: [...new Set(include.filter(isIncludable))],
    errors: [...(isRight ? [] : ['language' as const]), ...(include.every(isIncludable) ? [] : ['include' as const])],
  }
}

function refuse(visit: Visit, parameters: readonly Parameter[], locale: Locale): Response {
  const words = apiChecks[locale].errors
  const says = {
    language: words.language(Object.keys(nameOfLocale).join(', ')),
    include: words.include(Object.keys(includable).join(', ')),
  }
  visit.headers.set('content-language', locale)
  const errors = parameters.map(field => ({ field, code: field, message: says[field] }))
  return json(visit, { code: 'invalid', message: errors.map(({ message }) => message).join(' '), errors }, 422)
}
