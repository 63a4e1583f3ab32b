import { formWords } from '#convene/messages/form.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import { PageHead, State } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { titleOf } from '../acts/seminar-in-words.ts'
import type { Told } from '../acts/sending.ts'
import { Contacts } from './contacts.tsx'
import { openSeminar, trail } from './form.tsx'

const purpose = (seminarId: string) => `receipt ${seminarId}`
type Standing = Pick<Told, 'state' | 'rank'> & {
  /** “A. D.”, in a delegation: whoever sent the form tells the people apart. */
  initials?: string
}

/**
 * The address of the page after the form, without its language. It carries what was told of each person, signed, in the
 * order of the form, and nothing of the people but, in a delegation, their initials as they were typed: an address may be
 * passed on, and a name must not go with it. A newcomer and somebody who is registered already land on the same page
 * (docs/decisions/0010).
 *
 * @param initials of each person, in the same order
 */
export function receiptPath(
  keys: Keys,
  seminarId: string,
  told: readonly Omit<Standing, 'initials'>[],
  slug: string,
  initials: readonly string[] = [],
): string {
  const states = told
    .map(({ state, rank }, index) => {
      const written = told.length > 1 ? Buffer.from(initials[index] ?? '').toString('hex') : ''
      return `${state}-${rank ?? 0}${written && `-${written}`}`
    })
    .join('.')
  return `/seminars/${slug}/registered/${keys.sign(purpose(seminarId), states)}`
}

function readStandings(said: string): Standing[] {
  return said.split('.').map(one => {
    const [state, rank, initials = ''] = one.split('-')
    return {
      state: state as Told['state'],
      rank: state === 'waiting' ? Number(rank) : null,
      initials: Buffer.from(initials, 'hex').toString(),
    }
  })
}

/** The first letter of each name, as “A. D.”. */
export function initialsOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  const letters = [givenName, familyName].flatMap(name => /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase() ?? [])
  return letters.map(letter => `${letter}.`).join(' ')
}

/** What became of the form: a place, a rank in the line, or an examination. The personal link travels by mail only. */
export async function showReceipt(visit: Visit): Promise<Response> {
  const { locale } = visit
  const { seminar, words } = await openSeminar(visit)
  const said = visit.house.keys.verify(purpose(seminar.id), visit.param('receipt'))
  if (said === null) throw notFound()
  const m = registration[locale]
  const w = formWords[locale].receipt
  const title = titleOf(words, seminar, locale)
  const back = `/${locale}/seminars/${seminar.slug}`
  const people = readStandings(said)
  const several = people.length > 1
  const heading = several ? severalInWords(people, title, locale) : inWords(people[0] as Standing, title, locale)
  return page(
    visit,
    layout(
      visit,
      { title: `${heading.title} – ${title}`, noIndex: true, breadcrumb: trail(m, locale, title, back, m.form.title) },
      <div class="stack measure">
        <PageHead kicker={title} title={heading.title} lead={heading.lead} />
        {several ? <People people={people} locale={locale} /> : null}
        <p>{several ? w.mails : m.receipt.mail}</p>
        <p>{several ? w.known : m.receipt.known}</p>
        <Contacts title={m.shut.contact} contacts={words.contacts} locale={locale} />
        <p class="buttons">
          <LinkButton href={back} kind="secondary">
            {m.shut.back}
          </LinkButton>
        </p>
      </div>,
    ),
  )
}

function inWords({ state, rank }: Standing, title: string, locale: Locale): { title: string; lead: string } {
  const m = registration[locale].receipt
  const w = formWords[locale].receipt
  switch (state) {
    case 'confirmed':
      return { title: m.confirmedTitle, lead: m.confirmed(title) }
    case 'waiting':
      return { title: m.waitingTitle, lead: m.waiting(rank ?? 1) }
    case 'requested':
      return { title: w.requestedTitle, lead: w.requested(title) }
    default:
      // A form that came again, and what became of the registration since.
      return { title: registration[locale].form.title, lead: m.known }
  }
}

function severalInWords(people: readonly Standing[], title: string, locale: Locale) {
  const w = formWords[locale].receipt
  return { title: w.several(people.length), lead: w.severalLead(title) }
}

const kindOf = (state: Told['state']) => (state === 'confirmed' ? 'ok' : state === 'waiting' ? 'waiting' : 'neutral')

/** One line for each person, by their number in the form and their initials: their names stay out of the address. */
function People({ people, locale }: { people: readonly Standing[]; locale: Locale }) {
  const w = formWords[locale]
  const said = {
    ...registration[locale].states,
    confirmed: w.receipt.confirmed,
    requested: w.receipt.asked,
  }
  return (
    <>
      <ol class="close">
        {people.map(({ state, rank, initials }, index) => (
          <li>
            {w.person.numbered(index + 1)}
            {initials ? (
              <>
                {' '}
                (<span dir="auto">{initials}</span>)
              </>
            ) : null}{' '}
            <State kind={kindOf(state)}>{state === 'waiting' ? w.receipt.waiting(rank ?? 1) : said[state]}</State>
          </li>
        ))}
      </ol>
      {people.some(({ state }) => state === 'waiting') ? <p>{w.receipt.rank}</p> : null}
    </>
  )
}
