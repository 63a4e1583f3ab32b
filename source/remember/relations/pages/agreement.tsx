import type { Child } from 'hono/jsx'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { list as listInWords } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, Form, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Multilingual, Note, Words } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { AgreementStanding, deadlineInWords } from '../../pages/agreement-in-words.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { idIn } from '../../pages/writing.tsx'
import { unknownDate } from '../../rules/edtf.ts'
import type { AgreementEvent } from '../../store/agreements.ts'
import { decisionsToChoose } from '../store/agreement-fields.ts'
import { type OneAgreement, readAgreement } from '../store/one-agreement.ts'
import { languagesInWords } from './agreement-form.tsx'
import { EventFields } from './event-form.tsx'
import { Named } from './parts.tsx'

type Given = { visit: Visit; memory: Memory; agreement: OneAgreement }

/** GET /:l/territories/:slug/agreements/:id: what was agreed, what happened to it, and how it stands today or on the day read. */
export async function showAgreement(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const agreement = await reading(visit, memory, tx => readAgreement(tx, memory.id, id, locale, memory.day))
  if (!agreement) throw notFound()
  const words = agreementsWords[locale]
  const given = { visit, memory, agreement }
  const at = (path: string) => addressIn(visit, memory, path)
  const { title, relationship, relationshipName } = agreement
  const deadline = deadlineInWords(locale, agreement)
  return memoryPage(
    visit,
    memory,
    {
      title: title?.text ?? words.untitled,
      heading: title ? <Multilingual t={parts[locale]} locale={locale} shown={title} /> : words.untitled,
      section: 'relationships',
      above: [
        {
          label: relationshipName ? (
            <Words locale={locale} shown={relationshipName} />
          ) : (
            relationsWords[locale].nameless
          ),
          path: `/relationships/${relationship}`,
        },
      ],
    },
    <>
      <section class="stack">
        <h2>{memory.knownOn === null ? words.stateNow : words.stateOn(dayOf(locale, memory.day.toString()))}</h2>
        <AgreementStanding locale={locale} agreement={agreement} />
        {deadline ? (
          <Note tone={agreement.todo === 'end' ? 'plain' : 'warning'}>
            <p>{deadline}</p>
          </Note>
        ) : null}
      </section>
      <section class="stack">
        <h2>{words.terms}</h2>
        <Facts facts={termsOf(given)} />
      </section>
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at(`/agreements/${id}/edit`)}>{words.edit}</LinkButton>
          <a href={at(`/records/agreement/${id}`)}>{words.history}</a>
          <a href={at(`/agreements/${id}/remove`)}>{words.remove}</a>
        </Buttons>
      ) : null}
      <Events {...given} />
      {memory.edits ? await newEvent(given) : null}
      {agreement.documents.length > 0 || memory.edits ? (
        <section class="stack">
          <h2>{words.documents}</h2>
          {agreement.documents.length === 0 ? null : (
            <ul>
              {agreement.documents.map(document => (
                <li>
                  <a href={at(`/documents/${document.id}`)}>
                    <Named locale={locale} name={document.title} otherwise={relationsWords[locale].untitled} />
                  </a>
                  {document.during ? <span class="small"> – {edtfInWords(locale, document.during)}</span> : null}
                </li>
              ))}
            </ul>
          )}
          {memory.edits ? (
            <p>
              <a href={at(`/documents/new?about=agreement:${id}`)}>{relationsWords[locale].addDocument}</a>
            </p>
          ) : null}
        </section>
      ) : null}
    </>,
  )
}

