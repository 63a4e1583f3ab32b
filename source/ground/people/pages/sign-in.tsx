import type { Visit } from '../../house.ts'
import { isSecure, page, redirect } from '../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { Button, Buttons, bindFields, EmailField, Form } from '../../web/parts/form.tsx'
import { PageHead } from '../../web/parts/text.tsx'
import { askSignInLink } from '../acts/ask-sign-in-link.ts'
import { lookAtSignInLink, useSignInLink } from '../acts/use-sign-in-link.ts'
import { passkeyIsland } from '../factors/pages/passkey-form.tsx'
import { ownPath } from '../rules/return-path.ts'
import { endSession, type OpenedSession, sessionHeader } from '../session.ts'
import type { LinkState } from '../store/sign-in-links.ts'
import { signInSchema, wordsFor } from './form-parts.tsx'
import { OtherWays } from './other-ways.tsx'

export async function showSignIn(visit: Visit): Promise<Response> {
  const then = visit.url.searchParams.get('then')
  if (visit.signedIn) return redirect(visit, ownPath(then) ?? `/${visit.locale}/account`)
  if (visit.halfway) return redirect(visit, secondPath(visit, ownPath(then)))
  return signInPage(visit, { _then: ownPath(then) ?? '' }, {})
}

export async function askForLink(visit: Visit): Promise<Response> {
  const { typed } = await readForm(visit.request)
  const checked = check(signInSchema, typed)
  if (!checked.ok) return signInPage(visit, typed, checked.errors, 422)
  await askSignInLink(visit.house, checked.value.email, visit.locale, textOf(typed, '_then'))
  const { words } = wordsFor(visit)
  const again = textOf(typed, '_then') === '' ? '' : `?then=${encodeURIComponent(textOf(typed, '_then'))}`
  const { smtpUrl, mode } = visit.house.settings
  // In a demonstration its own list of mails is the letter box.
  const noneLeaves = smtpUrl === null && mode === 'start'
  // Shown at once instead of through a redirect: the address is not to stand in any address bar.
  return page(
    visit,
    layout(
      visit,
      { title: words.signIn.sentTitle, noIndex: true },
      <div class="stack measure">
        {noneLeaves ? (
          <PageHead title={words.signIn.noneLeavesTitle} lead={words.signIn.noneLeaves} />
        ) : (
          <>
            <PageHead title={words.signIn.sentTitle} lead={words.signIn.sent(checked.value.email)} />
            <p>{words.signIn.notArrived}</p>
          </>
        )}
        <p>
          <a href={`/${visit.locale}/sign-in${again}`}>{words.signIn.again}</a>
        </p>
      </div>,
    ),
  )
}

function signInPage(visit: Visit, typed: Typed, errors: FieldErrors, status = 200) {
  const { words } = wordsFor(visit)
  return page(
    visit,
    layout(
      visit,
      { title: words.signIn.title, failed: status !== 200, noIndex: true, islands: [passkeyIsland] },
      <div class="stack measure">
        <PageHead title={words.signIn.title} lead={words.signIn.lead} />
        <AddressForm visit={visit} typed={typed} errors={errors} />
        <OtherWays visit={visit} then={ownPath(textOf(typed, '_then')) ?? ''} />
      </div>,
    ),
    status,
  )
}

function AddressForm({ visit, typed, errors }: { visit: Visit; typed: Typed; errors: FieldErrors }) {
  const { t, words } = wordsFor(visit)
  const said = inWords(words.errors, errors)
  const field = bindFields(t, typed, said)
  return (
    <Form
      t={t}
      action={`/${visit.locale}/sign-in`}
      hidden={{ _then: ownPath(textOf(typed, '_then')) ?? '' }}
      errors={said}
      short
    >
      <EmailField {...field('email')} label={words.signIn.email} />
      <Buttons>
        <Button>{words.signIn.button}</Button>
      </Buttons>
    </Form>
  )
}

export async function showLink(visit: Visit): Promise<Response> {
  const state = await lookAtSignInLink(visit.house, visit.param('token'))
  if (state !== 'open') return deadLink(visit, state)
  const { t, words } = wordsFor(visit)
  visit.headers.set('cache-control', 'no-store')
  return page(
    visit,
    layout(
      visit,
      { title: words.link.title, noIndex: true },
      <div class="stack measure">
        <PageHead title={words.link.title} lead={words.link.lead} />
        <Form t={t} action={visit.url.pathname} short>
          <Buttons>
            <Button>{words.link.button}</Button>
          </Buttons>
        </Form>
      </div>,
    ),
  )
}

export async function followLink(visit: Visit): Promise<Response> {
  const result = await useSignInLink(visit.house, visit.param('token'))
  if (result.session === null) return deadLink(visit, result.state)
  const then = ownPath(result.returnTo) ?? `/${visit.locale}/account`
  return enter(visit, result.session, then, wordsFor(visit).words.link.done)
}

const secondPath = (visit: Visit, then: string | null) =>
  `/${visit.locale}/sign-in/second${then === null ? '' : `?then=${encodeURIComponent(then)}`}`

/** Puts a new session into the browser and ends the one that was there; whoever owes a second factor is asked for it. */
export async function enter(visit: Visit, session: OpenedSession, path: string, said: string): Promise<Response> {
  await endThisSession(visit)
  visit.headers.append('set-cookie', sessionHeader(session.token, isSecure(visit)))
  return session.halfway
    ? redirect(visit, secondPath(visit, path))
    : redirect(visit, path, { tone: 'done', text: said })
}

async function endThisSession({ house, signedIn, halfway }: Visit): Promise<void> {
  const here = signedIn ?? halfway
  if (here) await endSession(house.db, here.sessionId)
}

function deadLink(visit: Visit, state: LinkState) {
  const { words } = wordsFor(visit)
  const [title, text] = {
    used: [words.link.used, words.link.usedText],
    expired: [words.link.expired, words.link.expiredText],
    unknown: [words.link.unknown, words.link.unknownText],
    // Used by another request in the instant between looking and pressing.
    open: [words.link.used, words.link.usedText],
  }[state] as [string, string]
  return page(
    visit,
    layout(
      visit,
      { title, noIndex: true },
      <div class="stack measure">
        <PageHead title={title} lead={text} />
        <AddressForm visit={visit} typed={{}} errors={{}} />
      </div>,
    ),
    state === 'unknown' ? 404 : 410,
  )
}

export async function signOut(visit: Visit): Promise<Response> {
  await endThisSession(visit)
  visit.headers.append('set-cookie', sessionHeader('', isSecure(visit)))
  return redirect(visit, `/${visit.locale}/`, { tone: 'done', text: wordsFor(visit).words.signIn.signedOut })
}
