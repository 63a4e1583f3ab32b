import { lettersWords } from '#convene/messages/letters.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { date } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import type { Column } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { letterNumber } from '../rules/number.ts'
import type { ListedLetter } from '../store/letters.ts'
import { lettersAddress, type OfficeSeminar } from './office-seminar.ts'

type Choosing = { open: boolean; ticked: readonly string[] }
type Shown = Choosing & { anyLetter: boolean }

/**
 * The columns of the list: who, and the letter with its number, its day, who issued it, and what can be done. Those of
 * the letter are left out while there is none.
 */
export function columnsOf(visit: Visit, seminar: OfficeSeminar, shown: Shown): Column<ListedLetter>[] {
  const { anyLetter, ...choosing } = shown
  const { locale } = visit
  const m = lettersWords[locale]
  const day = (instant: Temporal.Instant) => date(locale, instant.toZonedDateTimeISO(seminar.timeZone).toPlainDate())
  const who: Column<ListedLetter>[] = [
    { key: 'person', heading: m.person, cell: row => <Person visit={visit} row={row} {...choosing} /> },
    { key: 'organisation', heading: m.organisation, cell: row => <span dir="auto">{row.organisation || '–'}</span> },
    { key: 'category', heading: m.category, cell: row => registration[locale].categoriesShort[row.category] },
  ]
  if (!anyLetter) return who
  return [
    ...who,
    { key: 'number', heading: m.number, cell: row => <Pdf visit={visit} seminar={seminar} row={row} /> },
    { key: 'issued', heading: m.issuedOn, kind: 'moment', cell: row => (row.issuedAt ? day(row.issuedAt) : '–') },
    {
      key: 'by',
      heading: m.issuedBy,
      cell: row => (row.letterId === null ? '–' : <span dir="auto">{row.issuedBy ?? m.program}</span>),
    },
    {
      key: 'state',
      heading: m.state,
      cell: row => {
        if (row.letterId === null) return '–'
        if (row.withdrawnAt) return <State kind="no">{m.withdrawnOn(day(row.withdrawnAt))}</State>
        return (
          <>
            <State kind="ok">{m.valid}</State> <Withdraw visit={visit} seminar={seminar} row={row} />
          </>
        )
      },
    },
  ]
}

type PersonProps = Choosing & { visit: Visit; row: ListedLetter }

function Person({ visit, row, open, ticked }: PersonProps) {
  const m = lettersWords[visit.locale]
  const name = row.name ?? m.erased
  if (row.letterId !== null || !open) return <span dir="auto">{name}</span>
  const id = `letter-${row.registrationId}`
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        form="issue"
        name="id[]"
        value={row.registrationId}
        checked={ticked.includes(row.registrationId)}
      />
      <label for={id}>
        <span class="hidden-text">{m.choose} </span>
        <span dir="auto">{name}</span>
      </label>
    </div>
  )
}

type LetterProps = { visit: Visit; seminar: OfficeSeminar; row: ListedLetter }

const numberOf = (seminar: OfficeSeminar, row: ListedLetter) => letterNumber(seminar.heldOn, row.number ?? 0)

/** The letter in the person's language; a withdrawn one, and one whose person is erased, is only a number. */
function Pdf({ visit, seminar, row }: LetterProps) {
  if (row.letterId === null) return <>–</>
  const written = numberOf(seminar, row)
  if (row.withdrawnAt || row.name === null) return <>{written}</>
  const language = isLocale(row.language) ? row.language : visit.locale
  return (
    <a
      href={`/${language}/desk/seminars/${seminar.slug}/letters/${row.letterId}.pdf`}
      hreflang={language}
      type="application/pdf"
    >
      {lettersWords[visit.locale].pdf(written)}
    </a>
  )
}

function Withdraw({ visit, seminar, row }: LetterProps) {
  const m = lettersWords[visit.locale]
  return (
    <a
      href={`${lettersAddress(visit, seminar)}/${row.letterId}/withdraw`}
      aria-label={m.withdrawLetter(numberOf(seminar, row))}
    >
      {m.withdraw}
    </a>
  )
}
