import { lifeWords } from '#convene/messages/life.ts'
import { ownPage } from '#convene/messages/own.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Confirm } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { acceptOffer } from '../../acts/accept-offer.ts'
import { isSeminarOver } from '../../acts/at-the-gate.ts'
import { cancelRegistration } from '../../acts/cancel-registration.ts'
import { titleOf } from '../../acts/seminar-in-words.ts'
import { can, holdsPlace } from '../../rules/states.ts'
import { mayCancel } from './may.ts'
import { openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

/** GET /:l/me/:token/cancel: what is lost by it, before the button. Declining an offer is the same, in words of its own. */
export async function showCancel(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  const { own, seminar, words } = opened
  const { locale } = visit
  const w = ownPage[locale].cancel
  const here = ownAddress(visit)
  if (!mayCancel(opened))
    return redirect(visit, here, {
      tone: 'note',
      text: isSeminarOver(seminar) && can('cancel', own.state) ? w.over : w.already,
    })
  const seminarTitle = titleOf(words, seminar, locale)
  const said =
    own.state === 'offered'
      ? { title: w.titleOffer, text: w.textOffer(seminarTitle), button: w.buttonOffer, stay: w.keepOffer }
      : holdsPlace(own.state)
        ? { title: w.titlePlace, text: w.textPlace(seminarTitle), button: w.button, stay: w.keepPlace }
        : { title: w.title, text: w.text(seminarTitle), button: w.buttonWithdraw, stay: w.keepWaiting }
  return smallPage(visit, opened, {
    title: said.title,
    children: (
      <Confirm
        {...said}
        t={parts[locale]}
        action={`${here}/cancel`}
        cancel={here}
        once={newOnceKey(visit.house.keys)}
      />
    ),
  })
}

export async function cancel(visit: Visit): Promise<Response> {
  const { id } = (await openOwn(visit)).own
  const { once } = await readForm(visit.request)
  const here = ownAddress(visit)
  const w = ownPage[visit.locale].cancel
  const led = await alreadySent(visit.house, once)
  if (led) return redirect(visit, led)
  const result = await cancelRegistration(visit.house, { kind: 'link', id }, id, { remember: { once, location: here } })
  return redirect(
    visit,
    here,
    result === 'cancelled'
      ? { tone: 'done', text: w.done }
      : { tone: 'note', text: result === 'over' ? w.over : w.already },
  )
}

/** POST /:l/me/:token/accept: takes the place that was offered. */
export async function accept(visit: Visit): Promise<Response> {
  const { id } = (await openOwn(visit)).own
  const { once } = await readForm(visit.request)
  const here = ownAddress(visit)
  const w = ownPage[visit.locale].offer
  const led = await alreadySent(visit.house, once)
  if (led) return redirect(visit, led)
  const result = await acceptOffer(visit.house, { kind: 'link', id }, id, { remember: { once, location: here } })
  switch (result) {
    case 'confirmed':
      return redirect(visit, here, { tone: 'done', text: w.accepted })
    case 'expired':
      return redirect(visit, here, { tone: 'problem', text: w.tooLate })
    case 'resting':
      return redirect(visit, here, { tone: 'note', text: lifeWords[visit.locale].own.offerRests })
    case 'not-offered':
      return redirect(visit, here, { tone: 'note', text: w.notOffered })
  }
}
