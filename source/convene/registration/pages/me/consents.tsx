import { ownPage } from '#convene/messages/own.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show } from '#ground/languages/text.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, ConsentField, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { stateConsents } from '../../acts/state-consents.ts'
import { consentsGiven } from '../../store/own.ts'
import { onceOf, sendingKey } from '../sending-key.ts'
import { type Opened, openOwn, ownAddress } from './open.ts'
import { smallPage } from './small-page.tsx'

const fieldOf = (key: string) => `consent-${key}`

/** GET /:l/me/:token/consents: what is agreed to now, in the words that are shown today. */
export async function showConsents(visit: Visit): Promise<Response> {
  const opened = await openOwn(visit)
  const { house } = visit
  const said = await as(house.db, job('own-page'), tx => consentsGiven(tx, opened.own.id))
  const given = new Set(said.flatMap(consent => (consent.given ? [consent.consentId] : [])))
  const typed = Object.fromEntries(
    opened.words.consents.map(({ id, key }) => [fieldOf(key), given.has(id) ? 'yes' : '']),
  )
  return consentsPage(visit, opened, { typed, errors: {}, once: newOnceKey(house.keys) })
}

export async function sendConsents(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const { typed } = sent
  const opened = await openOwn(visit)
  const { own, words } = opened
  const here = ownAddress(visit)
  const w = ownPage[locale].consents
  const once = onceOf(house.keys, sent)
  const sending = sendingKey(house.keys, once, typed)
  const led = await alreadySent(house, sending)
  if (led) return redirect(visit, led)
  const given = words.consents.flatMap(({ key }) => (textOf(typed, fieldOf(key)) === '' ? [] : [key]))
  const result = await stateConsents(house, own.id, given, { remember: { once: sending, location: here } })
  if (result.outcome === 'stated') return redirect(visit, here, { tone: 'done', text: w.saved })
  const errors = Object.fromEntries(result.consents.map(key => [fieldOf(key), w.required]))
  return consentsPage(visit, opened, { typed, errors, once })
}

type Filled = { typed: Typed; errors: FieldErrors; once: string }

function consentsPage(visit: Visit, opened: Opened, { typed, errors, once }: Filled) {
  const { locale } = visit
  const t = parts[locale]
  const w = ownPage[locale].consents
  const here = ownAddress(visit)
  const field = bindFields(t, typed, errors)
  const failed = Object.keys(errors).length > 0
  const { consents } = opened.words
  return smallPage(
    visit,
    opened,
    {
      title: w.change,
      failed,
      children:
        consents.length === 0 ? (
          <PageHead title={w.change} lead={w.none} />
        ) : (
          <>
            <PageHead title={w.change} lead={w.lead} />
            <Form t={t} action={`${here}/consents`} once={once} errors={errors} short>
              {consents.map(consent => {
                const { value, ...rest } = field(fieldOf(consent.key))
                return (
                  <ConsentField
                    {...rest}
                    text={show(consent.text, locale) ?? { text: consent.key, language: locale }}
                    pageLanguage={locale}
                    optional={!consent.required}
                    checked={value === 'yes'}
                  />
                )
              })}
              <Buttons>
                <Button>{w.save}</Button>
                <a href={here}>{t.form.cancel}</a>
              </Buttons>
            </Form>
          </>
        ),
    },
    failed ? 422 : 200,
  )
}
