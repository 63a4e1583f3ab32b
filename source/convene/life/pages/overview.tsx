import { lifeWords } from '#convene/messages/life.ts'
import { lifeDesk } from '#convene/messages/life-desk.ts'
import { heldWhen } from '#convene/seminar/acts/days-in-words.ts'
import { canStep, type Life, type LifeStep, lifeSteps, meaning } from '#convene/seminar/rules/life.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { cityOfZone, date, languageName, moment } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { show } from '#ground/languages/text.ts'
import { page } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, MultilingualText, PageHead, State, type StateKind } from '#ground/web/parts/text.tsx'
import { noticeInWords } from '../acts/notice-in-words.ts'
import { type Notice, noticesOf } from '../store/notices.ts'
import { lifeAddress, type OfficeSeminar, officeSeminar, trail } from './office-seminar.ts'

const kindOf: Readonly<Record<Life, StateKind>> = {
  draft: 'neutral',
  announced: 'neutral',
  open: 'ok',
  full: 'waiting',
  closed: 'neutral',
  'under-way': 'ok',
  over: 'neutral',
  postponed: 'waiting',
  cancelled: 'no',
}

/** GET /:l/desk/seminars/:slug/life: where a seminar stands, what that means, what can be decided, what was told. */
export async function showLife(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = lifeDesk[locale]
  const seminar = await officeSeminar(visit)
  const notices = await as(visit.house.db, visit.actor, tx => noticesOf(tx, seminar.id))
  return page(
    visit,
    layout(
      visit,
      { title: `${m.title} – ${seminar.title}`, office: true, breadcrumb: trail(visit, seminar) },
      <div class="stack">
        <PageHead kicker={seminar.title} title={m.title} lead={m.lead} />
        <section class="close">
          <h2>{m.now}</h2>
          <p>
            {m.state} <State kind={kindOf[seminar.life]}>{lifeWords[locale].lives[seminar.life]}</State>
          </p>
          <p>{standsInWords(seminar, locale)}</p>
          <Facts
            facts={[
              {
                term: m.day,
                value: dayInWords(seminar, locale),
              },
              { term: m.concerned, value: concernedInWords(seminar, locale) },
            ]}
          />
        </section>
        <Steps visit={visit} seminar={seminar} />
        <MeaningTable visit={visit} seminar={seminar} />
        <Log visit={visit} seminar={seminar} notices={notices} />
      </div>,
    ),
  )
}

function dayInWords({ life, heldOn, ...seminar }: OfficeSeminar, locale: Locale): string {
  if (life === 'postponed') return lifeWords[locale].page.whenPostponed(date(locale, heldOn))
  return heldWhen({ ...seminar, date: heldOn }, locale)
}

/** Where a seminar stands, in a sentence. */
export function standsInWords(seminar: OfficeSeminar, locale: Locale): string {
  const { stands } = lifeDesk[locale]
  const city = cityOfZone(locale, seminar.timeZone)
  const at = (instant: Temporal.Instant) => moment(locale, instant, seminar.timeZone)
  const { life } = seminar
  switch (life) {
    case 'announced':
      return stands.announced(at(seminar.opensAt ?? seminar.closesAt), city)
    case 'open':
    case 'full':
    case 'closed':
      return stands[life](at(seminar.closesAt), city)
    case 'postponed':
    case 'cancelled':
      return stands[life](date(locale, seminar.heldOn))
    default:
      return stands[life]
  }
}

/** Who would be written to, and in which languages. */
export function concernedInWords({ people, concerned }: OfficeSeminar, locale: Locale): string {
  const m = lifeDesk[locale]
  if (people === 0) return m.nobody
  const languages = concerned.map(one => m.inLanguage(one.people, languageName(locale, one.language)))
  return `${m.people(people)} (${languages.join(', ')})`
}

function Steps({ visit, seminar }: { visit: Visit; seminar: OfficeSeminar }) {
  const m = lifeDesk[visit.locale].steps
  const { life, people } = seminar
  // Of a draft nobody knows, and its day is changed where it is written; whoever is registered was promised a seminar.
  const isOffered = (step: LifeStep) =>
    canStep(step, life) &&
    (life !== 'draft' || people > 0 || step === 'announce') &&
    (step !== 'withdraw' || people === 0)
  const steps = lifeSteps.filter(isOffered)
  return (
    <section class="close">
      <h2>{m.title}</h2>
      {steps.length === 0 ? <p>{m.none}</p> : null}
      <ul class="doors">
        {steps.map(step => (
          <li>
            <a href={`${lifeAddress(visit, seminar)}/${step}`}>{m[step].label}</a>
            <p class="small">{m[step].text}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The row of the one table (seminar/rules/life.ts) that holds now. */
function MeaningTable({ visit, seminar }: { visit: Visit; seminar: OfficeSeminar }) {
  const m = lifeDesk[visit.locale].meaning
  const now = meaning[seminar.life]
  const { standing, reminders } = now.mails
  const rows = [
    { what: m.page, now: m.pages[now.page] },
    { what: m.form, now: m.forms[now.form] },
    { what: m.ownPage, now: m.ownPages[now.ownPage] },
    { what: m.places, now: m.ofPlaces[now.places] },
    { what: m.mails, now: m.ofMails[!standing ? 'none' : reminders ? 'all' : 'noReminders'] },
    { what: m.calendar, now: m.ofCalendar[now.calendar.status] },
    { what: m.letters, now: m.ofLetters[now.letters ? 'yes' : 'no'] },
    { what: m.retention, now: m.ofRetention[now.retention ? 'yes' : 'no'] },
  ]
  return (
    <DataTable
      t={parts[visit.locale]}
      caption={m.title}
      address={lifeAddress(visit, seminar)}
      rows={rows}
      columns={[
        { key: 'what', heading: m.aspect, cell: row => row.what },
        { key: 'now', heading: m.now, cell: row => row.now },
      ]}
      empty={{ title: m.title, text: m.title }}
    />
  )
}

function Log({ visit, seminar, notices }: { visit: Visit; seminar: OfficeSeminar; notices: readonly Notice[] }) {
  const { locale } = visit
  const m = lifeDesk[locale].log
  return (
    <DataTable
      t={parts[locale]}
      caption={m.title}
      address={lifeAddress(visit, seminar)}
      rows={notices}
      columns={[
        { key: 'at', heading: m.when, kind: 'moment', cell: notice => moment(locale, notice.at, seminar.timeZone) },
        {
          key: 'what',
          heading: m.what,
          cell: notice => {
            const said = noticeInWords(notice, locale)
            return `${said.title}. ${said.text}`
          },
        },
        { key: 'reason', heading: m.reason, cell: notice => <ReasonOf notice={notice} locale={locale} /> },
        { key: 'told', heading: m.told, kind: 'number', cell: notice => number(locale, notice.told) },
      ]}
      empty={{ title: m.none, text: m.noneText }}
    />
  )
}

function ReasonOf({ notice, locale }: { notice: Notice; locale: Locale }) {
  const shown = show(notice.reason, locale)
  return shown === null ? (
    <span>{lifeDesk[locale].log.noReason}</span>
  ) : (
    <MultilingualText t={parts[locale]} locale={locale} shown={shown} />
  )
}
