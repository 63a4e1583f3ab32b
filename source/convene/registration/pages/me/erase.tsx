import { ownPage } from '#convene/messages/own.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { lastPage } from '#ground/web/last-page.tsx'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { cancelAsNotMe } from '../../acts/cancel-as-not-me.ts'
import { eraseOwn } from '../../acts/erase-own.ts'
import { openPersonalToken } from '../../acts/personal-link.ts'
import { titleOf } from '../../acts/seminar-in-words.ts'
import { readOwn } from '../../store/own.ts'
import { personOfRegistration } from '../../store/person-of.ts'
import { findSeminarToRegisterFor, seminarWords } from '../../store/seminar.ts'
import { badLink, keepToOneself, openOwn, ownAddress, ownId } from './open.ts'
import { smallPage } from './small-page.tsx'

/** GET /:l/me/:token/erase: what goes and what stays, before the button; afterwards, that it is done. */
export async function showErase(visit: Visit): Promise<Response> {
  const id = await ownId(visit)
  const { locale } = visit
  const w = ownPage[locale].erase
  if (await isErased(visit, id)) return lastPage(visit, w.doneTitle, w.done)
  const opened = await openOwn(visit)
  const here = ownAddress(visit)
  return smallPage(visit, opened, {
    title: w.title,
    children: (
      <Confirm
        t={parts[locale]}
        title={w.title}
        text={w.text(titleOf(opened.words, opened.seminar, locale))}
        action={`${here}/erase`}
        cancel={here}
        button={w.button}
      />
    ),
  })
}

/** POST: erases. A second time finds it done. */
export async function erase(visit: Visit): Promise<Response> {
  const id = await ownId(visit)
  const result = await eraseOwn(visit.house, id)
  if (result !== 'account') return redirect(visit, ownAddress(visit, '/erase'))
  return redirect(visit, ownAddress(visit), { tone: 'problem', text: ownPage[visit.locale].erase.account })
}

async function notMeId(visit: Visit): Promise<string> {
  keepToOneself(visit)
  const id = await openPersonalToken(visit.house, 'not-me', visit.param('token'))
  if (id === null) throw badLink(visit)
  return id
}

/** GET /:l/not-me/:token: asks first. Programs that look through mails open links, and press no buttons. */
export async function showNotMe(visit: Visit): Promise<Response> {
  const id = await notMeId(visit)
  const { house, locale } = visit
  const here = `/${locale}/not-me/${visit.param('token')}`
  const w = ownPage[locale].notMe
  // As a job: this link is none of an own page, and shows of the registration only for which seminar it is.
  const title = await as(house.db, job('not-me'), async tx => {
    const own = await readOwn(tx, id)
    const seminar = own && (await findSeminarToRegisterFor(tx, { id: own.seminarId }))
    return seminar ? titleOf(await seminarWords(tx, seminar.id), seminar, locale) : null
  })
  if (title === null) {
    if (await isErased(visit, id)) return lastPage(visit, w.doneTitle, w.done)
    throw badLink(visit)
  }
  return page(
    visit,
    layout(
      visit,
      { title: w.title, noIndex: true },
      <Confirm
        t={parts[locale]}
        title={w.title}
        text={`${w.lead(title)} ${w.text}`}
        action={here}
        cancel={`/${locale}/`}
        button={w.button}
      />,
    ),
  )
}

/** POST: cancels and erases, once or as often as it is pressed. */
export async function notMe(visit: Visit): Promise<Response> {
  const id = await notMeId(visit)
  await cancelAsNotMe(visit.house, id)
  return redirect(visit, `/${visit.locale}/not-me/${visit.param('token')}`)
}

// As a job: a link sees nothing of an erased person, not even that there was one.
const isErased = (visit: Visit, id: string) =>
  as(visit.house.db, job('own-page'), async tx => (await personOfRegistration(tx, id))?.erased === true)
