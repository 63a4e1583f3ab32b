import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { isLocale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, RadiosField, SelectField } from '#ground/web/parts/form.tsx'
import { Card } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { memoryHome } from '#remember/messages/memory-home.ts'
import { addressIn, type Memory, memoryOf } from '#remember/pages/memory.ts'
import { memoryPage } from '#remember/pages/memory-page.tsx'
import { feedToken } from '../acts/feed.ts'
import { saveReminders, turnCalendar } from '../acts/save-reminders.ts'
import { digestOn } from '../acts/send-digests.ts'
import { digestOf } from '../store/digests.ts'
import { InOneLine } from './lines.tsx'

const choices = ['never', 'week', 'month'] as const
type Choice = (typeof choices)[number]

/** GET /:l/territories/:slug/reminders: how somebody wants to be told what is due: by mail, in their calendar. */
export async function showReminders(visit: Visit): Promise<Response> {
  const { memory } = await insideOnly(visit)
  return remindersPage(visit, memory, {}, {})
}

/** POST of the same page: how often a mail comes, and in which language. */
export async function sendReminders(visit: Visit): Promise<Response> {
  const { memory, who } = await insideOnly(visit)
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const words = memoryHome[locale].reminders
  const every = choices.find(choice => choice === textOf(sent.typed, 'every'))
  const language = textOf(sent.typed, 'language')
  if (!every || !isLocale(language)) {
    const errors = {
      ...(every ? {} : { every: words.unknown }),
      ...(isLocale(language) ? {} : { language: words.unknown }),
    }
    return remindersPage(visit, memory, sent.typed, errors)
  }
  const location = addressIn(visit, memory, '/reminders')
  await saveReminders(house, who, memory.id, { every, language }, { key: sent.once, location })
  return redirect(visit, location, { tone: 'done', text: words.saved })
}

/** POST /:l/territories/:slug/reminders/calendar: makes a calendar address, or makes it invalid. */
export async function sendCalendar(visit: Visit): Promise<Response> {
  const { memory, who } = await insideOnly(visit)
  const { house, locale } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const words = memoryHome[locale].reminders
  const valid = textOf(sent.typed, 'what') !== 'revoke'
  const location = addressIn(visit, memory, '/reminders')
  await turnCalendar(house, who, memory.id, { valid, language: locale }, { key: sent.once, location })
  return redirect(visit, location, { tone: 'done', text: valid ? words.made : words.revoked })
}

async function insideOnly(visit: Visit) {
  const memory = await memoryOf(visit)
  const { actor } = visit
  if (!memory.inside || actor.kind !== 'person') throw notFound()
  return { memory, who: actor }
}

async function remindersPage(visit: Visit, memory: Memory, typed: Typed, errors: FieldErrors): Promise<Response> {
  const { house, locale, actor } = visit
  const t = parts[locale]
  const words = memoryHome[locale].reminders
  const { today } = memory
  const { digest, next, nextIn } = await as(house.db, actor, async tx => {
    const digest = await digestOf(tx, memory.id, actor.kind === 'person' ? actor.id : '')
    const nextIn = isLocale(digest?.language) ? digest.language : locale
    return { digest, nextIn, next: await digestOn(house, tx, memory.id, nextIn, today, null) }
  })
  const failed = Object.keys(errors).length > 0
  const field = bindFields(
    t,
    failed ? typed : { every: digest?.every ?? 'never', language: digest?.language ?? locale },
    errors,
  )
  const isOn = digest !== null && digest.feedNumber % 2 === 1
  const address = isOn
    ? new URL(`/${locale}/territories/${memory.slug}/calendar/${feedToken(house, digest)}`, house.settings.publicUrl)
        .href
    : null
  const calendar = addressIn(visit, memory, '/reminders/calendar')
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'reminders', failed },
    <>
      <section class="stack measure">
        <h2>{words.mail}</h2>
        <Form t={t} action={addressIn(visit, memory, '/reminders')} errors={errors} once={newOnceKey(house.keys)} short>
          <RadiosField
            {...field('every')}
            label={words.every}
            choices={choices.map((value: Choice) => ({ value, label: words.choices[value] }))}
          />
          <SelectField
            {...field('language')}
            label={words.language}
            noEmpty
            choices={locales.map(value => ({ value, label: nameOfLocale[value] }))}
          />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
      </section>
      <section class="stack measure">
        <h2>{words.calendar}</h2>
        <p>{words.calendarText}</p>
        {address ? (
          <p>
            {words.address}
            <br />
            <a class="address" href={address} rel="nofollow" dir="ltr">
              {address}
            </a>
          </p>
        ) : null}
        <Form t={t} action={calendar} once={newOnceKey(house.keys)} short>
          <Buttons>
            <Button kind="secondary" name="what" value="make">
              {words.make}
            </Button>
            {address ? (
              <Button kind="danger" name="what" value="revoke">
                {words.revoke}
              </Button>
            ) : null}
          </Buttons>
        </Form>
      </section>
      <section class="stack measure" id="next">
        <h2>{words.next.title}</h2>
        <p class="small">
          {words.next.text} {digest === null || digest.every === 'never' ? words.next.never : ''}
        </p>
        <p class="small">{house.banner ? words.next.clockDemo : words.next.clock}</p>
        {next ? (
          <Card>
            <p>
              {words.next.subject} <strong lang={nextIn === locale ? undefined : nextIn}>{next.subject}</strong>
            </p>
            <div class="stack close" lang={nextIn === locale ? undefined : nextIn}>
              {next.opening.map(paragraph => (
                <p>{paragraph}</p>
              ))}
              {next.lines.map(({ of, say }) => (
                <p>
                  <InOneLine locale={nextIn} of={of} say={say} />
                </p>
              ))}
              {next.more === null ? null : <p>{next.more}</p>}
            </div>
          </Card>
        ) : (
          <p>{words.next.none}</p>
        )}
      </section>
    </>,
  )
}
