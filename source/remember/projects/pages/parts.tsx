import i18nCountries from 'i18n-iso-countries'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Words } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { projectsWords } from '../../messages/projects.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import type { Section } from '../../pages/sections.ts'
import { isId } from '../../pages/writing.tsx'
import { isPastItsEnd } from '../rules/publishing.ts'
import type { ProjectLine } from '../store/projects.ts'

/** An id of the address. @throws Refusal `not-found` for what is none */
export function idIn(visit: Visit, name = 'id'): string {
  const id = visit.param(name)
  if (!isId(id)) throw notFound()
  return id
}

/** A name as this reader may read it, marked with its language. */
export function Named({ locale, name, otherwise }: { locale: Locale; name: Shown | null; otherwise: string }) {
  return name ? <Words locale={locale} shown={name} /> : <>{otherwise}</>
}

// Plain `es` and Brazilian Portuguese, as all numbers here.
const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

/** Decimal text of the database as money in words, digit for digit: Intl reads the text itself. */
export function amountInWords(locale: Locale, value: string, currency: string): string {
  const whole = /\.0+$/.test(value) || !value.includes('.')
  const format = new Intl.NumberFormat(tag[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  })
  return format.format(value as `${number}`)
}

/** A share of the database, “33.33”, as per cent. */
export const shareInWords = (locale: Locale, share: string): string =>
  new Intl.NumberFormat(tag[locale], { style: 'percent', maximumFractionDigits: 2 }).format(
    `${share}e-2` as `${number}`,
  )

/** The state of a project in words, with what to know when its planned end is past. */
export function stateInWords(
  locale: Locale,
  project: Pick<ProjectLine, 'status' | 'plannedEnd' | 'actualEnd'>,
  day: Temporal.PlainDate,
): string {
  const words = projectsWords[locale]
  const status = words.statuses[project.status]
  return isPastItsEnd(project, day.toString()) && project.plannedEnd
    ? `${status}\u00a0– ${words.pastItsEnd(dayOf(locale, project.plannedEnd))}`
    : status
}

/** When a project was or is to be: what is actual before what was planned. */
export function datesInWords(
  locale: Locale,
  project: Pick<ProjectLine, 'plannedStart' | 'actualStart' | 'plannedEnd' | 'actualEnd'>,
): string {
  const words = projectsWords[locale]
  const { plannedStart, actualStart, plannedEnd, actualEnd } = project
  return [
    actualStart
      ? words.since(dayOf(locale, actualStart))
      : plannedStart
        ? words.fromPlanned(dayOf(locale, plannedStart))
        : '',
    actualEnd ? words.until(dayOf(locale, actualEnd)) : plannedEnd ? words.untilPlanned(dayOf(locale, plannedEnd)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}

const codes = new Set(Object.keys(i18nCountries.getAlpha2Codes()))
export const isCountry = (code: string): boolean => codes.has(code)

/** The countries of ISO 3166-1, by name. */
export const countriesByName = (locale: Locale) =>
  [...codes]
    .map(value => ({ value, label: countryName(locale, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))

/** The page before a record is removed. */
export function confirmPage(
  visit: Visit,
  memory: Memory,
  asked: { section: Section; title: string; texts: readonly string[]; button: string; back: string },
): Promise<Response> {
  const t = parts[visit.locale]
  return memoryPage(
    visit,
    memory,
    { title: asked.title, section: asked.section },
    <div class="stack measure">
      {asked.texts.map(text => (
        <p>{text}</p>
      ))}
      <Form t={t} action={visit.url.pathname} once={newOnceKey(visit.house.keys)} short>
        <Buttons>
          <Button kind="danger">{asked.button}</Button>
          <a href={addressIn(visit, memory, asked.back)}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}
