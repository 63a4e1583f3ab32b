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
import { issuingState } from '../rules/issuing.ts'
import { letterNumber } from '../rules/number.ts'
import { countLetters, readLetter } from '../store/letters.ts'
import { lettersPage, readAsked, whyNot } from './letters.tsx'
import { lettersAddress, type OfficeSeminar, officeSeminar, trail } from './office-seminar.ts'

/**
 * POST /:l/desk/seminars/:slug/letters: issues the letters that were chosen; or asks whether those of the whole list are
 * meant, with their number, and then issues them.
 */
export async function sendLetters(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const typed = sent.typed['id[]'] ?? []
  const ticked = typeof typed === 'string' ? [typed] : typed
  const pressed = textOf(sent.typed, 'do')
  if (pressed === 'all') return askIssueAll(visit, seminar)
  const { text } = readAsked(visit.url.searchParams)
  const chosen = pressed === 'listed' ? { bearing: text, told: Number(textOf(sent.typed, 'told')) } : ticked
  if (pressed !== 'listed' && ticked.length === 0) return lettersPage(visit, seminar, m.errors.none)
  const address = lettersAddress(visit, seminar)
  // To the letters that were issued; nothing is hidden when there was nothing to issue.
  const location = (done: Issued) =>
    done.outcome === 'done' && done.issued > 0 ? `${address}?show=valid` : `${address}${visit.url.search}`
  const issued = await issueLetters(house, visit.actor, seminar.slug, chosen, { once: sent.once, location })
  if (issued.outcome === 'other-number') return askIssueAll(visit, seminar, 'changed')
  if (issued.outcome !== 'done') return lettersPage(visit, seminar, whyNot(visit, seminar, issued.outcome), ticked)
  return redirect(visit, location(issued), { tone: issued.issued > 0 ? 'done' : 'note', text: tell(visit, issued) })
}

/** The page before the letters of a whole list are issued: how many, and of which list. */
async function askIssueAll(visit: Visit, seminar: OfficeSeminar, changed?: 'changed'): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const why = whyNot(visit, seminar, issuingState(seminar, seminar.now))
  if (why !== null) return lettersPage(visit, seminar, why)
  const { text } = readAsked(visit.url.searchParams)
  const { listed } = await as(house.db, visit.actor, tx => countLetters(tx, seminar.id, text))
  const back = `${lettersAddress(visit, seminar)}${visit.url.search}`
  if (listed === 0) return redirect(visit, back, { tone: 'note', text: m.done.nothing })
  const title = m.confirmAll.title(listed)
  const sentences = [
    changed ? m.confirmAll.changed : '',
    text === '' ? m.confirmAll.everybody : m.confirmAll.bearing(text),
    m.confirmAll.text,
  ]
  return page(
    visit,
    layout(
      visit,
      { title, office: true, breadcrumb: trail(visit, seminar, m.issueTitle) },
      <Confirm
        t={parts[locale]}
        title={title}
        text={sentences.filter(Boolean).join(' ')}
        action={back}
        cancel={back}
        button={m.issueAll(listed)}
        once={newOnceKey(house.keys)}
        hidden={{ do: 'listed', told: String(listed) }}
      />,
    ),
    changed ? 409 : 200,
  )
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
