import type { Child } from 'hono/jsx'
import { countryName } from '#ground/languages/format.ts'
import { isLocale, type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Contact } from '#ground/web/parts/contact.tsx'
import { Facts, Multilingual, Remarks, Words } from '#ground/web/parts/text.tsx'
import { lifeWords } from '../../messages/life.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { daysInWords } from '../acts/days-in-words.ts'
import { decided } from '../rules/life.ts'
import { type SeminarPage, shortNameOf } from '../store/read-seminar.ts'
import { languagesInWords } from './words.ts'

type Fact = { term: string; value: Child }
type Props = { seminar: SeminarPage; locale: Locale }

/** When, where, how to get there, in which languages; then who organises it and whom to write to. */
export function Practical({ seminar, locale }: Props) {
  const t = seminarMessages[locale].page
  const p = parts[locale]
  const { venue_name: venue, entrance } = seminar.texts
  const facts: Fact[] = [
    {
      term: t.when,
      value: (
        <>
          {daysInWords(seminar, seminar.programme?.days ?? [], locale).map(day => (
            <p>{day}</p>
          ))}
          <p>
            <a href={`/${locale}/seminars/${seminar.slug}/calendar.ics`}>
              {decided(seminar) ? lifeWords[locale].page.calendarOut : t.calendar}
            </a>
          </p>
        </>
      ),
    },
    {
      term: t.venue,
      value: (
        <>
          {venue ? <p>{<Multilingual t={p} locale={locale} shown={venue} />}</p> : null}
          <p dir="auto">
            {seminar.venueAddress}, {countryName(locale, seminar.venueCountry)}
          </p>
          {entrance ? <p>{<Multilingual t={p} locale={locale} shown={entrance} />}</p> : null}
        </>
      ),
    },
  ]
  if (seminar.accessLines.length > 0) {
    facts.push({
      term: t.access,
      value: (
        <>
          {seminar.accessLines.map(line => (
            <p>
              <Words locale={locale} shown={line} />
            </p>
          ))}
          <Remarks t={p} locale={locale} texts={seminar.accessLines} />
        </>
      ),
    })
  }
  if (seminar.floorLanguages.length > 0 || seminar.interpretationLanguages.length > 0) {
    facts.push({
      term: t.languages,
      value: (
        <>
          {seminar.floorLanguages.length > 0 ? (
            <p>{t.floor(languagesInWords(locale, seminar.floorLanguages))}</p>
          ) : null}
          {seminar.interpretationLanguages.length > 0 ? (
            <p>{t.interpretation(languagesInWords(locale, seminar.interpretationLanguages))}</p>
          ) : null}
        </>
      ),
    })
  }
  const offered = seminar.languages.filter(isLocale)
  if (!offered.includes(locale)) {
    facts.push({
      term: t.pageLanguages,
      value: offered.map(other => (
        <p>
          <a href={`/${other}/seminars/${seminar.slug}`} lang={other} hreflang={other}>
            {nameOfLocale[other]}
          </a>
        </p>
      )),
    })
  }
  return (
    <section class="close" aria-labelledby="practical">
      <h2 id="practical">{t.practical}</h2>
      <Facts facts={[...facts, ...organisations({ seminar, locale })]} />
    </section>
  )
}

/** Who organises, who takes part in it, who supports it, whom to write to. */
function organisations({ seminar, locale }: Props): Fact[] {
  const t = seminarMessages[locale].page
  const facts: Fact[] = []
  for (const [role, term] of [
    ['organiser', t.organisers],
    ['partner', t.partners],
    ['supporter', t.supporters],
  ] as const) {
    const those = seminar.organisations.filter(organisation => organisation.roles.includes(role))
    if (those.length > 0) facts.push({ term, value: those.map(organisation => <p>{nameOf(organisation, locale)}</p>) })
  }
  if (seminar.contacts.length > 0) {
    facts.push({
      term: t.contacts,
      value: seminar.contacts.map(contact => (
        <Contact
          locale={locale}
          label={contact.label ?? { text: contact.organisation ?? '', language: locale }}
          email={contact.email}
          telephone={contact.telephone}
        />
      )),
    })
  }
  return facts
}

function nameOf(organisation: SeminarPage['organisations'][number], locale: Locale) {
  const { name } = organisation.texts
  const short = shortNameOf(organisation)
  const words = name ? <Words locale={locale} shown={name} /> : short
  return (
    <>
      {organisation.website ? <a href={organisation.website}>{words}</a> : words}
      {organisation.shortName && name && !name.text.includes(organisation.shortName) && short.length > 2
        ? ` (${organisation.shortName})`
        : null}
    </>
  )
}
