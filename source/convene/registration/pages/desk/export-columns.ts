import { deskExport } from '#convene/messages/desk-export.ts'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { needs as needsMessages } from '#convene/messages/needs.ts'
import { registration } from '#convene/messages/registration.ts'
import { cityOfZone, countryName, languageName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { wordsOf } from '#ground/languages/text.ts'
import type { Row, Value } from '#ground/sheets/index.ts'
import type { ExportedNeeds, ExportedRow } from '../../acts/export-registrations.ts'
import { accessibilityNeeds, diets } from '../../rules/answers.ts'
import type { ExportWords } from '../../store/desk-export.ts'

export type ExportColumn<R> = { heading: string; width: number; value: (row: R) => Value }

/** What each registration says, in the reader's language; moments are those of the venue. */
export function registrationColumns(locale: Locale, zone: string, words: ExportWords): ExportColumn<ExportedRow>[] {
  const m = registration[locale]
  const one = deskPeople[locale].one
  const own = deskExport[locale]
  const city = cityOfZone(locale, zone)
  const at = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().round('minute')
  const column = (heading: string, width: number, value: (row: ExportedRow) => Value) => ({ heading, width, value })
  return [
    column(own.columns.number, 9, row => row.line),
    column(m.desk.state, 14, row => m.states[row.state]),
    column(own.columns.since(city), 17, row => at(row.since)),
    column(own.columns.registered(city), 17, row => at(row.requestedAt)),
    column(m.form.givenName, 16, row => row.givenName),
    column(m.form.familyName, 18, row => row.familyName),
    column(m.form.email, 28, row => row.email),
    column(m.desk.category, 18, row => m.categoriesShort[row.category]),
    column(one.role, 22, row => row.role),
    column(m.desk.organisation, 30, row => row.organisation),
    column(m.desk.country, 16, row => countryName(locale, row.country)),
    column(m.desk.region, 18, row => m.regions[row.region]),
    column(one.territory, 20, row =>
      row.territoryId === null ? row.territoryName : wordsOf(words.territories.get(row.territoryId), locale),
    ),
    column(one.languages, 22, row => several(row.languages.map(code => languageName(locale, code)))),
    column(one.language, 14, row => (isLocale(row.language) ? nameOfLocale[row.language] : row.language)),
    column(one.invitation, 20, row => row.invitation),
    column(one.priority, 9, row => row.priority),
    column(own.columns.undelivered, 12, row => (row.undelivered ? own.yes : null)),
    ...words.consents.map(consent =>
      column(own.columns.consent(shortened(wordsOf(consent.text, locale) || consent.key)), 20, row => {
        const said = Object.hasOwn(row.consents, consent.key) ? row.consents[consent.key] : undefined
        if (said === undefined) return null
        if (said.version === consent.version) return said.given ? own.yes : own.no
        return said.given ? own.yesToEarlier : own.noToEarlier
      }),
    ),
    ...words.questions.map(question => {
      const label = wordsOf(question.label, locale) || question.key
      return column(question.askedToday ? label : own.columns.askedNoMore(label), 24, row =>
        answerOf(question, Object.hasOwn(row.answers, question.key) ? row.answers[question.key] : null, locale),
      )
    }),
  ]
}

/** What those who need something need. */
export function needsColumns(locale: Locale): ExportColumn<ExportedNeeds>[] {
  const m = registration[locale]
  const said = needsMessages[locale]
  const column = (heading: string, width: number, value: (row: ExportedNeeds) => Value) => ({ heading, width, value })
  return [
    column(deskExport[locale].columns.number, 9, row => row.line),
    column(m.desk.state, 14, row => m.states[row.state]),
    column(m.form.givenName, 16, row => row.givenName),
    column(m.form.familyName, 18, row => row.familyName),
    column(m.form.email, 28, row => row.email),
    column(said.accessibility, 40, row =>
      several(
        accessibilityNeeds.filter(need => row.accessibility.includes(need)).map(need => said.accessibilityNeeds[need]),
      ),
    ),
    column(said.diet, 30, row => several(diets.filter(diet => row.diet.includes(diet)).map(diet => said.diets[diet]))),
    column(said.note, 50, row => row.note),
  ]
}

/** Headings first, then a row for each. */
export async function* asRows<R>(columns: readonly ExportColumn<R>[], found: AsyncIterable<R>): AsyncGenerator<Row> {
  yield columns.map(({ heading }) => heading)
  for await (const row of found) yield columns.map(({ value }) => value(row))
}

type Question = ExportWords['questions'][number]

// By what the answer itself is: one to an earlier version may be of another kind.
function answerOf({ kind, options }: Question, answer: unknown, locale: Locale): Value {
  const option = (key: string) => wordsOf(options.get(key), locale) || key
  if (answer === null || answer === undefined) return null
  if (typeof answer === 'number') return answer
  if (Array.isArray(answer)) return several(answer.map(String).map(option))
  const text = String(answer)
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text)
  return options.has(text) && kind !== 'text' ? option(text) : text
}

const several = (words: readonly string[]) => words.join('; ')

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${[...line].slice(0, 59).join('')}…` : line
}
