import { as, person } from '../../../database/actor.ts'
import type { Halfway, Visit } from '../../../house.ts'
import { json, page, redirect } from '../../../web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '../../../web/form.ts'
import { layout } from '../../../web/layout.tsx'
import { Button, Buttons, bindFields, CodeField, Form, TextField } from '../../../web/parts/form.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { forbidden } from '../../../web/refusal.ts'
import { ownPath } from '../../rules/return-path.ts'
import { readAnswer } from '../acts/answer-of-browser.ts'
import { proveByCode } from '../acts/prove.ts'
import { askForPasskey, proveByPasskey } from '../acts/use-passkey.ts'
import { listFactors } from '../store/authenticators.ts'
import { renewCookie, thenOf, thenQuery, whenEnded, wordsFor } from './parts.tsx'
import { PasskeyForm, passkeyIsland } from './passkey-form.tsx'

/**
 * GET /:l/sign-in/second: what stands between the first factor and everything else, and what is asked again before somebody
 * changes how they sign in.
 */
export async function showSecond(visit: Visit): Promise<Response> {
  const who = whoShows(visit)
  if (!who) return redirect(visit, `/${visit.locale}/sign-in${thenQuery(thenOf(visit))}`)
  return secondPage(visit, who, thenOf(visit))
}

/** What to ask the browser for: JSON. */
export async function secondOptions(visit: Visit): Promise<Response> {
  const who = whoShows(visit)
  if (!who) throw forbidden()
  return json(visit, await askForPasskey(visit.house, who))
}

export async function sendSecond(visit: Visit): Promise<Response> {
  const who = whoShows(visit)
  if (!who) return redirect(visit, `/${visit.locale}/sign-in`)
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const then = ownPath(textOf(typed, '_then'))
  // Two fields: a telephone shows figures alone for the one, and letters for the other.
  const field = 'recovery' in typed ? 'recovery' : 'code'
  const [response, code] = [textOf(typed, 'response'), textOf(typed, field).trim()]
  if ('response' in typed && response === '') {
    return secondPage(visit, who, then, { _form: words.passkeys.needsScript })
  }
  if (response === '' && code === '') return secondPage(visit, who, then, { [field]: words.second.missing })
  const proved =
    response === ''
      ? await proveByCode(visit.house, who, code)
      : await proveByPasskey(visit.house, who, readAnswer(response))
  if (proved.outcome === 'ended') return whenEnded(visit)
  if (proved.outcome === 'wrong') {
    const errors: FieldErrors = response === '' ? { [field]: words.second.wrong } : { _form: words.second.passkeyWrong }
    return secondPage(visit, who, then, errors, { [field]: code })
  }
  renewCookie(visit, proved.token)
  const text = visit.signedIn ? words.second.again : words.second.done
  return redirect(visit, then ?? `/${visit.locale}/account`, { tone: 'done', text })
}

/** Whoever owes the second factor, or shows it once more. */
function whoShows({ halfway, signedIn }: Visit): Halfway | null {
  return halfway ?? (signedIn && { sessionId: signedIn.sessionId, personId: signedIn.personId })
}

async function secondPage(
  visit: Visit,
  who: Halfway,
  then: string | null,
  errors: FieldErrors = {},
  typed: Typed = {},
): Promise<Response> {
  const { t, words } = wordsFor(visit)
  // In their own name: whoever owes the second factor is nobody to the rest of this visit.
  const factors = await as(visit.house.db, person(who.personId), tx => listFactors(tx, who.personId))
  if (factors.length === 0) return redirect(visit, then ?? `/${visit.locale}/account`)
  const hasGenerator = factors.some(({ kind }) => kind === 'totp')
  const hasPasskey = factors.some(({ kind }) => kind === 'passkey')
  const failed = Object.keys(errors).length > 0
  const hidden: Record<string, string> = then === null ? {} : { _then: then }
  const path = `/${visit.locale}/sign-in/second`
  const field = bindFields(t, typed, errors)
  visit.headers.set('cache-control', 'no-store')
  return page(
    visit,
    layout(
      visit,
      { title: words.second.title, noIndex: true, failed, islands: hasPasskey ? [passkeyIsland] : [] },
      <div class="stack measure">
        <PageHead title={words.second.title} lead={visit.halfway ? words.second.lead : words.second.leadAgain} />
        {hasPasskey ? (
          <section class="stack">
            <h2>{words.second.passkeyTitle}</h2>
            <PasskeyForm
              visit={visit}
              does="use"
              action={path}
              options={`${path}/options`}
              button={words.second.passkey}
              kind={hasGenerator ? 'secondary' : 'primary'}
              needsScript={words.passkeys.needsScript}
              hidden={hidden}
              errors={only(errors, '_form')}
              short
            />
          </section>
        ) : null}
        {hasGenerator ? (
          <section class="stack">
            {hasPasskey ? <h2>{words.second.codeTitle}</h2> : null}
            <Form t={t} action={path} hidden={hidden} errors={only(errors, 'code')} short>
              <CodeField {...field('code')} label={words.second.code} hint={words.second.codeHint} />
              <Buttons>
                <Button>{words.second.button}</Button>
              </Buttons>
            </Form>
          </section>
        ) : null}
        <section class="stack">
          <h2>{words.second.recoveryTitle}</h2>
          <Form t={t} action={path} hidden={hidden} errors={only(errors, 'recovery')} short>
            <TextField
              {...field('recovery')}
              label={words.second.recovery}
              hint={words.second.recoveryHint}
              maxLength={40}
              autocomplete="off"
              short
            />
            <Buttons>
              <Button kind="secondary">{words.second.button}</Button>
            </Buttons>
          </Form>
        </section>
        <p class="small">{words.second.lost}</p>
        {visit.halfway ? (
          <form method="post" action={`/${visit.locale}/sign-out`}>
            <Button kind="secondary">{words.second.leave}</Button>
          </form>
        ) : null}
      </div>,
    ),
    failed ? 422 : 200,
  )
}

/** Of all that is wrong, what is wrong with one of the forms of this page. */
const only = (errors: FieldErrors, field: string): FieldErrors =>
  errors[field] === undefined ? {} : { [field]: errors[field] }
