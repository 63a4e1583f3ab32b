import type { Child } from 'hono/jsx'
import { parts } from '#ground/languages/messages/parts.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { amountInWords } from '../../acts/amount-in-words.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import { relationsWords } from '../../messages/relations.ts'
import { addressIn } from '../../pages/memory.ts'
import { SaidOf } from '../../pages/record-name.tsx'
import type { Fee, Mentioned } from '../store/one-relationship.ts'
import { type Given, Named } from './parts.tsx'

/** The fees of a membership, the latest first, with whether they were paid on the day read. */
export function Fees({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const { id, kind, fees } = relationship
  const offered = memory.edits && kind === 'network'
  if (fees.length === 0 && !offered) return null
  const state = (fee: Fee): Child => {
    if (fee.paidOn) return <State kind="ok">{words.feePaid(dayOf(locale, fee.paidOn))}</State>
    if (!fee.due) return <State kind="neutral">{words.feeOpen}</State>
    return fee.due < memory.day.toString() ? (
      <State kind="no">{words.feeLate(dayOf(locale, fee.due))}</State>
    ) : (
      <State kind="waiting">{words.feeDue(dayOf(locale, fee.due))}</State>
    )
  }
  const address = (fee: Fee) => addressIn(visit, memory, `/relationships/${id}/fees/${fee.id}`)
  return (
    <section class="stack">
      <h2>{words.fees}</h2>
      {fees.length === 0 ? (
        <p>{words.noFees}</p>
      ) : (
        <DataTable
          t={parts[locale]}
          caption={words.fees}
          quiet
          address={visit.url.pathname}
          rows={fees}
          columns={[
            {
              key: 'year',
              heading: words.feeColumns.year,
              cell: fee =>
                memory.edits ? (
                  <>
                    <span aria-hidden="true">{fee.year}</span>
                    <span class="hidden-text">{words.changeFee(fee.year)}</span>
                  </>
                ) : (
                  fee.year
                ),
            },
            {
              key: 'amount',
              heading: words.feeColumns.amount,
              kind: 'number',
              cell: fee => amountInWords(locale, fee.amount, fee.currency),
            },
            { key: 'state', heading: words.feeColumns.state, cell: state },
          ]}
          {...(memory.edits ? { rowLink: address } : {})}
          empty={{ title: words.fees, text: words.noFees }}
        />
      )}
      {offered ? (
        <p>
          <a href={addressIn(visit, memory, `/relationships/${id}/fees/new`)}>{words.addFee}</a>
        </p>
      ) : null}
    </section>
  )
}

/** The seats in a network: whether each stays with the city or leaves with somebody is said plainly. */
export function Seats({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const { id, kind, seats } = relationship
  const offered = memory.edits && kind === 'network'
  if (seats.length === 0 && !offered) return null
  return (
    <section class="stack">
      <h2>{words.seats}</h2>
      {seats.length === 0 ? <p>{words.noSeats}</p> : null}
      <ul class="stack">
        {seats.map(seat => (
          <li>
            <strong>
              <Named locale={locale} name={seat.body} otherwise={words.untitled} />
            </strong>
            <span class="small"> – {edtfInWords(locale, seat.during)}</span>
            <p>{(seat.heldBy === 'city' ? words.heldByCity : words.heldInPerson)(seat.contact)}</p>
            {memory.edits ? (
              <a class="small" href={addressIn(visit, memory, `/relationships/${id}/seats/${seat.id}`)}>
                {seat.body ? (
                  <SaidOf locale={locale} say={words.changeSeat} name={seat.body} />
                ) : (
                  words.changeSeat(words.untitled)
                )}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
      {offered ? (
        <p>
          <a href={addressIn(visit, memory, `/relationships/${id}/seats/new`)}>{words.addSeat}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Which departments and actors answer for it. */
export function Duties({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const { id } = relationship
  const duties = relationship.duties.filter(duty => duty.name || memory.edits)
  if (duties.length === 0 && !memory.edits) return null
  return (
    <section class="stack">
      <h2>{words.duties}</h2>
      {duties.length === 0 ? <p>{words.noDuties}</p> : null}
      <ul>
        {duties.map(duty => (
          <li>
            <Named locale={locale} name={duty.name} otherwise={words.nameless} />
            <span class="small">
              {' '}
              – {[words.dutyRoles[duty.role as 'leads'], duty.contact].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {memory.edits ? (
        <p>
          <a href={addressIn(visit, memory, `/services/new?relationship=${id}`)}>{words.addDuty}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Commitments that are open, by us and by them. */
export function Owed({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  if (relationship.owed.length === 0) return null
  const today = memory.day.toString()
  return (
    <section class="stack">
      <h2>{words.owed}</h2>
      <ul>
        {relationship.owed.map(({ id, what, language, owedBy, due }) => (
          <li>
            <a href={addressIn(visit, memory, `/commitments/${id}`)} lang={language === locale ? undefined : language}>
              {what}
            </a>
            {due && due < today ? (
              <>
                {' '}
                <State kind="no">{memoryHome[locale].late.promise}</State>
              </>
            ) : null}
            <span class="small">
              {' '}
              – {owedBy === 'us' ? words.owedByUs : words.owedByThem}
              {due ? `, ${(due < today ? words.owedSince : words.owedBy)(dayOf(locale, due))}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The last lines of the journal, projects, notes and documents that tell of it. */
export function Around({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const { id, journal, projects, notes, documents } = relationship
  const about = `about=relationship:${id}`
  const lists = [
    { title: words.journal, folder: 'journal', list: journal, add: [words.writeDown, about] },
    { title: words.projects, folder: 'projects', list: projects, add: [words.addProject, `relationship=${id}`] },
    { title: words.notes, folder: 'notes', list: notes, add: [words.addNote, about] },
    { title: words.documents, folder: 'documents', list: documents, add: [words.addDocument, about] },
  ] as const
  const at = (path: string) => addressIn(visit, memory, path)
  return (
    <>
      {lists.map(({ title, folder, list, add: [label, query] }) =>
        list.length === 0 && !memory.edits ? null : (
          <section class="stack">
            <h2>{title}</h2>
            {list.length === 0 && folder === 'journal' ? <p>{words.noJournal}</p> : null}
            {list.length === 0 ? null : (
              <ul>
                {list.map(one => (
                  <li>
                    <a href={at(`/${folder}/${one.id}`)}>
                      <Title locale={locale} mentioned={one} otherwise={words.untitled} />
                    </a>
                    {one.during ? <span class="small"> – {edtfInWords(locale, one.during)}</span> : null}
                  </li>
                ))}
              </ul>
            )}
            {memory.edits ? (
              <p>
                <a href={at(`/${folder}/new?${query}`)}>{label}</a>
              </p>
            ) : null}
            {folder === 'journal' && list.length > 0 && memory.inside ? (
              <p>
                <a href={at(`/journal?relationship=${id}`)}>{words.wholeJournal}</a>
              </p>
            ) : null}
          </section>
        ),
      )}
    </>
  )
}

// The words of a note or of a line of the journal are in the one language they were written in, which may be any.
function Title({ locale, mentioned, otherwise }: { locale: string; mentioned: Mentioned; otherwise: string }) {
  const { name } = mentioned
  if (!name) return <>{otherwise}</>
  return name.language === locale ? <>{name.text}</> : <span lang={name.language}>{name.text}</span>
}
