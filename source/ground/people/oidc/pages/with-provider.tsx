import type { Visit } from '../../../house.ts'
import { isLocale, type Locale } from '../../../languages/locales.ts'
import { oidcWords } from '../../../languages/messages/oidc.ts'
import type { OidcSettings } from '../../../settings.ts'
import { isSecure, page, redirect } from '../../../web/answer.ts'
import { readForm, textOf } from '../../../web/form.ts'
import { layout } from '../../../web/layout.tsx'
import { LinkButton } from '../../../web/parts/form.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { notFound } from '../../../web/refusal.ts'
import { challengeMinutes } from '../../factors/store/challenges.ts'
import { enter } from '../../pages/sign-in.tsx'
import { ownPath } from '../../rules/return-path.ts'
import { beginAtProvider, callbackPath } from '../acts/begin.ts'
import { finishAtProvider, whatWasBegun } from '../acts/finish.ts'
import { ProviderUnreachable } from '../acts/provider.ts'

const cookie = 'perenne_provider'

/**
 * POST /:l/sign-in/with-provider: on to the organisation's own sign-in. By a page that goes on by itself, and not by a
 * redirect: the policy `form-action 'self'` holds for where a form is led to as well.
 */
export async function goToProvider(visit: Visit): Promise<Response> {
  const oidc = providerSettings(visit)
  const { typed } = await readForm(visit.request)
  const then = ownPath(textOf(typed, '_then'))
  let begun: Awaited<ReturnType<typeof beginAtProvider>>
  try {
    begun = await beginAtProvider(visit.house, oidc, { locale: visit.locale, returnTo: then })
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error
    return backToSignIn(visit, visit.locale, then, oidcWords[visit.locale].unreachable(oidc.name))
  }
  visit.headers.append('set-cookie', cookieHeader(visit, begun.held, challengeMinutes * 60))
  visit.headers.set('refresh', `0; url=${begun.address.href}`)
  visit.headers.set('cache-control', 'no-store')
  const words = oidcWords[visit.locale]
  return page(
    visit,
    layout(
      visit,
      { title: words.onward(oidc.name), noIndex: true },
      <div class="stack measure">
        <PageHead title={words.onward(oidc.name)} lead={words.onwardText} />
        <p class="buttons">
          <LinkButton href={begun.address.href}>{words.button(oidc.name)}</LinkButton>
        </p>
      </div>,
    ),
  )
}

/**
 * GET /sign-in/callback: the provider's answer. It uses up what this browser began, and nothing for anybody else: without
 * the cookie it does nothing at all (law 9 holds for whoever opens the address from a mail).
 */
export async function comeBack(visit: Visit): Promise<Response> {
  const oidc = providerSettings(visit)
  const held = readCookie(visit.request.headers.get('cookie'))
  const begun = await whatWasBegun(visit.house, held)
  visit.headers.append('set-cookie', cookieHeader(visit, '', 0))
  if (!begun) return backToSignIn(visit, visit.locale, null, oidcWords[visit.locale].expired)
  const words = oidcWords[begun.locale]
  const then = ownPath(begun.returnTo)
  const answer = visit.url.searchParams
  if (answer.has('error')) return backToSignIn(visit, begun.locale, then, words.givenUp(oidc.name))
  const entered = await finishAtProvider(visit.house, oidc, begun, answer)
  if ('problem' in entered) return backToSignIn(visit, begun.locale, then, words[entered.problem](oidc.name))
  return enter({ ...visit, locale: begun.locale }, entered.session, then ?? `/${begun.locale}/account`, words.done)
}

function providerSettings(visit: Visit): OidcSettings {
  const { oidc } = visit.house.settings
  if (!oidc) throw notFound()
  return oidc
}

/** What did not work is told where the other ways are. */
function backToSignIn(visit: Visit, locale: Locale, then: string | null, text: string): Response {
  const back = then === null ? '' : `?then=${encodeURIComponent(then)}`
  return redirect(visit, `/${isLocale(locale) ? locale : visit.locale}/sign-in${back}`, { tone: 'problem', text })
}

/** Lax: it must come along when the provider leads back here, and with nothing else that another site sends. */
function cookieHeader(visit: Visit, held: string, seconds: number): string {
  const secure = isSecure(visit) ? '; Secure' : ''
  return `${cookie}=${held}; Path=${callbackPath}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}

function readCookie(header: string | null): string | undefined {
  const found = (header ?? '').split(/;\s*/).find(one => one.startsWith(`${cookie}=`))
  return found?.slice(cookie.length + 1)
}
