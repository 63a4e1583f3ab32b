import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import type { RegistrationState } from '#convene/store/tables.ts'
import { as, job, link } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { countryName } from '#ground/languages/format.ts'
import { isLocale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { Facts, Note, PageHead, State, type StateKind, Words } from '#ground/web/parts/text.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { consentsGiven, readRegistration } from '../store/own.ts'
import { countWaiting } from '../store/places.ts'
import { findSeminarToRegisterFor, seminarWords } from '../store/seminar.ts'
import { Contacts } from './contacts.tsx'
import { cityOf, dateOf, hoursOf, momentAt, titleOf, venueOf } from './words.ts'

export const kindOfState: Record<RegistrationState, StateKind> = {
  requested: 'neutral',
  waiting: 'waiting',
  offered: 'waiting',
  confirmed: 'ok',
  refused: 'no',
  cancelled: 'no',
  expired: 'no',
}

/** The address of a person's own page, without its language. */
export const mePath = (keys: Visit['house']['keys'], registrationId: string) =>
  `/me/${keys.sign('registration', registrationId)}`

/** A person's own page, by the signed link of their mails: what they asked for and where it stands. */
export async function showMe(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = registration[locale]
  const bad = () => new Refusal('not-found', m.me.badLink)
  const id = house.keys.verify('registration', visit.param('token'))
  if (id === null) throw bad()
  const found = await as(house.db, link(id), async tx => {
    const own = await readRegistration(tx, id)
    const seminar = own && (await findSeminarToRegisterFor(tx, { id: own.seminarId }))
    if (!own || !seminar) return null
    return { own, seminar, words: await seminarWords(tx, seminar.id), consents: await consentsGiven(tx, id) }
  })
  if (!found) throw bad()
  const { own, seminar, words, consents } = found
  // As a job: a link sees its own registration only, and a rank is a number about others.
  const people =
    own.state === 'waiting' ? await as(house.db, job('rank'), tx => countWaiting(tx, seminar.id, own.line)) : 0
  const title = titleOf(words, seminar, locale)
  const at = (instant: Temporal.Instant) => momentAt(seminar, locale, instant)
  const back = `/${locale}/seminars/${seminar.slug}`
  visit.headers.set('cache-control', 'no-store')
  visit.headers.set('referrer-policy', 'no-referrer')
  return page(
    visit,
    layout(
      visit,
      { title: `${m.me.title} – ${title}`, noIndex: true },
      <div class="stack measure">
        <PageHead kicker={title} title={m.me.of(own.name)} lead={stateSentence(m, own.state, people)} />
        <p>
          <State kind={kindOfState[own.state]}>{m.states[own.state]}</State>
        </p>
        {own.state === 'waiting' ? <p class="small">{m.me.explain}</p> : null}
        <Facts
          facts={[
            { term: m.me.seminar, value: <a href={back}>{title}</a> },
            {
              term: m.me.when,
              value: `${dateOf(seminar, locale)}, ${hoursOf(seminar, locale)} (${cityOf(seminar, locale)})`,
            },
            { term: m.me.venue, value: venueOf(seminar, words, locale) },
            { term: m.me.since, value: at(own.stateSince) },
          ]}
        />
        <p>
          <a href={`${back}/calendar.ics`}>{m.me.calendar}</a>
        </p>
        <h2>{m.me.answers}</h2>
        <Facts
          facts={[
            { term: m.me.name, value: <span dir="auto">{own.name}</span> },
            { term: m.me.email, value: own.email ?? '' },
            { term: m.me.category, value: m.categories[own.category] },
            { term: m.me.organisation, value: <span dir="auto">{own.organisation}</span> },
            { term: m.me.country, value: countryName(locale, own.country) },
            { term: m.me.language, value: isLocale(own.language) ? nameOfLocale[own.language] : own.language },
            { term: m.me.registeredOn, value: at(own.requestedAt) },
          ]}
        />
        {consents.length > 0 ? <h2>{m.me.consents}</h2> : null}
        <ul class="close measure">
          {consents.map(consent => {
            const shown = show(consent.text, locale)
            return (
              <li>
                <strong>{consent.given ? m.me.given : m.me.notGiven}</strong>{' '}
                {shown ? <Words locale={locale} shown={shown} /> : null}
                {shown && shown.language !== locale ? (
                  <span class="not-yet">{parts[locale].text.notYet(shown.language)}</span>
                ) : null}
              </li>
            )
          })}
        </ul>
        <Note>{m.me.keep}</Note>
        <Contacts title={m.me.contact} contacts={words.contacts} locale={locale} />
      </div>,
    ),
  )
}

function stateSentence(m: RegistrationMessages, state: RegistrationState, people: number): string {
  return state === 'waiting' ? m.me.waiting(people) : m.me[state]
}
