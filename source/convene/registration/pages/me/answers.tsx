import type { Child } from 'hono/jsx'
import { needs as needsMessages } from '#convene/messages/needs.ts'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import { countryName, date, languageName, list } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { number } from '#ground/languages/say.ts'
import { type MultilingualText, show, wordsOf } from '#ground/languages/text.ts'
import { Facts, Paragraphs, Words } from '#ground/web/parts/text.tsx'
import { momentAt } from '../../acts/seminar-in-words.ts'
import type { GivenAnswer, GivenConsent } from '../../store/own.ts'
import type { Opened } from './open.ts'

type Answered = { locale: Locale; own: Opened['own']; territory: MultilingualText | undefined; since: Child }

/** Everything that somebody answered, needs and the organiser's own questions included. */
export function AnswersGiven({ locale, own, territory, since }: Answered) {
  const w = ownPage[locale].answers
  const m = registration[locale]
  const { role, languages } = own
  return (
    <Facts
      facts={[
        { term: w.name, value: <span dir="auto">{own.name}</span> },
        { term: w.email, value: <span dir="ltr">{own.email}</span> },
        { term: w.category, value: m.categories[own.category] },
        { term: w.organisation, value: <span dir="auto">{own.organisation}</span> },
        ...(territory ? [{ term: w.territory, value: wordsOf(territory, locale) }] : []),
        ...(own.answers.territoryName
          ? [{ term: w.territory, value: <span dir="auto">{own.answers.territoryName}</span> }]
          : []),
        { term: w.country, value: countryName(locale, own.country) },
        ...(role ? [{ term: w.role, value: <span dir="auto">{role}</span> }] : []),
        { term: w.language, value: nameOfLocale[own.answers.language] },
        ...(languages.length > 0
          ? [
              {
                term: w.languages,
                value: list(
                  locale,
                  languages.map(language => languageName(locale, language)),
                ),
              },
            ]
          : []),
        ...(own.invitationId ? [{ term: w.invitation, value: w.byInvitation }] : []),
        ...own.given.map(answer => ({
          term: wordsOf(answer.label, locale) || answer.key,
          value: inAnswer(answer, locale),
        })),
        { term: ownPage[locale].registeredOn, value: since },
      ]}
    />
  )
}

/** An answer as a reader sees it: words for options, a day as a day. */
function inAnswer({ value, options }: GivenAnswer, locale: Locale): Child {
  const option = (key: unknown) => wordsOf(options.get(String(key)), locale) || String(key)
  if (Array.isArray(value)) return list(locale, value.map(option))
  if (typeof value === 'number') return number(locale, value)
  if (options.size > 0) return option(value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(locale, Temporal.PlainDate.from(text))
  return <Paragraphs text={text} />
}

/** What somebody needs, in words; what they wrote themselves as they wrote it. */
export function NeedsGiven({ locale, own }: { locale: Locale; own: Opened['own'] }) {
  const w = needsMessages[locale]
  const { needs } = own.answers
  if (needs === null) return <p>{ownPage[locale].noNeeds}</p>
  return (
    <Facts
      facts={[
        ...(needs.accessibility.length > 0
          ? [{ term: w.accessibility, value: inList(needs.accessibility.map(need => w.accessibilityNeeds[need])) }]
          : []),
        ...(needs.diet.length > 0 ? [{ term: w.diet, value: inList(needs.diet.map(diet => w.diets[diet])) }] : []),
        ...(needs.note !== '' ? [{ term: w.note, value: <Paragraphs text={needs.note} /> }] : []),
      ]}
    />
  )
}

const inList = (items: readonly string[]) => (
  <ul>
    {items.map(item => (
      <li>{item}</li>
    ))}
  </ul>
)

type Consented = { locale: Locale; own: Opened['own']; seminar: Opened['seminar']; consents: readonly GivenConsent[] }

/** What was agreed to and what not, in the very words, those of the language in which they were shown, with when and by whom it was said. */
export function ConsentsGiven({ locale, own, seminar, consents }: Consented) {
  const w = ownPage[locale].consents
  return (
    <ul class="close">
      {consents.map(consent => {
        const shown = show(consent.text, own.answers.language)
        const said = [
          w.onDate(momentAt(seminar, locale, consent.at)),
          ...(consent.statedBy === 'delegate' ? [w.byDelegate] : []),
        ]
        return (
          <li>
            <strong>{consent.given ? w.given : w.notGiven}</strong>{' '}
            {shown ? <Words locale={locale} shown={shown} /> : consent.key}
            <p class="small">{said.join(' · ')}</p>
          </li>
        )
      })}
    </ul>
  )
}
