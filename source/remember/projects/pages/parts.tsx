import type { Locale } from '#ground/languages/locales.ts'
import type { Shown } from '#ground/languages/text.ts'
import { Words } from '#ground/web/parts/text.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { projectsWords } from '../../messages/projects.ts'
import { isPastItsEnd } from '../rules/publishing.ts'
import type { ProjectLine } from '../store/projects.ts'

/** A name as this reader may read it, marked with its language. */
export function Named({ locale, name, otherwise }: { locale: Locale; name: Shown | null; otherwise: string }) {
  return name ? <Words locale={locale} shown={name} /> : <>{otherwise}</>
}

export { amountInWords } from '../../acts/amount-in-words.ts'

// Plain `es` and Brazilian Portuguese, as all numbers here.
const tag: Record<Locale, string> = { fr: 'fr', es: 'es', pt: 'pt-BR', en: 'en-GB' }

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
    ? `${status}\u00a0– ${words.pastItsEnd(edtfInWords(locale, project.plannedEnd))}`
    : status
}

/** When a project was or is to be: what is actual before what was planned. */
export function datesInWords(
  locale: Locale,
  project: Pick<ProjectLine, 'plannedStart' | 'actualStart' | 'plannedEnd' | 'actualEnd'>,
): string {
  const words = projectsWords[locale]
  const { plannedStart, actualStart, plannedEnd, actualEnd } = project
  const said = (date: string) => edtfInWords(locale, date)
  if (actualStart && actualEnd) return said(actualStart === actualEnd ? actualEnd : `${actualStart}/${actualEnd}`)
  return [
    actualStart ? said(`${actualStart}/..`) : plannedStart ? words.fromPlanned(said(plannedStart)) : '',
    actualEnd ? words.until(said(actualEnd)) : plannedEnd ? words.untilPlanned(said(plannedEnd)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
