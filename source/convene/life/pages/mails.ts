import { type LifeMailWords, lifeMailWords } from '#convene/messages/life-mails.ts'
import { mailingMails } from '#convene/messages/mailing-mails.ts'
import { calendarEntry } from '#convene/registration/acts/calendar-entry.ts'
import { aboutRegistration, type Said, stays } from '#convene/registration/acts/mail-about.ts'
import { type MailFacts, practical } from '#convene/registration/acts/mail-parts.ts'
import { cityOf, momentAt } from '#convene/registration/acts/seminar-in-words.ts'
import { isAlive, type RegistrationState } from '#convene/registration/rules/states.ts'
import { meaning, type NoticeKind } from '#convene/seminar/rules/life.ts'
import type { MailTemplate } from '#ground/house.ts'
import { date, languageName } from '#ground/languages/format.ts'
import { type MultilingualText, show } from '#ground/languages/text.ts'
import { isBeingSent } from '../store/being-sent.ts'
import { lastNotice, noticesOf } from '../store/notices.ts'

/** What is told: by a notice, or by one that is being written. */
export type Told = {
  heldOn: Temporal.PlainDate
  movedTo: Temporal.PlainDate | null
  reason: MultilingualText | undefined
}

/** What a preview is made from: a seminar, and what is to be told of it (`data.sample`, `data.telling`). */
export type TellingPreview = {
  heldOn: string
  movedTo: string | null
  /** HH:MM, of the new day. */
  from?: string
  to?: string
  reason: MultilingualText | null
}

/**
 * What a mail tells, from the notice that wrote it. Null once it was told otherwise since: who was not reached yet gets the
 * last word alone. Whoever reads the list of mails sees what each of them said.
 */
async function toldIn(facts: MailFacts, kind: NoticeKind): Promise<Told | null> {
  const { tx, data, seminar, sample } = facts
  if (sample) return previewed(facts, kind)
  const last = await lastNotice(tx, seminar.id)
  const sending = await isBeingSent(tx)
  if (typeof data.notice !== 'string') return last?.kind === kind ? last : null
  if (last?.id === data.notice) return last
  if (sending) return null
  return (await noticesOf(tx, seminar.id)).find(({ id }) => id === data.notice) ?? null
}

function previewed({ data, seminar, locale }: MailFacts, kind: NoticeKind): Told {
  const telling = data.telling as TellingPreview | undefined
  const today = Temporal.PlainDate.from(seminar.heldOn)
  if (telling)
    return {
      heldOn: Temporal.PlainDate.from(telling.heldOn),
      movedTo: telling.movedTo === null ? null : Temporal.PlainDate.from(telling.movedTo),
      reason: telling.reason ?? undefined,
    }
  // Of a seminar of which nothing is told: as if it had been announced for a week earlier.
  const body = mailingMails[locale].sampleReason
  const reason = { source: locale, bodies: { [locale]: { body, state: 'source' as const, stale: false } } }
  return kind === 'moved'
    ? { heldOn: today.subtract({ days: 7 }), movedTo: today, reason }
    : { heldOn: today, movedTo: null, reason }
}

/** The seminar as a preview tells it: with the day that it is to have. */
function onThatDay(facts: MailFacts): MailFacts {
  const telling = facts.sample ? (facts.data.telling as TellingPreview | undefined) : undefined
  if (!telling?.movedTo) return facts
  const { from, to } = facts.seminar
  const seminar = { ...facts.seminar, heldOn: telling.movedTo, from: telling.from ?? from, to: telling.to ?? to }
  return { ...facts, seminar }
}

function reasonOf({ reason }: Told, { locale }: MailFacts): string[] {
  const w = lifeMailWords[locale]
  const shown = show(reason, locale)
  if (shown === null) return []
  return [
    shown.language === locale ? w.reason(shown.text) : w.reasonIn(languageName(locale, shown.language), shown.text),
  ]
}

type Kept = keyof LifeMailWords['keeps']
const isKept = (state: RegistrationState): state is Kept => isAlive(state)

/** For those who come: whoever waits has nothing of it in their calendar. */
async function entry(facts: MailFacts): Promise<NonNullable<Said['attachments']>> {
  const { own, seminar, sample } = facts
  if (sample || own.state !== 'confirmed') return []
  const content = await calendarEntry(facts, { travels: true })
  if (content === null) return []
  const { method } = meaning[seminar.life].calendar
  return [{ name: `${seminar.slug}.ics`, mediaType: `text/calendar; charset=utf-8; method=${method}`, content }]
}

const say = async (kind: NoticeKind, given: MailFacts): Promise<Said | null> => {
  const told = await toldIn(given, kind)
  if (told === null) return null
  const facts = onThatDay(given)
  const { own, locale, title, seminar, sample } = facts
  // Who has left meanwhile is not asked whether they come.
  if (!sample && !isAlive(own.state) && (await isBeingSent(facts.tx))) return null
  const w = lifeMailWords[locale]
  const day = date(locale, told.heldOn)
  const attachments = await entry(facts)
  const inCalendar = sample || attachments.length > 0
  const keeps = isKept(own.state) ? w.keeps[own.state] : null
  switch (kind) {
    case 'cancelled':
      return {
        subject: w.cancelledSubject(title),
        paragraphs: [
          ...stays([w.cancelled(title, day), ...reasonOf(told, facts)]),
          w.cancelledNext,
          ...(inCalendar ? stays([w.calendarOut]) : []),
        ],
        attachments,
      }
    case 'postponed':
      return {
        subject: w.postponedSubject(title),
        paragraphs: [
          ...stays([w.postponed(title, day), ...reasonOf(told, facts), ...(keeps ? [keeps] : [])]),
          w.postponedNext,
          ...(inCalendar ? stays([w.calendarOut]) : []),
        ],
        attachments,
      }
    default: {
      const first =
        kind === 'moved' ? w.moved(title, day, date(locale, told.movedTo ?? told.heldOn)) : w.heldAgain(title, day)
      const offered =
        own.state === 'offered' && own.offeredUntil !== null
          ? w.offeredUntil(momentAt(seminar, locale, own.offeredUntil), cityOf(seminar, locale))
          : null
      return {
        subject: kind === 'moved' ? w.movedSubject(title) : w.heldAgainSubject(title),
        paragraphs: [
          ...stays([first, ...practical(facts), ...reasonOf(told, facts)]),
          ...stays(offered ? [offered] : keeps && own.state !== 'offered' ? [keeps] : []),
          own.state === 'confirmed' ? w.askConfirmed : offered ? w.askOffered : w.ask,
          ...(inCalendar ? stays([w.calendarNew]) : []),
        ],
        attachments,
        ...(offered ? { action: facts.m.answerOffer } : {}),
      }
    }
  }
}

const template = (kind: NoticeKind): MailTemplate =>
  aboutRegistration({
    template: `seminar-${kind}`,
    name: locale => lifeMailWords[locale].names[`seminar-${kind}`],
    say: facts => say(kind, facts),
  })

/** The mails that tell everyone concerned what became of a seminar. */
export const lifeMails: Readonly<Record<string, MailTemplate>> = {
  'seminar-cancelled': template('cancelled'),
  'seminar-postponed': template('postponed'),
  'seminar-moved': template('moved'),
  'seminar-held-again': template('held-again'),
} satisfies Record<keyof LifeMailWords['names'], MailTemplate>
