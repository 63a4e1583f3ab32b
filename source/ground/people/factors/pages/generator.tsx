import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { page, redirect } from '../../../web/answer.ts'
import { type FieldErrors, readForm, textOf } from '../../../web/form.ts'
import { layout } from '../../../web/layout.tsx'
import { Button, Buttons, CodeField, Form } from '../../../web/parts/form.tsx'
import { QrCode } from '../../../web/parts/qr.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { ownPath } from '../../rules/return-path.ts'
import { confirmGenerator, offeredSecret, offerSecret } from '../acts/add-generator.ts'
import { relyingParty } from '../acts/relying-party.ts'
import { generatorAddress, secretInWords } from '../rules/code-generator.ts'
import { listFactors } from '../store/authenticators.ts'
import { codesPage } from './codes.tsx'
import { ownFactorsPath, renewCookie, showItFirst, thenOf, whenEnded, whoIs, wordsFor } from './parts.tsx'

/** GET /:l/account/second-factor/app: a new secret as a picture, and the code that confirms it. */
export async function showGenerator(visit: Visit): Promise<Response> {
  const stopped = await mayAdd(visit)
  if (stopped) return stopped
  return generatorPage(visit, offerSecret(visit.house.keys, whoIs(visit).personId), thenOf(visit))
}

export async function sendGenerator(visit: Visit): Promise<Response> {
  const stopped = await mayAdd(visit)
  if (stopped) return stopped
  const me = whoIs(visit)
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const then = ownPath(textOf(typed, '_then'))
  const sealed = textOf(typed, 'sealed')
  const secret = offeredSecret(visit.house.keys, me.personId, sealed)
  if (secret === null) {
    return generatorPage(visit, offerSecret(visit.house.keys, me.personId), then, { _form: words.app.lost })
  }
  const code = textOf(typed, 'code').trim()
  if (code === '') return generatorPage(visit, { secret, sealed }, then, { code: words.second.missing })
  const added = await confirmGenerator(visit.house, me, secret, code)
  if (added.outcome === 'ended') return whenEnded(visit)
  if (added.outcome === 'wrong')
    return generatorPage(visit, { secret, sealed }, then, { code: words.second.wrong }, code)
  if (added.outcome === 'already') {
    return redirect(visit, ownFactorsPath(visit), { tone: 'problem', text: words.app.already })
  }
  renewCookie(visit, added.token)
  const onward = then ?? ownFactorsPath(visit)
  return added.codes
    ? codesPage(visit, added.codes, onward, words.app.done)
    : redirect(visit, onward, { tone: 'done', text: words.app.done })
}

/** One generator each; whoever has another second factor has shown it lately. */
async function mayAdd(visit: Visit): Promise<Response | null> {
  const me = whoIs(visit)
  const factors = await as(visit.house.db, visit.actor, tx => listFactors(tx, me.personId))
  if (factors.some(({ kind }) => kind === 'totp')) {
    const text = wordsFor(visit).words.app.already
    return redirect(visit, ownFactorsPath(visit), { tone: 'note', text })
  }
  return showItFirst(visit, factors.length > 0)
}

function generatorPage(
  visit: Visit,
  offered: { secret: Buffer; sealed: string },
  then: string | null,
  errors: FieldErrors = {},
  code = '',
): Promise<Response> {
  const me = whoIs(visit)
  const { t, words } = wordsFor(visit)
  const failed = Object.keys(errors).length > 0
  const address = generatorAddress(offered.secret, relyingParty(visit.house).name, me.email)
  return page(
    visit,
    layout(
      visit,
      { title: words.app.addTitle, office: true, failed },
      <div class="stack measure">
        <PageHead title={words.app.addTitle} lead={words.app.lead} />
        <p>{words.app.scan}</p>
        <QrCode text={address} id="generator-title" alt={words.app.picture} />
        <p>
          <a href={address}>{words.app.open}</a>
        </p>
        <p>
          {words.app.secret}
          <br />
          <code class="secret" dir="ltr">
            {secretInWords(offered.secret)}
          </code>
        </p>
        <p class="small">{words.app.secretHint}</p>
        <Form
          t={t}
          action={`${ownFactorsPath(visit)}/app`}
          hidden={{ sealed: offered.sealed, ...(then === null ? {} : { _then: then }) }}
          errors={errors}
          short
        >
          <CodeField
            t={t}
            name="code"
            label={words.app.code}
            hint={words.app.codeHint}
            value={code}
            error={errors.code}
          />
          <Buttons>
            <Button>{words.app.confirm}</Button>
            <a href={ownFactorsPath(visit)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}
