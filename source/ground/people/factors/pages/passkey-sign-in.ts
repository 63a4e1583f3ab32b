import type { Visit } from '../../../house.ts'
import { json, redirect } from '../../../web/answer.ts'
import { readForm, textOf } from '../../../web/form.ts'
import { enter } from '../../pages/sign-in.tsx'
import { ownPath } from '../../rules/return-path.ts'
import { readAnswer } from '../acts/answer-of-browser.ts'
import { askForPasskey, signInByPasskey } from '../acts/use-passkey.ts'
import { thenQuery, wordsFor } from './parts.tsx'

/** POST /:l/sign-in/passkey/options: what to ask the browser of nobody yet for. JSON. */
export async function signInOptions(visit: Visit): Promise<Response> {
  return json(visit, await askForPasskey(visit.house, null))
}

/** POST /:l/sign-in/passkey: in, by a passkey alone. */
export async function enterByPasskey(visit: Visit): Promise<Response> {
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const then = ownPath(textOf(typed, '_then'))
  const response = textOf(typed, 'response')
  const session = response === '' ? null : await signInByPasskey(visit.house, readAnswer(response))
  if (session) return enter(visit, session, then ?? `/${visit.locale}/account`, words.second.done)
  const text = response === '' ? words.signIn.needsScript : words.signIn.wrong
  return redirect(visit, `/${visit.locale}/sign-in${thenQuery(then)}`, { tone: 'problem', text })
}
