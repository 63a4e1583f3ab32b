import { mailingsWords } from '#convene/messages/mailings.ts'
import { readLocalMoment } from '#convene/registration/rules/local-moment.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Confirm } from '#ground/web/parts/form.tsx'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { cancelMailing, type Planned, scheduleMailing, unscheduleMailing } from '../acts/plan-mailing.ts'
import { shownVersion, startMailing } from '../acts/start-mailing.ts'
import { testMailing } from '../acts/test-mailing.ts'
import { missingIn, type TextProblem } from '../rules/texts.ts'
import { countAudience } from '../store/audience.ts'
import type { Mailing } from '../store/mailings.ts'
import { nameOfMailing, problemsInWords } from './in-words.ts'
import { aboveMailings, mailingsAddress, momentInZone, type OfficeSeminar, trail } from './office.tsx'
import { mailingPage, openMailing } from './one.tsx'

/** POST /:l/desk/seminars/:slug/mailings/:id: tries it, sends it now or says when, takes the time away, or gives it up. */
export async function sendMailing(visit: Visit): Promise<Response> {
  const { house } = visit
  const { seminar, mailing } = await openMailing(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  switch (textOf(sent.typed, 'do')) {
    case 'test':
      return sendTest(visit, seminar, mailing, sent)
    case 'send':
      return textOf(sent.typed, 'sure') === 'yes'
        ? sendNow(visit, seminar, mailing, sent)
        : sent.version === shownVersion(mailing)
          ? askSend(visit, seminar, mailing, sent.once)
          : changedMeanwhile(visit)
    case 'schedule':
      return schedule(visit, seminar, mailing, sent)
    case 'unschedule':
      return planned(visit, seminar, mailing, sent, unscheduleMailing, mailingsWords[visit.locale].one.unscheduled)
    case 'cancel':
      return textOf(sent.typed, 'sure') === 'yes'
        ? planned(visit, seminar, mailing, sent, cancelMailing, mailingsWords[visit.locale].one.cancelled)
        : askCancel(visit, seminar, mailing)
    default:
      throw new Refusal('unprocessable')
  }
}

/** The page anew, with what is there now: what was looked at is no more. Nothing was done. */
async function changedMeanwhile(visit: Visit, typed: Typed = {}): Promise<Response> {
  const { seminar, mailing } = await openMailing(visit)
  return mailingPage(visit, seminar, mailing, { typed, errors: {} }, true)
}

async function sendTest(visit: Visit, seminar: OfficeSeminar, mailing: Mailing, sent: SentForm) {
  const { house, actor, locale } = visit
  const asked = textOf(sent.typed, 'language')
  const language = isLocale(asked) ? asked : locale
  const location = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const remember = { once: sent.once, location }
  const tested = await testMailing(house, actor, seminar.slug, mailing.id, language, remember)
  return tested.outcome === 'sent'
    ? redirect(visit, location, {
        tone: 'done',
        text: mailingsWords[locale].one.tested(languageName(locale, language)),
      })
    : wrongWords(visit, seminar, mailing, tested.problems)
}

/** The page before it leaves: to how many, and which readers get it in another language than theirs. */
async function askSend(
  visit: Visit,
  seminar: OfficeSeminar,
  mailing: Mailing,
  once: string | null,
  changed = false,
): Promise<Response> {
  const { house, actor, locale } = visit
  const m = mailingsWords[locale].one
  const here = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const count = await as(house.db, actor, tx => countAudience(tx, seminar.id, mailing.audience))
  if (count.people === 0) return redirect(visit, here, { tone: 'problem', text: m.nobody })
  const title = m.sendTitle(count.people)
  const source = mailing.body?.source ?? seminar.sourceLanguage
  const missing = missingIn(mailing, count.languages.map(row => row.language).filter(isLocale)).map(language => {
    const mails = count.languages.find(row => row.language === language)?.mails ?? 0
    return m.missingReaders(mails, languageName(locale, language), languageName(locale, source))
  })
  const sentences = [changed ? m.changed(count.people) : '', ...missing, m.sendText]
  return page(
    visit,
    layout(
      visit,
      { title, office: true, breadcrumb: trailTo(visit, seminar, mailing, title) },
      <Confirm
        t={parts[locale]}
        title={title}
        text={sentences.filter(Boolean).join(' ')}
        action={here}
        cancel={here}
        button={m.send}
        version={shownVersion(mailing)}
        once={once ?? newOnceKey(house.keys)}
        hidden={{ do: 'send', sure: 'yes', told: String(count.people) }}
      />,
    ),
    changed ? 409 : 200,
  )
}

async function sendNow(visit: Visit, seminar: OfficeSeminar, mailing: Mailing, sent: SentForm) {
  const { house, actor, locale } = visit
  const m = mailingsWords[locale].one
  const location = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const shown = { version: sent.version, people: Number(textOf(sent.typed, 'told')) }
  const started = await startMailing(house, actor, seminar.slug, mailing.id, shown, { once: sent.once, location })
  switch (started.outcome) {
    case 'started':
      return redirect(visit, location, { tone: 'done', text: m.started(started.mails) })
    case 'begun':
      return redirect(visit, location, { tone: 'note', text: m.begun })
    case 'cancelled':
      return redirect(visit, location, { tone: 'problem', text: m.wasCancelled })
    case 'nobody':
      return redirect(visit, location, { tone: 'problem', text: m.nobody })
    case 'stale':
      return changedMeanwhile(visit)
    case 'other-number':
      return askSend(visit, seminar, mailing, sent.once, true)
    case 'invalid':
      return wrongWords(visit, seminar, mailing, started.problems)
  }
}

async function schedule(visit: Visit, seminar: OfficeSeminar, mailing: Mailing, sent: SentForm) {
  const { house, actor, locale } = visit
  const m = mailingsWords[locale]
  const given = { day: textOf(sent.typed, 'at-day'), time: textOf(sent.typed, 'at-time') }
  const again = (field: 'at-day' | 'at-time', error: string) =>
    mailingPage(visit, seminar, mailing, { typed: sent.typed, errors: { [field]: error } })
  if (given.day.trim() === '') return again('at-day', m.errors.noMoment)
  if (given.time.trim() === '') return again('at-time', m.errors.moment)
  const at = readLocalMoment(given, seminar.timeZone, given.time)
  if (at === null || at === 'form') return again('at-day', m.errors.moment)
  if (at === 'clock-change') return again('at-time', m.errors.clockChange)
  const location = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const remember = { once: sent.once, location }
  const done = await scheduleMailing(house, actor, seminar.slug, mailing.id, { at, version: sent.version }, remember)
  switch (done.outcome) {
    case 'planned':
      return redirect(visit, location, { tone: 'done', text: m.one.scheduled(momentInZone(visit, seminar, at)) })
    case 'stale':
      return changedMeanwhile(visit, sent.typed)
    case 'past':
      return again('at-day', m.errors.past)
    case 'gone':
      return redirect(visit, location, { tone: 'problem', text: m.errors.notWritten })
    case 'invalid':
      return wrongWords(visit, seminar, mailing, done.problems)
  }
}

async function planned(
  visit: Visit,
  seminar: OfficeSeminar,
  mailing: Mailing,
  sent: SentForm,
  act: typeof cancelMailing,
  done: string,
) {
  const location = mailingsAddress(visit, seminar, `/${mailing.id}`)
  const remember = { once: sent.once, location }
  const { outcome }: Planned = await act(visit.house, visit.actor, seminar.slug, mailing.id, remember)
  return outcome === 'planned'
    ? redirect(visit, location, { tone: 'done', text: done })
    : redirect(visit, location, { tone: 'problem', text: mailingsWords[visit.locale].errors.notWritten })
}

function askCancel(visit: Visit, seminar: OfficeSeminar, mailing: Mailing) {
  const m = mailingsWords[visit.locale].one
  const here = mailingsAddress(visit, seminar, `/${mailing.id}`)
  return page(
    visit,
    layout(
      visit,
      { title: m.cancelTitle, office: true, breadcrumb: trailTo(visit, seminar, mailing, m.cancelTitle) },
      <Confirm
        t={parts[visit.locale]}
        title={m.cancelTitle}
        text={m.cancelText}
        action={here}
        cancel={here}
        button={m.cancel}
        once={newOnceKey(visit.house.keys)}
        hidden={{ do: 'cancel', sure: 'yes' }}
      />,
    ),
  )
}

/** To where the words are put right, with what is wrong with the first of them. */
function wrongWords(visit: Visit, seminar: OfficeSeminar, mailing: Mailing, problems: readonly TextProblem[]) {
  const text = Object.values(problemsInWords(visit.locale, problems)).join(' ')
  return redirect(visit, mailingsAddress(visit, seminar, `/${mailing.id}/edit`), { tone: 'problem', text })
}

const trailTo = (visit: Visit, seminar: OfficeSeminar, mailing: Mailing, here: string) =>
  trail(
    visit,
    seminar,
    [
      aboveMailings(visit),
      { label: nameOfMailing(visit.locale, seminar, mailing).text, path: `/mailings/${mailing.id}` },
    ],
    here,
  )
