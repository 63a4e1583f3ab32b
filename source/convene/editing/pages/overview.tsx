import { editing } from '#convene/messages/editing.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, hours, languageName, list as listed, longDate } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { PageHead, State } from '#ground/web/parts/text.tsx'
import { may } from '#ground/web/visit.ts'
import { checklistOf } from '../rules/checklist.ts'
import { valueAt } from '../rules/fields.ts'
import { itemsOf, type ListName, languagesOf, listNames, type PartName, partNames, parts } from '../rules/parts.ts'
import { type PartOfTexts, textKeysOf } from '../rules/text-states.ts'
import { Checklist } from './checklist.tsx'
import { nameOfItem } from './item-words.ts'
import { deskOf, type EditedSeminar, editOf, seminarToEdit, trail } from './office.ts'

type Row = {
  name: PartName | ListName | 'programme' | 'days' | 'places' | 'words'
  href: string
  holds: string
  texts: PartOfTexts | null
}

/** GET /:l/desk/seminars/:slug/edit: the parts of the seminar, what each says, and what is missing in which language. */
export async function showOverview(visit: Visit): Promise<Response> {
  const { locale } = visit
  const words = editing[locale]
  const seminar = await seminarToEdit(visit)
  const desk = deskOf(visit, seminar.slug)
  const at = editOf(visit, seminar.slug)
  const others = languagesOf(seminar.file).slice(1)
  const doors = [
    { href: `${desk}/preview`, label: words.overview.preview, text: words.overview.previewText },
    { href: `${desk}/copy`, label: words.overview.copy, text: words.overview.copyText },
    { href: `${desk}/seminar.yaml`, label: words.overview.file, text: words.overview.fileText },
  ]
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.title} – ${seminar.title}`,
        office: true,
        breadcrumb: trail(visit, seminar, [], words.title),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.title} lead={words.lead} />
        <DataTable
          t={partsWords[locale]}
          caption={words.title}
          quiet
          address={at}
          rows={rowsOf(visit, seminar)}
          rowLink={row => row.href}
          columns={[
            { key: 'part', heading: words.overview.part, cell: row => words.parts[row.name] },
            { key: 'holds', heading: words.overview.holds, cell: row => <bdi>{row.holds}</bdi> },
            ...others.map(language => ({
              key: language,
              heading: nameOfLocale[language],
              cell: (row: Row) => <Translated seminar={seminar} row={row} language={language} locale={locale} />,
            })),
          ]}
          empty={{ title: words.title, text: words.lead }}
        />
        {seminar.visibility < 2 ? (
          <Checklist visit={visit} slug={seminar.slug} items={checklistOf(seminar.file, seminar.states, seminar.now)} />
        ) : null}
        <h2>{words.overview.more}</h2>
        <ul class="doors">
          {doors.map(door => (
            <li>
              <a href={door.href}>{door.label}</a>
              <p class="small">{door.text}</p>
            </li>
          ))}
        </ul>
      </div>,
    ),
  )
}

function rowsOf(visit: Visit, seminar: EditedSeminar): Row[] {
  const at = editOf(visit, seminar.slug)
  const desk = deskOf(visit, seminar.slug)
  const words = editing[visit.locale].overview
  const { file } = seminar
  const rowOf = (name: ListName): Row => ({
    name,
    href: `${at}/${name}`,
    holds: namesIn(visit.locale, seminar, name),
    texts: name,
  })
  return [
    ...partNames.map(
      (name): Row => ({ name, href: `${at}/${name}`, holds: holds(visit.locale, seminar, name), texts: name }),
    ),
    ...listNames.filter(name => !ofProgramme.includes(name)).map(rowOf),
    {
      name: 'programme',
      href: `${at}/programme`,
      holds: file.programme.slots.length === 0 ? words.nothingYet : words.slots(file.programme.slots.length),
      texts: 'programme',
    },
    { name: 'days', href: `${at}/days`, holds: daysIn(visit.locale, file), texts: null },
    ...ofProgramme.map(rowOf),
    ...(may(visit, 'people', seminar.id)
      ? [
          {
            name: 'places' as const,
            href: `${desk}/places`,
            holds: words.capacity(file.registration.capacity),
            texts: 'places' as const,
          },
        ]
      : []),
    { name: 'words', href: `${desk}/words`, holds: words.elsewhere, texts: null },
  ]
}

/** Lists that stand below the programme, which is made of them. */
const ofProgramme: readonly ListName[] = ['rooms', 'people']

const daysIn = (locale: Locale, file: EditedSeminar['file']) =>
  listed(
    locale,
    [file.date, ...file.programme.days.map(({ date }) => date).toSorted()].map(day =>
      longDate(locale, Temporal.PlainDate.from(day)),
    ),
  )

function holds(locale: Locale, { file }: EditedSeminar, part: PartName): string {
  const words = editing[locale].overview
  const time = (text: string) => Temporal.PlainTime.from(text)
  switch (part) {
    case 'texts': {
      const filled = parts.texts.filter(({ path }) => valueAt(file, path) !== undefined)
      return words.filled(filled.length, parts.texts.length)
    }
    case 'when-and-where': {
      const day = longDate(locale, Temporal.PlainDate.from(file.date))
      return `${day}, ${hours(locale, time(file.hours.from), time(file.hours.to))} · ${file.venue.address}`
    }
    case 'languages':
      return listed(
        locale,
        languagesOf(file).map(language => languageName(locale, language)),
      )
    case 'registration':
      return words.until(momentInWords(locale, file.registration.closes, file.time_zone))
  }
}

function momentInWords(locale: Locale, local: string, zone: string): string {
  const at = Temporal.PlainDateTime.from(local)
  return `${longDate(locale, at.toPlainDate())}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })} (${cityOfZone(locale, zone)})`
}

/** The first few items of a list by name, and how many there are. */
function namesIn(locale: Locale, { file }: EditedSeminar, list: ListName): string {
  const words = editing[locale].overview
  const all = itemsOf(file, list)
  if (all.length === 0) return words.nothingYet
  const names = all.slice(0, 2).map(({ item }) => nameOfItem(item, locale, file.source))
  return all.length > 2 ? words.andMore(names.join(' · '), all.length - 2) : names.join(' · ')
}

type TranslatedProps = { seminar: EditedSeminar; row: Row; language: Locale; locale: Locale }

function Translated({ seminar, row, language, locale }: TranslatedProps) {
  const words = editing[locale].overview
  if (row.texts === null) return null
  const states = textKeysOf(seminar.file)
    .filter(({ part }) => part === row.texts)
    .map(({ key }) => seminar.states(key, language))
    .filter(state => state !== 'absent')
  if (states.length === 0) return <>–</>
  const missing = states.filter(state => state === 'missing').length
  const stale = states.filter(state => state === 'stale').length
  if (missing + stale === 0) return <State kind="ok">{words.complete}</State>
  return (
    <>
      {missing > 0 ? <State kind="no">{words.missing(missing)}</State> : null}
      {missing > 0 && stale > 0 ? ' ' : null}
      {stale > 0 ? <State kind="waiting">{words.stale(stale)}</State> : null}
    </>
  )
}
