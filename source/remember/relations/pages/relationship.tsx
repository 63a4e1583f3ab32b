import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, MultilingualText, Note, State } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { sharingWords } from '../../messages/sharing.ts'
import { AgreementStateMark, deadlineInWords, lifeInWords } from '../../pages/agreement-in-words.tsx'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { readRelationship } from '../store/one-relationship.ts'
import { type Given, idIn, Named } from './parts.tsx'
import { Around, Duties, Fees, Owed, Seats } from './relationship-parts.tsx'

const standingKind = { alive: 'ok', 'to-come': 'waiting', unclear: 'neutral', ended: 'no' } as const

/** GET /:l/territories/:slug/relationships/:id: a relationship, as whoever looks may see it, today or on the day read. */
export async function showRelationship(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const relationship = await reading(visit, memory, tx => readRelationship(tx, memory.id, id, locale, memory.day))
  if (!relationship) throw notFound()
  const words = relationsWords[locale]
  const given = { visit, memory, relationship }
  const at = (path: string) => addressIn(visit, memory, path)
  const { name } = relationship
  return memoryPage(
    visit,
    memory,
    {
      title: name?.text ?? words.nameless,
      heading: name ? <Multilingual t={parts[locale]} locale={locale} shown={name} /> : words.nameless,
      section: 'relationships',
    },
    <>
      <Facts facts={factsOf(given)} />
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at(`/relationships/${id}/edit`)}>{words.edit}</LinkButton>
          <a href={at(`/journal/new?about=relationship:${id}`)}>{words.writeDown}</a>
          <a href={at(`/records/relationship/${id}/share`)}>{sharingWords[locale].share}</a>
          <a href={at(`/records/relationship/${id}`)}>{words.history}</a>
          <a href={at(`/relationships/${id}/remove`)}>{words.remove}</a>
        </Buttons>
      ) : memory.inside && memory.knownOn === null ? (
        <p>
          <a href={at(`/records/relationship/${id}`)}>{words.history}</a>
        </p>
      ) : null}
      <Next {...given} />
      <Parties {...given} />
      <Text {...given} title={words.reason} shown={relationship.reason} missing={words.noReason} />
      <Text {...given} title={words.narrative} shown={relationship.narrative} />
      {relationship.sensitivity ? (
        <Note tone="warning" title={words.sensitivity}>
          <MultilingualText t={parts[locale]} locale={locale} shown={relationship.sensitivity} />
          <p class="small">{words.sensitivityInside}</p>
        </Note>
      ) : null}
      <Agreements {...given} />
      <Fees {...given} />
      <Seats {...given} />
      <Duties {...given} />
      <Owed {...given} />
      <Around {...given} />
    </>,
  )
}

function factsOf({ visit: { locale }, memory, relationship }: Given) {
  const words = relationsWords[locale]
  const { kind, during, standing, visibility } = relationship
  return [
    { term: words.columns.kind, value: words.kinds[kind] as Child },
    { term: words.columns.since, value: edtfInWords(locale, during) },
    { term: words.columns.state, value: <State kind={standingKind[standing]}>{words.standings[standing]}</State> },
    ...(memory.inside ? [{ term: fieldsWords[locale].circle, value: memoryWords[locale].circles[visibility] }] : []),
  ]
}

/** What asks for something on a date, the nearest first. */
function Next({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const due = relationship.agreements.filter(agreement => agreement.deadline !== null)
  if (due.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.next}</h2>
      <ul class="stack">
        {due.map(agreement => (
          <li>
            <a href={addressIn(visit, memory, `/agreements/${agreement.id}`)}>
              <Named locale={locale} name={agreement.title} otherwise={agreementsWords[locale].untitled} />
            </a>
            <p>{deadlineInWords(locale, agreement)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Parties({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const { id, parties } = relationship
  if (parties.length === 0 && !memory.edits) return null
  return (
    <section class="stack">
      <h2>{words.parties}</h2>
      {parties.length === 0 ? <p>{words.noParties}</p> : null}
      <ul>
        {parties.map(party => {
          const name = <Named locale={locale} name={party.name} otherwise={words.nameless} />
          const more = [
            party.country === null ? '' : countryName(locale, party.country),
            words.roles[party.role],
            party.during === null ? '' : edtfInWords(locale, party.during),
          ].filter(Boolean)
          return (
            <li>
              {party.name ? <a href={at(`/actors/${party.organisation}`)}>{name}</a> : name}
              <span class="small"> – {more.join(', ')}</span>
              {memory.edits ? (
                <>
                  {' '}
                  <a class="small" href={at(`/relationships/${id}/parties/${party.id}`)}>
                    {words.changeParty(party.name?.text ?? words.nameless)}
                  </a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
      {memory.edits ? (
        <p>
          <a href={at(`/relationships/${id}/parties/new`)}>{words.addParty}</a>
        </p>
      ) : null}
    </section>
  )
}

/** A text of the relationship; to those who edit, what its lack means. */
function Text(props: Given & { title: string; shown: Shown | null; missing?: string }) {
  const { visit, memory, title, shown, missing } = props
  if (!shown && !(memory.edits && missing)) return null
  return (
    <section class="stack">
      <h2>{title}</h2>
      {shown ? (
        <MultilingualText t={parts[visit.locale]} locale={visit.locale} shown={shown} />
      ) : (
        <p class="small">{missing}</p>
      )}
    </section>
  )
}

function Agreements({ visit, memory, relationship }: Given) {
  const { locale } = visit
  const words = relationsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const { id, agreements } = relationship
  if (agreements.length === 0 && !memory.edits) return null
  return (
    <section class="stack">
      <h2>{words.agreements}</h2>
      {agreements.length === 0 ? <p>{words.noAgreements}</p> : null}
      <ul class="stack">
        {agreements.map(agreement => (
          <li>
            <a href={at(`/agreements/${agreement.id}`)}>
              <Named locale={locale} name={agreement.title} otherwise={agreementsWords[locale].untitled} />
            </a>
            <span class="small"> – {agreementsWords[locale].kinds[agreement.kind]}</span>
            <p>
              <AgreementStateMark locale={locale} state={agreement.state} />{' '}
              {agreement.since ? `${agreementsWords[locale].since(dayOf(locale, agreement.since))}. ` : null}
              {lifeInWords(locale, agreement).join(' ')}
            </p>
          </li>
        ))}
      </ul>
      {memory.edits ? (
        <p>
          <a href={at(`/relationships/${id}/agreements/new`)}>{words.addAgreement}</a>
        </p>
      ) : null}
    </section>
  )
}