function Events({ visit, memory, agreement }: Given) {
  const { locale } = visit
  const words = agreementsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const decision = ({ decision: id }: AgreementEvent): Child => {
    const known = id === null ? undefined : agreement.decisions.get(id)
    return known ? <a href={at(`/decisions/${id}`)}>{`${known.number} (${dayOf(locale, known.decidedOn)})`}</a> : '–'
  }
  return (
    <section class="stack">
      <h2>{words.events}</h2>
      {agreement.events.length === 0 ? (
        <p>{words.noEvents}</p>
      ) : (
        <DataTable
          t={parts[locale]}
          caption={words.events}
          quiet
          address={visit.url.pathname}
          rows={agreement.events}
          columns={[
            { key: 'kind', heading: words.eventColumns.kind, cell: event => words.event[event.kind] },
            {
              key: 'on',
              heading: words.eventColumns.on,
              cell: event => edtfInWords(locale, event.onKnown ?? event.on ?? unknownDate),
            },
            {
              key: 'ends',
              heading: words.eventColumns.ends,
              cell: event => (event.ends ? edtfInWords(locale, event.endsKnown ?? event.ends) : '–'),
            },
            { key: 'decision', heading: words.eventColumns.decision, cell: decision },
          ]}
          {...(memory.edits
            ? { rowLink: (event: AgreementEvent) => at(`/agreements/${agreement.id}/events/${event.id}`) }
            : {})}
          empty={{ title: words.events, text: words.noEvents }}
        />
      )}
    </section>
  )
}

/** A new event: one small form, with what is likely to happen first; closed until it is asked for, but where nothing is noted yet. */
async function newEvent({ visit, memory, agreement }: Given) {
  const { locale, house } = visit
  const words = agreementsWords[locale]
  const t = parts[locale]
  const decisions = await as(house.db, visit.actor, tx => decisionsToChoose(tx, memory.id, locale))
  return (
    <details class="optional measure" open={agreement.events.length === 0}>
      <summary>{words.newEvent}</summary>
      <Form
        t={t}
        action={addressIn(visit, memory, `/agreements/${agreement.id}/events/new`)}
        once={newOnceKey(house.keys)}
        short
      >
        <EventFields
          locale={locale}
          typed={{ on: memory.day.toString() }}
          errors={{}}
          decisions={decisions}
          state={agreement.state}
        />
        <Buttons>
          <Button kind="secondary">{words.eventForm.save}</Button>
        </Buttons>
      </Form>
    </details>
  )
}

function termsOf({ visit, memory, agreement }: Given) {
  const { locale } = visit
  const words = agreementsWords[locale]
  const { term } = words
  const { renewal, renewalMonths, mostRenewals, firstEnd, firstEndKnown, languages, others } = agreement
  const link = (other: OneAgreement['others'][number]) => (
    <a href={addressIn(visit, memory, `/agreements/${other.id}`)}>
      <Named locale={locale} name={other.title} otherwise={words.untitled} />
    </a>
  )
  const amended = others.filter(other => !other.amends)
  const amendedBy = others.filter(other => other.amends)
  const renewed = [
    words.renewals[renewal],
    renewalMonths === null ? '' : words.renewalOf(renewalMonths),
    mostRenewals === null ? '' : words.renewalMost(mostRenewals),
  ].filter(Boolean)
  const facts: { term: string; value: Child }[] = [
    { term: term.kind, value: words.kinds[agreement.kind] },
    ...amended.map(other => ({ term: term.amends, value: link(other) })),
    ...amendedBy.map(other => ({ term: words.amendedBy, value: link(other) })),
    ...(renewal === 'indefinite'
      ? []
      : [{ term: term.firstEnd, value: firstEnd ? edtfInWords(locale, firstEndKnown ?? firstEnd) : term.noFirstEnd }]),
    { term: term.renewal, value: renewed.join(', ') },
    { term: term.notice, value: noticeInWords(locale, agreement) },
    ...(languages.length > 0 ? [{ term: term.languages, value: languagesInWords(locale, languages) }] : []),
    ...(memory.inside ? [{ term: term.atMost, value: memoryWords[locale].circles[agreement.visibility] }] : []),
  ]
  return facts
}

function noticeInWords(locale: Locale, { noticeMonths, noticeDays, renewal }: OneAgreement): string {
  const words = agreementsWords[locale]
  const length = [
    noticeMonths > 0 ? words.months(noticeMonths) : '',
    noticeDays > 0 ? words.days(noticeDays) : '',
  ].filter(Boolean)
  if (length.length === 0) return words.term.noNotice
  const whole = listInWords(locale, length)
  return renewal === 'tacit' || renewal === 'express' ? words.beforeEnd(whole) : words.toLeave(whole)
}
