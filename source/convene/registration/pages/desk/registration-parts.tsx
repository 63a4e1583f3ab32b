import type { Child } from 'hono/jsx'
import { deskPeople } from '#convene/messages/desk-people.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import { needs as needsMessages } from '#convene/messages/needs.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { countryName, date, languageName, list, moment, shortMoment } from '#ground/languages/format.ts'
import { isLocale, nameOfLocale } from '#ground/languages/locales.ts'
import { mail as mailMessages } from '#ground/languages/messages/mail.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { readReason } from '#ground/mail/rules/reason.ts'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Paragraphs, Region, State, type StateKind, Words } from '#ground/web/parts/text.tsx'
import type { DeskRegistration } from '../../store/desk-registration.ts'
import type { GivenAnswer } from '../../store/own.ts'
import type { OfficeSeminar } from '../desk.tsx'
import { kindOfState } from '../me.tsx'
import { nameOfRegion } from './list-parts.tsx'

type Props = { visit: Visit; seminar: OfficeSeminar; found: DeskRegistration }

/** Who it is and how they registered. */
export function About({ visit, seminar, found }: Props) {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].one
  const { own } = found
  const at = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  const address = `/${locale}/desk/seminars/${seminar.slug}/registrations`
  const facts: (false | { term: string; value: Child })[] = [
    own !== null && { term: words.address, value: own.email || '–' },
    { term: m.desk.category, value: m.categories[found.category] },
    own !== null && {
      term: m.desk.organisation,
      value: (
        <>
          <span dir="auto">{own.organisation}</span>
          {found.organisationKey === '' ? null : (
            <div class="small">
              <a href={`${address}?organisation=${encodeURIComponent(found.organisationKey)}`}>
                {words.sameOrganisation}
              </a>
            </div>
          )}
        </>
      ),
    },
    {
      term: m.desk.country,
      value: (
        <Region t={parts[locale]} region={nameOfRegion[found.region]} label={countryName(locale, found.country)} />
      ),
    },
    found.territoryId !== null && {
      term: words.territory,
      value: wordsOf(found.territories.get(found.territoryId), locale) || '–',
    },
    Boolean(own?.territoryName) && { term: words.territory, value: <span dir="auto">{own?.territoryName}</span> },
    Boolean(own?.role) && { term: words.role, value: <span dir="auto">{own?.role}</span> },
    own !== null && {
      term: words.language,
      value: isLocale(own.language) ? nameOfLocale[own.language] : own.language,
    },
    own !== null &&
      own.languages.length > 0 && {
        term: words.languages,
        value: list(
          locale,
          own.languages.map(code => languageName(locale, code)),
        ),
      },
    own?.invitationLabel != null && {
      term: words.invitation,
      value: (
        <>
          <span dir="auto">{own.invitationLabel}</span> <code>{own.invitationCode}</code>
          {own.usesReserved ? <div class="small">{words.usesReserved}</div> : null}
        </>
      ),
    },
    { term: words.registeredOn, value: `${at(found.requestedAt)} · ${words.origins[found.origin]}` },
    found.priority !== 0 && { term: words.priority, value: number(locale, found.priority) },
  ]
  return <Facts facts={facts.filter(fact => fact !== false)} />
}

/** What was answered to the organiser's own questions, and what the person needs. */
export function Answers({ visit, found }: Props) {
  const { locale } = visit
  const words = deskPeople[locale].one
  const { own } = found
  if (own === null) return <p>{words.erased}</p>
  const needs = own.answers.needs
  const said = needsMessages[locale]
  return (
    <>
      {own.given.length > 0 ? (
        <section class="stack">
          <h2>{words.answers}</h2>
          <Facts
            facts={own.given.map(answer => ({
              term: wordsOf(answer.label, locale) || answer.key,
              value: <AnswerWords visit={visit} answer={answer} />,
            }))}
          />
        </section>
      ) : null}
      {needs && (needs.accessibility.length > 0 || needs.diet.length > 0 || needs.note !== '') ? (
        <section class="stack">
          <h2>{words.needs}</h2>
          <ul class="close">
            {needs.accessibility.map(need => (
              <li>{said.accessibilityNeeds[need]}</li>
            ))}
            {needs.diet.map(diet => (
              <li>{said.diets[diet]}</li>
            ))}
          </ul>
          {needs.note ? <Paragraphs text={needs.note} /> : null}
          <p class="small">{words.needsText}</p>
        </section>
      ) : null}
    </>
  )
}

