import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { mailingsWords } from '#convene/messages/mailings.ts'
import { sampleRecipient } from '#convene/registration/acts/mail-sample.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, languageName, list, longDate } from '#ground/languages/format.ts'
import { locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { templateOf } from '#ground/mail/acts/compose.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, CheckboxesField, Form, LinkButton, StaleSave } from '#ground/web/parts/form.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { may } from '#ground/web/visit.ts'
import { setReminderDays } from '../acts/set-reminder-days.ts'
import { offeredDays } from '../rules/reminder-days.ts'
import { readReminderDays } from '../store/reminders.ts'
import {
  aboveMailings,
  mailingsAddress,
  type OfficeSeminar,
  officePage,
  officeSeminar,
  seminarAddress,
} from './office.tsx'
import { MailPreview } from './preview.tsx'

/** GET /:l/desk/seminars/:slug/mailings/reminders: on which days reminders leave, and what they say in each language. */
export async function showReminders(visit: Visit): Promise<Response> {
  const seminar = await officeSeminar(visit)
  const days = await as(visit.house.db, visit.actor, tx => readReminderDays(tx, seminar.id))
  return remindersPage(visit, seminar, { days, seen: days })
}

/** POST: settles the days. */
export async function sendReminderDays(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const m = mailingsWords[locale].reminders
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const boxes = sent.typed['days[]']
  const days = daysIn(boxes === undefined ? textOf(sent.typed, 'days') : [boxes].flat().join(' '))
  const seen = daysIn(sent.version ?? '')
  if (textOf(sent.typed, '_next') === 'edit') return remindersPage(visit, seminar, { days, seen })
  const location = mailingsAddress(visit, seminar)
  const set = await setReminderDays(house, actor, seminar.slug, days, seen, { once: sent.once, location })
  switch (set.outcome) {
    case 'set':
      return redirect(visit, location, { tone: 'done', text: m.saved })
    case 'too-many':
      return remindersPage(visit, seminar, { days, seen, once: sent.once, errors: { 'days[]': m.tooMany } })
    case 'stale':
      return staleDays(visit, seminar, days, set.now, sent.once)
  }
}

const daysIn = (text: string): number[] => {
  const wanted = text.split(' ')
  return offeredDays.filter(day => wanted.includes(String(day)))
}

const above = (visit: Visit) => [aboveMailings(visit)]

type Shown = { days: readonly number[]; seen: readonly number[]; once?: string | null; errors?: FieldErrors }

async function remindersPage(visit: Visit, seminar: OfficeSeminar, { days, seen, once, errors = {} }: Shown) {
  const { locale, house } = visit
  const t = parts[locale]
  const m = mailingsWords[locale]
  const address = mailingsAddress(visit, seminar, '/reminders')
  const day = Temporal.PlainDate.from(seminar.heldOn)
  const previews = await as(house.db, visit.actor, async tx => {
    const template = templateOf(house, 'reminder')
    const found = []
    for (const language of locales)
      found.push({
        language,
        words: (await template?.words(house, tx, { sample: seminar.id }, language, sampleRecipient(language))) ?? null,
      })
    return found
  })
  return officePage(
    visit,
    seminar,
    {
      title: m.reminders.title,
      lead: m.reminders.editLead,
      above: above(visit),
      failed: Object.keys(errors).length > 0,
    },
    <>
      <p class="measure">{m.reminders.text(cityOfZone(locale, seminar.timeZone))}</p>
      {may(visit, 'edit', seminar.id) ? (
        <Form
          t={t}
          action={address}
          version={seen.join(' ')}
          once={once ?? newOnceKey(house.keys)}
          errors={errors}
          short
        >
          <CheckboxesField
            t={t}
            name="days[]"
            error={errors['days[]']}
            label={m.reminders.days}
            hint={m.reminders.daysHint}
            values={days.map(String)}
            choices={offeredDays.map(value => ({
              value: String(value),
              label: `${m.reminders.day(value)} – ${longDate(locale, day.subtract({ days: value }))}`,
            }))}
            optional
          />
          <Buttons>
            <Button>{m.reminders.save}</Button>
            <a href={mailingsAddress(visit, seminar)}>{t.form.cancel}</a>
          </Buttons>
        </Form>
      ) : null}
      <section class="stack">
        <h2>{m.one.previews}</h2>
        <p class="small">{mailingMails[locale].sample}</p>
        {may(visit, 'edit', seminar.id) ? (
          <p>
            <LinkButton href={seminarAddress(visit, seminar, '/words/reminder')} kind="secondary">
              {m.reminders.words}
            </LinkButton>
          </p>
        ) : null}
        {previews.map(({ language, words }) => (
          <section class="stack">
            <h3>{m.one.previewIn(languageName(locale, language))}</h3>
            <MailPreview locale={locale} language={language} words={words} />
          </section>
        ))}
      </section>
    </>,
  )
}

/** The page after somebody else settled other days meanwhile. */
function staleDays(
  visit: Visit,
  seminar: OfficeSeminar,
  yours: readonly number[],
  theirs: readonly number[],
  once: string | null,
) {
  const { locale } = visit
  const m = mailingsWords[locale].reminders
  const address = mailingsAddress(visit, seminar, '/reminders')
  const side = (days: readonly number[]) => ({ value: days.join(' '), shown: list(locale, days.map(m.day)) })
  return officePage(
    visit,
    seminar,
    { title: m.title, above: above(visit), failed: true },
    <StaleSave
      t={parts[locale]}
      action={address}
      version={theirs.join(' ')}
      once={once ?? undefined}
      changes={[{ name: 'days', label: m.days, theirs: side(theirs), yours: side(yours) }]}
      kept={[]}
      cancel={address}
    />,
    409,
  )
}
