import type { MenuEntry, Route, Visit } from '#ground/house.ts'
import { mail } from '#ground/languages/messages/mail.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { get, post } from '#ground/web/route.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { type ByHand, cancelByHand, retryMail, sendAgain } from '../acts/by-hand.ts'
import { allMails, mailsOfSeminar } from './list.tsx'
import { htmlOfMail, oneMail } from './one.tsx'
import { wordsOf } from './words.ts'

const addressOf = (visit: Visit) => (id: string) => `/${visit.locale}/administration/mails/${id}`

function answer(visit: Visit, came: ByHand, done: string): Response {
  const { actions } = wordsOf(visit)
  if (came.done) return redirect(visit, addressOf(visit)(came.id), { tone: 'done', text: done })
  const text = came.because === 'erased' ? actions.erased : actions.tooLate
  return redirect(visit, addressOf(visit)(visit.param('id')), { tone: 'problem', text })
}

async function retry(visit: Visit): Promise<Response> {
  await readForm(visit.request)
  return answer(visit, await retryMail(visit.house, visit.actor, visit.param('id')), wordsOf(visit).actions.retried)
}

async function cancel(visit: Visit): Promise<Response> {
  await readForm(visit.request)
  return answer(
    visit,
    await cancelByHand(visit.house, visit.actor, visit.param('id')),
    wordsOf(visit).actions.cancelled,
  )
}

async function again(visit: Visit): Promise<Response> {
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const came = await sendAgain(visit.house, visit.actor, visit.param('id'), sent.once, addressOf(visit))
  return answer(visit, came, wordsOf(visit).actions.sentAgain)
}

// Who looks after mails is decided by the database: those who hold `people` in the space of the mail.
export const mailRoutes: Route[] = [
  get('/:l/administration/mails', 'office', allMails),
  get('/:l/desk/seminars/:slug/mails', 'office', mailsOfSeminar),
  get('/:l/administration/mails/:id', 'office', oneMail),
  get('/:l/administration/mails/:id/html', 'office', htmlOfMail),
  post('/:l/administration/mails/:id/retry', 'office', retry),
  post('/:l/administration/mails/:id/cancel', 'office', cancel),
  post('/:l/administration/mails/:id/again', 'office', again),
]

export const mailMenu: MenuEntry[] = [
  {
    place: 'office',
    path: '/administration/mails',
    label: locale => mail[locale].menu,
    shownTo: visit => may(visit, 'people'),
  },
]
