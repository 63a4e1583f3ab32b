import { z } from 'zod'
import { as } from '../../../database/actor.ts'
import type { Visit } from '../../../house.ts'
import { json, page, redirect } from '../../../web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed, textOf } from '../../../web/form.ts'
import { layout } from '../../../web/layout.tsx'
import { bindFields, TextField } from '../../../web/parts/form.tsx'
import { PageHead } from '../../../web/parts/text.tsx'
import { forbidden } from '../../../web/refusal.ts'
import { ownPath } from '../../rules/return-path.ts'
import { askForNewPasskey, keepPasskey } from '../acts/add-passkey.ts'
import { readAnswer } from '../acts/answer-of-browser.ts'
import { listFactors } from '../store/authenticators.ts'
import { codesPage } from './codes.tsx'
import { ownFactorsPath, renewCookie, showItFirst, thenOf, whenEnded, whoIs, wordsFor } from './parts.tsx'
import { PasskeyForm, passkeyIsland } from './passkey-form.tsx'

const schema = z.object({ name: z.string().trim().min(1, 'name').max(80, 'nameLong') })

/** GET /:l/account/second-factor/passkeys: the name of a new passkey, and the button that makes it. */
export async function showNewPasskey(visit: Visit): Promise<Response> {
  return (await firstShown(visit)) ?? newPasskeyPage(visit, {}, thenOf(visit))
}

/** What to ask the browser for: JSON. */
export async function newPasskeyOptions(visit: Visit): Promise<Response> {
  if (await firstShown(visit)) throw forbidden()
  return json(visit, await askForNewPasskey(visit.house, whoIs(visit)))
}

export async function sendNewPasskey(visit: Visit): Promise<Response> {
  const stopped = await firstShown(visit)
  if (stopped) return stopped
  const { words } = wordsFor(visit)
  const { typed } = await readForm(visit.request)
  const then = ownPath(textOf(typed, '_then'))
  const checked = check(schema, typed)
  if (!checked.ok) return newPasskeyPage(visit, typed, then, inWords(words.errors, checked.errors))
  const response = textOf(typed, 'response')
  if (response === '') return newPasskeyPage(visit, typed, then, { _form: words.passkeys.needsScript })
  const added = await keepPasskey(visit.house, whoIs(visit), checked.value.name, readAnswer(response))
  if (added.outcome === 'ended') return whenEnded(visit)
  if (added.outcome !== 'added') return newPasskeyPage(visit, typed, then, { _form: words.passkeys[added.outcome] })
  renewCookie(visit, added.token)
  const onward = then ?? ownFactorsPath(visit)
  return added.codes
    ? codesPage(visit, added.codes, onward, words.passkeys.done)
    : redirect(visit, onward, { tone: 'done', text: words.passkeys.done })
}

async function firstShown(visit: Visit): Promise<Response | null> {
  const me = whoIs(visit)
  const factors = await as(visit.house.db, visit.actor, tx => listFactors(tx, me.personId))
  return showItFirst(visit, factors.length > 0)
}

function newPasskeyPage(visit: Visit, typed: Typed, then: string | null, errors: FieldErrors = {}): Promise<Response> {
  const { t, words } = wordsFor(visit)
  const failed = Object.keys(errors).length > 0
  const field = bindFields(t, typed, errors)
  return page(
    visit,
    layout(
      visit,
      { title: words.passkeys.add, office: true, failed, islands: [passkeyIsland] },
      <div class="stack measure">
        <PageHead title={words.passkeys.add} lead={words.passkeys.lead} />
        <PasskeyForm
          visit={visit}
          does="add"
          action={`${ownFactorsPath(visit)}/passkeys`}
          options={`${ownFactorsPath(visit)}/passkeys/options`}
          button={words.passkeys.button}
          needsScript={words.passkeys.needsScript}
          hidden={then === null ? {} : { _then: then }}
          errors={errors}
          short
        >
          <TextField
            {...field('name')}
            label={words.passkeys.name}
            hint={words.passkeys.nameHint}
            maxLength={80}
            autocomplete="off"
          />
          <p class="hint">{words.passkeys.addLead}</p>
        </PasskeyForm>
        <p>
          <a href={ownFactorsPath(visit)}>{t.form.cancel}</a>
        </p>
      </div>,
    ),
    failed ? 422 : 200,
  )
}
