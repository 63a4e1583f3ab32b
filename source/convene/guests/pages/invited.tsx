import { invitationsSent } from '#convene/messages/invitations-sent.ts'
import { titleOf } from '#convene/registration/acts/seminar-in-words.ts'
import { findSeminarToRegisterFor, seminarWords } from '#convene/registration/store/seminar.ts'
import { as, job, link } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { openInvitedToken } from '../acts/invited-link.ts'
import { eraseInvited } from '../acts/send-invitations.ts'

/** GET /:l/invited/:token: nothing happens by opening it, since mail programs open links by themselves. */
export async function showInvited(visit: Visit): Promise<Response> {
  const opened = await open(visit)
  const m = invitationsSent[visit.locale].own
  if (opened.erased) return small(visit, m.doneTitle, m.done, null)
  return small(visit, m.title, m.lead(opened.title), m.text)
}

/** POST: erases the name and the address of whoever holds the link. */
export async function sendInvited(visit: Visit): Promise<Response> {
  const opened = await open(visit)
  await readForm(visit.request)
  const m = invitationsSent[visit.locale].own
  const outcome = await eraseInvited(visit.house, link(opened.sentId), opened.sentId, null)
  return outcome === 'more' ? small(visit, m.title, m.more, null) : small(visit, m.doneTitle, m.done, null)
}

/**
 * As a job: of the seminar only its title is shown, to somebody whom we wrote it to.
 *
 * @throws Refusal `not-found` for a link that is none of ours
 */
async function open(visit: Visit) {
  const { house, locale } = visit
  const found = await openInvitedToken(house, visit.param('token'))
  if (found === null) throw notFound()
  const title = await as(house.db, job('invited-link'), async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { id: found.seminarId })
    return seminar === null ? '' : titleOf(await seminarWords(tx, seminar.id), seminar, locale)
  })
  return { ...found, title }
}

/** @param text what the button does; null when there is nothing to do any more */
function small(visit: Visit, title: string, lead: string, text: string | null) {
  const { locale } = visit
  // The address stands for a person: no other site is told of it.
  visit.headers.set('referrer-policy', 'no-referrer')
  visit.headers.set('cache-control', 'no-store')
  return page(
    visit,
    layout(
      visit,
      { title, noIndex: true },
      <div class="stack measure">
        <PageHead title={title} lead={lead} />
        {text === null ? null : (
          <Form t={parts[locale]} action={visit.url.pathname} short>
            <p>{text}</p>
            <Buttons>
              <Button kind="danger">{invitationsSent[locale].own.button}</Button>
            </Buttons>
          </Form>
        )}
      </div>,
    ),
  )
}
