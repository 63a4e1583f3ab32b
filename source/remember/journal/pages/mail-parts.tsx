import type { Visit } from '#ground/house.ts'
import { longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { MailAddress } from '#ground/reading/index.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, CheckboxesField, RadiosField } from '#ground/web/parts/form.tsx'
import { Facts, Paragraphs } from '#ground/web/parts/text.tsx'
import { journalMailWords } from '../../messages/journal-mail.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import { dayAt } from '../../rules/days.ts'
import { choicesIn, type Fields } from '../../rules/typed.ts'
import type { Draft, DraftRead } from '../acts/open-draft.ts'
import type { WaitingMail } from '../acts/waiting-mail.ts'
import { waitsDays } from '../store/mail-drafts.ts'

/** Addresses that are told one by one; a mail to hundreds tells how many more. */
const mostTold = 20

type MailProps = { visit: Visit; memory: Memory; mail: WaitingMail; read: DraftRead }

/** The mail as it came, folded: who wrote, to whom, all of its words; and the addresses without a name that no contact has. */
export function AsItCame({ visit, memory, mail, read }: MailProps) {
  const { locale } = visit
  const m = journalMailWords[locale].draft
  const nameless = read.strangers.filter(one => !isNamed(one))
  const more = mail.moreAddresses + Math.max(0, nameless.length - mostTold)
  const addresses = (list: readonly MailAddress[], rest: number) => (
    <Addresses locale={locale} list={list} more={rest} />
  )
  return (
    <>
      <details class="optional">
        <summary>{m.asItCame}</summary>
        <div class="stack">
          <Facts
            facts={[
              ...(mail.from.length > 0 ? [{ term: m.from, value: addresses(mail.from, 0) }] : []),
              ...(mail.to.length > 0 ? [{ term: m.to, value: addresses(mail.to, mail.moreAddresses) }] : []),
              ...(mail.subject ? [{ term: m.subject, value: <bdi>{mail.subject}</bdi> }] : []),
            ]}
          />
          <Paragraphs text={mail.text} />
        </div>
      </details>
      {nameless.length > 0 ? (
        <div>
          <p>{m.strangers}</p>
          <ul>
            {nameless.slice(0, mostTold).map(one => (
              <li>
                <One address={one} />
              </li>
            ))}
            {more > 0 ? <li>{m.moreAddresses(more)}</li> : null}
          </ul>
          <p>
            <a href={addressIn(visit, memory, '/contacts/new')}>{m.addContact}</a>
          </p>
        </div>
      ) : null}
    </>
  )
}

function Addresses({ locale, list, more }: { locale: Visit['locale']; list: readonly MailAddress[]; more: number }) {
  const told = list.slice(0, mostTold)
  const rest = more + list.length - told.length
  return (
    <>
      {told.map((one, index) => (
        <>
          {index === 0 ? '' : ', '}
          <One address={one} />
        </>
      ))}
      {rest > 0 ? ` · ${journalMailWords[locale].draft.moreAddresses(rest)}` : ''}
    </>
  )
}

const One = ({ address: { name, address } }: { address: MailAddress }) => (
  <>
    {isNamed({ name, address }) ? (
      <>
        <bdi>{name}</bdi>{' '}
      </>
    ) : null}
    <span dir="ltr">{address}</span>
  </>
)

/** Whether a mail says who somebody is, beside where they are reached. */
const isNamed = ({ name, address }: MailAddress) => {
  const said = name?.trim() ?? ''
  return said !== '' && !said.includes('@') && said.toLowerCase() !== address.trim().toLowerCase()
}

const whoField = (at: number) => `who-${at}`

/** Said of somebody who is not added. */
const nobody = 'nobody'

/** Of those whose name is known here: who they were said to be. */
export const whoTyped = (typed: Fields): { at: number; contact: string }[] =>
  Object.entries(typed).flatMap(([name, value]) => {
    const at = /^who-(\d{1,4})$/.exec(name)?.[1]
    return at === undefined || value === '' || value === nobody ? [] : [{ at: Number(at), contact: value }]
  })

/** Whom the mail names and nobody knows here, as many as the form asks about. */
const namedIn = (read: DraftRead) => read.strangers.filter(isNamed).slice(0, mostTold)

/** Of whom nobody said yet whether they are the contact of that name: without an answer they would silently have no part in it. */
export const whoUnsaid = (read: DraftRead, typed: Fields): number[] =>
  namedIn(read)
    .filter(({ at, namesakes }) => namesakes.length > 0 && (typed[whoField(at)] ?? '') === '')
    .map(({ at }) => at)

/** What is still to be said of them. */
export const whoErrors = (locale: Locale, at: readonly number[]): Record<string, string> =>
  Object.fromEntries(at.map(one => [whoField(one), journalMailWords[locale].draft.whoAsk]))

type StrangersProps = {
  visit: Visit
  typed: Fields
  errors: FieldErrors
  read: DraftRead
  /** What organisations are called. */
  nameOf: (organisation: string) => string | null
}

/**
 * Whom the mail names and nobody knows here: whoever is ticked is added to the contacts when it is written down. Of one whose
 * name a contact has it is asked whether it is them, before a second one is made.
 */
export function StrangersField({ visit, typed, errors, read, nameOf }: StrangersProps) {
  const { locale } = visit
  const m = journalMailWords[locale].draft
  const named = namedIn(read)
  const fresh = named.filter(one => one.namesakes.length === 0)
  const field = bindFields(parts[locale], typed, errors)
  return (
    <>
      {fresh.length > 0 ? (
        <CheckboxesField
          {...field('add[]')}
          label={m.addPeople}
          hint={m.addPeopleHint}
          values={choicesIn(typed.add)}
          choices={fresh.map(({ name, address, at }) => ({ value: String(at), label: `${name} (${address})` }))}
          optional
        />
      ) : null}
      {named
        .filter(one => one.namesakes.length > 0)
        .map(({ name, address, at, namesakes }) => (
          <RadiosField
            {...field(whoField(at))}
            value={typed[whoField(at)] ?? ''}
            label={m.whoIsIt(`${name} (${address})`)}
            choices={[
              ...namesakes.map(one => ({
                value: one.id,
                label: m.whoSame([one.name, one.organisation && nameOf(one.organisation)].filter(Boolean).join(', ')),
                hint: one.address === null ? m.whoGets : m.whoKeeps(one.address),
              })),
              { value: 'new', label: m.whoNew },
              { value: nobody, label: m.whoNobody },
            ]}
          />
        ))}
    </>
  )
}

/** The last day on which a mail waits. */
export const waitsUntil = ({ droppedAt }: Pick<Draft, 'droppedAt'>, timeZone: string) =>
  dayAt(droppedAt, timeZone).add({ days: waitsDays })

/** What becomes of a mail that nobody writes down. */
export function NothingKept({ visit, memory, draft }: { visit: Visit; memory: Memory; draft: Draft }) {
  const { locale } = visit
  return (
    <p class="small">{journalMailWords[locale].draft.until(longDate(locale, waitsUntil(draft, memory.timeZone)))}</p>
  )
}
