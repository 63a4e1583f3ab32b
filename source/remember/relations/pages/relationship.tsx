import type { Child } from 'hono/jsx'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { Shown } from '#ground/languages/text.ts'
import { redirect } from '#ground/web/answer.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Multilingual, MultilingualText, Note, Words } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { dayOf, edtfInWords } from '../../acts/edtf-in-words.ts'
import { agreementsWords } from '../../messages/agreements.ts'
import { briefWords } from '../../messages/brief.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { joiningWords } from '../../messages/joining.ts'
import { memoryWords } from '../../messages/memory.ts'
import { publishingWords } from '../../messages/publishing.ts'
import { relationsWords } from '../../messages/relations.ts'
import { sharingWords } from '../../messages/sharing.ts'
import { AgreementStanding, deadlineInWords } from '../../pages/agreement-in-words.tsx'
import { addressIn, memoryOf, reading, readingAsCitizen } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { SaidOf } from '../../pages/record-name.tsx'
import { idIn } from '../../pages/writing.tsx'
import { joinedInto, joinedIntoSeen } from '../store/joined.ts'
import { readRelationship } from '../store/one-relationship.ts'
import { JoinedHere, WasJoined } from './joined-here.tsx'
import { type Given, Named, Standing } from './parts.tsx'
import { Around, Duties, Fees, Owed, Seats } from './relationship-parts.tsx'

/** GET /:l/territories/:slug/relationships/:id: a relationship, as whoever looks may see it, today or on the day read. */
export async function showRelationship(visit: Visit): Promise<Response> {
  const { locale } = visit
  const here = await memoryOf(visit)
  const id = idIn(visit)
  // Those inside may look at it as it is read outside: the same page, asked in nobody's name.
  const asCitizen = here.inside && visit.url.searchParams.get('as') === 'citizen'
  const memory = asCitizen ? { ...here, inside: false, edits: false } : here
  const read = asCitizen ? readingAsCitizen : reading
  const found = await read(visit, memory, async tx => {
    const relationship = await readRelationship(tx, memory.id, id, locale, memory.day, memory.inside)
    if (!relationship) return { relationship, into: await joinedIntoSeen(tx, memory.id, id) }
    const joined = memory.inside && memory.knownOn === null ? await joinedInto(tx, memory.id, id, locale) : []
    return { relationship, joined }
  })
  if (found.relationship === null) {
    // The address of one that was joined leads to the one that stays, for whoever may see that one.
    if (found.into === null) throw notFound()
    return redirect(visit, addressIn(visit, memory, `/relationships/${found.into}?was=${id}`))
  }
  const { relationship, joined } = found
  const words = relationsWords[locale]
  const given = { visit, memory, relationship }
  const at = (path: string) => addressIn(visit, memory, path)
  const { name } = relationship
  const seenByAll = relationship.visibility === 2 && memory.visibility === 2
  return memoryPage(
    visit,
    memory,
    {
      title: name?.text ?? words.nameless,
      heading: name ? <Multilingual t={parts[locale]} locale={locale} shown={name} /> : words.nameless,
      section: 'relationships',
    },
    <>
      {asCitizen ? (
        <Note>
          <p>
            {publishingWords[locale].seenAs} <a href={at(`/relationships/${id}`)}>{publishingWords[locale].back}</a>
          </p>
        </Note>
      ) : null}
      <WasJoined visit={visit} joined={joined} />
      <Facts facts={factsOf(given)} />
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at(`/relationships/${id}/edit`)}>{words.edit}</LinkButton>
          <a href={at(`/journal/new?about=relationship:${id}`)}>{words.writeDown}</a>
          <a href={at(`/records/relationship/${id}/share`)}>{sharingWords[locale].share}</a>
          <a href={at(`/records/relationship/${id}`)}>{words.history}</a>
          {seenByAll ? <a href={at(`/relationships/${id}?as=citizen`)}>{publishingWords[locale].asCitizen}</a> : null}
          <a href={at(`/relationships/${id}/join`)}>{joiningWords[locale].open}</a>
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
      <JoinedHere visit={visit} memory={memory} id={id} joined={joined} />
    </>,
  )
}

function factsOf({ visit: { locale }, memory, relationship }: Given) {
  const words = relationsWords[locale]
  const { kind, during, standing, lastContact, visibility } = relationship
  return [
    { term: words.columns.kind, value: words.kinds[kind] as Child },
    { term: words.columns.since, value: edtfInWords(locale, during) },
    { term: words.columns.state, value: <Standing locale={locale} memory={memory} standing={standing} /> },
    ...(lastContact ? [{ term: words.columns.lastContact, value: dayOf(locale, lastContact) }] : []),
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
  const { id } = relationship
  // One whose name may not be read is left out: that there is one says nothing.
  const parties = relationship.parties.filter(party => party.name || memory.edits)
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
              {memory.inside && party.name && party.role === 'partner' ? (
                <>
                  {' '}
                  <a class="small" href={at(`/actors/${party.organisation}/brief.pdf`)}>
                    {briefWords[locale].download}
                    <span class="hidden-text">
                      {' – '}
                      <Words locale={locale} shown={party.name} />
                    </span>
                  </a>
                </>
              ) : null}
              {memory.edits ? (
                <>
                  {' '}
                  <a class="small" href={at(`/relationships/${id}/parties/${party.id}`)}>
                    {party.name ? (
                      <SaidOf locale={locale} say={words.changeParty} name={party.name} />
                    ) : (
                      words.changeParty(words.nameless)
                    )}
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
            <AgreementStanding locale={locale} agreement={agreement} />
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