function AnswerWords({ visit, answer }: { visit: Visit; answer: GivenAnswer }) {
  const { locale } = visit
  const { value } = answer
  const option = (key: string) => wordsOf(answer.options.get(key), locale) || key
  if (Array.isArray(value)) return <>{list(locale, value.map(String).map(option))}</>
  if (typeof value === 'number') return <>{number(locale, value)}</>
  const text = String(value ?? '')
  if (answer.options.size > 0) return <>{option(text)}</>
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <>{date(locale, Temporal.PlainDate.from(text))}</>
  return <Paragraphs text={text} />
}

/** Each consent with the very text that was shown, yes or no. */
export function Agreements({ visit, seminar, found }: Props) {
  const { locale } = visit
  const words = deskPeople[locale].one
  if (found.consents.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.consents}</h2>
      <ul class="close measure">
        {found.consents.map(consent => {
          const shown = show(consent.text, found.own?.answers.language ?? locale)
          const said = shortMoment(locale, consent.at, seminar.timeZone)
          return (
            <li>
              <State kind={consent.given ? 'ok' : 'neutral'}>{consent.given ? words.agreed : words.notAgreed}</State>{' '}
              {shown ? <Words locale={locale} shown={shown} /> : consent.key}
              <div class="small">
                {consent.statedBy === 'self' ? words.saidBySelf(said) : words.saidByDelegate(said)}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The others of the delegation, and who handed the place on to whom. */
export function Connected({ visit, seminar, found }: Props) {
  const { locale } = visit
  const m = registration[locale]
  const words = deskPeople[locale].one
  if (found.connected.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.connected}</h2>
      <ul class="close">
        {found.connected.map(other => (
          <li>
            {words.how[other.how]}{' '}
            <a href={`/${locale}/desk/seminars/${seminar.slug}/registrations/${other.id}`}>
              <span dir="auto">{other.name ?? m.desk.erased}</span>
            </a>{' '}
            <State kind={kindOfState[other.state]}>{m.states[other.state]}</State>
          </li>
        ))}
      </ul>
    </section>
  )
}

const kindOfMail: Record<DeskRegistration['mails'][number]['state'], StateKind> = {
  to_send: 'waiting',
  sending: 'waiting',
  waiting_retry: 'waiting',
  sent: 'ok',
  failed: 'no',
  cancelled: 'neutral',
}

type MailStateProps = { visit: Visit; seminar: OfficeSeminar; row: DeskRegistration['mails'][number] }

/** Where a mail is: also what became of it after it had left, and why it did not arrive. */
function MailState({ visit, seminar, row }: MailStateProps) {
  const { locale } = visit
  const t = mailMessages[locale]
  const words = mailingsWords[locale].deliveryOnPerson
  if (row.bouncedAt)
    return (
      <>
        <State kind="no">{words.cameBack(shortMoment(locale, row.bouncedAt, seminar.timeZone))}</State>
        {row.bounce ? <div class="small">{row.bounce}</div> : null}
      </>
    )
  if (row.delayedAt && row.state === 'sent') return <State kind="waiting">{words.delayed}</State>
  const reason = row.lastError === null ? null : readReason(row.lastError)
  return (
    <>
      <State kind={kindOfMail[row.state]}>{t.states[row.state]}</State>
      {reason ? <div class="small">{t.reasons[reason.kind]}</div> : null}
    </>
  )
}

/** What was written to the person, the newest first; each leads to the mail itself. */
export function Mails({ visit, seminar, found }: Props) {
  const { locale, house } = visit
  const words = deskPeople[locale].one
  const nameOf = (template: string) =>
    house.rooms.flatMap(room => room.mails?.[template] ?? [])[0]?.name?.(locale) ?? template
  return (
    <DataTable
      t={parts[locale]}
      caption={words.mails}
      address={visit.url.pathname}
      rows={found.mails}
      rowLink={row => `/${locale}/administration/mails/${row.id}`}
      columns={[
        { key: 'what', heading: words.mail, cell: row => nameOf(row.template) },
        {
          key: 'state',
          heading: registration[locale].desk.state,
          cell: row => <MailState visit={visit} seminar={seminar} row={row} />,
        },
        {
          key: 'written',
          heading: words.written,
          kind: 'moment',
          cell: row => shortMoment(locale, row.sentAt ?? row.writtenAt, seminar.timeZone),
        },
      ]}
      empty={{ title: words.noMails, text: words.noMailsText }}
    />
  )
}
