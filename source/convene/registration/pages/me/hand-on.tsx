import { z } from 'zod'
import { ownPage } from '#convene/messages/own.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, type Typed } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  ConsentField,
  EmailField,
  Form,
  SelectField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { handOn } from '../../acts/hand-on.ts'
import { answersSchema } from '../../rules/answers.ts'
import { onceOf, sendingKey } from '../sending-key.ts'
import { mayHandOn } from './may.ts'
import { type Opened, openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

const colleagueSchema = answersSchema.pick({ givenName: true, familyName: true, email: true, language: true }).extend({
  told: z.literal('yes', { error: 'told' }),
})

/** GET /:l/me/:token/hand-on: whose the place shall be. */
export async function showHandOn(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  const w = ownPage[visit.locale].handOn
  if (!mayHandOn(opened)) {
    return redirect(visit, ownAddress(visit), { tone: 'problem', text: w.notPossible })
  }
  return handOnPage(visit, opened, {
    typed: { language: opened.own.answers.language },
    errors: {},
    once: newOnceKey(visit.house.keys),
  })
}

/**
 * POST: hands the place on. The sentence is the same when the colleague is registered already; that they are is seen from
 * the page, where the place is still one's own, and said in a mail to both. Whoever tries names so loses their place with
 * the first one that is free (docs/decisions/0010).
 */
export async function sendHandOn(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const { typed } = sent
  const opened = await openOwn(visit)
  const { id } = opened.own
  const here = ownAddress(visit)
  const w = ownPage[locale].handOn
  const once = onceOf(house.keys, sent)
  const sending = sendingKey(house.keys, once, typed)
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const checked = check(colleagueSchema, typed)
  if (!checked.ok) return handOnPage(visit, opened, { typed, errors: sayErrors(visit, checked.errors), once })
  const { told: _, ...colleague } = checked.value
  const result = await handOn(house, { kind: 'link', id }, id, colleague, {
    remember: { once: sending, location: here },
  })
  return redirect(
    visit,
    here,
    result.outcome === 'not-possible' ? { tone: 'problem', text: w.notPossible } : { tone: 'note', text: w.done },
  )
}

const sayErrors = ({ locale }: Visit, errors: FieldErrors) =>
  inWords(
    { ...registration[locale].errors, ...ownPage[locale].errors, told: ownPage[locale].handOn.toldMissing },
    errors,
  )

type Filled = { typed: Typed; errors: FieldErrors; once: string }

function handOnPage(visit: Visit, opened: Opened, { typed, errors, once }: Filled) {
  const { locale } = visit
  const t = parts[locale]
  const w = ownPage[locale].handOn
  const here = ownAddress(visit)
  const field = bindFields(t, typed, errors)
  const { value, ...told } = field('told')
  const failed = Object.keys(errors).length > 0
  return smallPage(
    visit,
    opened,
    {
      title: w.title,
      failed,
      children: (
        <>
          <PageHead title={w.title} lead={w.lead(opened.own.organisation)} />
          <Form t={t} action={`${here}/hand-on`} once={once} errors={errors} whole>
            <TextField {...field('givenName')} label={w.givenName} autocomplete="off" />
            <TextField {...field('familyName')} label={w.familyName} autocomplete="off" />
            <EmailField {...field('email')} label={w.email} autocomplete="off" />
            <SelectField
              {...field('language')}
              label={w.language}
              choices={locales.map(code => ({ value: code, label: nameOfLocale[code] }))}
              noEmpty
            />
            <ConsentField
              {...told}
              text={{ text: w.told, language: locale }}
              pageLanguage={locale}
              checked={value === 'yes'}
            />
            <Buttons>
              <Button>{w.button}</Button>
              <a href={here}>{t.form.cancel}</a>
            </Buttons>
          </Form>
        </>
      ),
    },
    failed ? 422 : 200,
  )
}
