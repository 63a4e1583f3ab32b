import { lettersWords } from '#convene/messages/letters.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { type Issued, issueLetters } from '../acts/issue-letters.ts'
import { withdrawLetter } from '../acts/withdraw-letter.ts'
import { letterNumber } from '../rules/number.ts'
import { readLetter } from '../store/letters.ts'
import { lettersPage, whyNot } from './letters.tsx'
import { lettersAddress, officeSeminar, trail } from './office-seminar.ts'

/** POST /:l/desk/seminars/:slug/letters: issues the letters that were chosen, or all. */
export async function sendLetters(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const typed = sent.typed['id[]'] ?? []
  const ticked = typeof typed === 'string' ? [typed] : typed
  const chosen = textOf(sent.typed, 'do') === 'all' ? 'all' : ticked
  if (chosen.length === 0) return lettersPage(visit, seminar, m.errors.none)
  const location = lettersAddress(visit, seminar)
  const issued = await issueLetters(house, visit.actor, seminar.slug, chosen, { once: sent.once, location })
  if (issued.outcome !== 'done') return lettersPage(visit, seminar, whyNot(visit, seminar, issued.outcome), ticked)
  return redirect(visit, location, { tone: issued.issued > 0 ? 'done' : 'note', text: tell(visit, issued) })
}

function tell(visit: Visit, { issued, already, left }: Extract<Issued, { outcome: 'done' }>): string {
  const { done } = lettersWords[visit.locale]
  return [
    issued > 0 ? done.issued(issued) : done.nothing,
    already > 0 ? done.already(already) : '',
    left > 0 ? done.left(left) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** GET …/letters/:id/withdraw: the page before a letter is withdrawn. */
export async function askWithdraw(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const seminar = await officeSeminar(visit)
  const id = visit.param('id')
  const letter = isUuid(id)
    ? await as(house.db, visit.actor, tx => readLetter(tx, { id, seminarId: seminar.id }))
    : null
  if (letter === null) throw notFound()
  const address = lettersAddress(visit, seminar)
  const number = letterNumber(seminar.heldOn, letter.number)
  if (letter.withdrawnAt) return redirect(visit, address, { tone: 'note', text: m.done.withdrawnBefore(number) })
  return page(
    visit,
    layout(
      visit,
      { title: m.confirm.title(number), office: true, breadcrumb: trail(visit, seminar, number) },
      <Confirm
        t={parts[locale]}
        title={m.confirm.title(number)}
        text={m.confirm.text(letter.name ?? m.erased)}
        action={`${address}/${letter.id}/withdraw`}
        cancel={address}
        button={m.confirm.button}
        once={newOnceKey(house.keys)}
      />,
    ),
  )
}

/** POST …/letters/:id/withdraw. */
export async function sendWithdraw(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const { done } = lettersWords[locale]
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  const location = lettersAddress(visit, seminar)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const remember = { once: sent.once, location }
  const { outcome, letter } = await withdrawLetter(house, visit.actor, seminar.slug, visit.param('id'), remember)
  const number = letterNumber(seminar.heldOn, letter.number)
  return outcome === 'withdrawn'
    ? redirect(visit, location, { tone: 'done', text: done.withdrawn(number) })
    : redirect(visit, location, { tone: 'note', text: done.withdrawnBefore(number) })
}
