import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import type { Keys } from '#ground/keys.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import type { Told } from '../acts/register.ts'
import { Contacts } from './contacts.tsx'
import { openSeminar, trail } from './form.tsx'
import { titleOf } from './words.ts'

const purpose = (seminarId: string) => `receipt ${seminarId}`

/**
 * The address of the page after the form, without its language. It carries what was told, signed, and nothing of the
 * person: a newcomer and somebody who is registered already land on the same page (docs/decisions/0010).
 */
export function receiptPath(keys: Keys, told: Told, slug: string): string {
  return `/seminars/${slug}/registered/${keys.sign(purpose(told.seminarId), `${told.state}-${told.rank ?? 0}`)}`
}

/** What became of the form: a place, or a rank in the line. The personal link travels by mail only. */
export async function showReceipt(visit: Visit): Promise<Response> {
  const { locale } = visit
  const { seminar, words } = await openSeminar(visit)
  const said = visit.house.keys.verify(purpose(seminar.id), visit.param('receipt'))
  if (said === null) throw notFound()
  const rank = Number(said.split('-')[1])
  const m = registration[locale]
  const title = titleOf(words, seminar, locale)
  const back = `/${locale}/seminars/${seminar.slug}`
  const heading = rank > 0 ? m.receipt.waitingTitle : m.receipt.confirmedTitle
  return page(
    visit,
    layout(
      visit,
      { title: `${heading} – ${title}`, noIndex: true, breadcrumb: trail(m, locale, title, back, m.form.title) },
      <div class="stack measure">
        <PageHead
          kicker={title}
          title={heading}
          lead={rank > 0 ? m.receipt.waiting(rank) : m.receipt.confirmed(title)}
        />
        <p>{m.receipt.mail}</p>
        <p>{m.receipt.known}</p>
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
