import { cityOfZone, hour } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Programme, type ProgrammeSlot } from '#ground/web/parts/programme.tsx'
import { seminarMessages } from '../../messages/seminar.ts'
import type { SeminarPage, SeminarSlot } from '../store/read-seminar.ts'

/** The programme of a seminar, with the line that says whose hours these are. */
export function SeminarProgramme({ seminar, locale, own }: { seminar: SeminarPage; locale: Locale; own?: boolean }) {
  const t = seminarMessages[locale]
  const address = `/${locale}/seminars/${seminar.slug}`
  const { programme } = seminar
  const title = programme?.name ?? { text: t.page.programme, language: locale, stale: false }
  return (
    <Programme
      t={parts[locale]}
      locale={locale}
      title={title}
      provisional={programme?.provisional ?? false}
      about={
        <>
          {t.page.hoursOf(cityOfZone(locale, seminar.timeZone))}{' '}
          <a href={`${address}/programme.ics`}>{t.page.programmeCalendar}</a>
          {own ? null : (
            <>
              {' · '}
              <a href={`${address}/programme`}>{t.page.programmePage}</a>
            </>
          )}
        </>
      }
      slots={(programme?.slots ?? []).map(slot => shown(slot, seminar.timeZone, locale))}
    />
  )
}

function shown(slot: SeminarSlot, zone: string, locale: Locale): ProgrammeSlot {
  const from = slot.startsAt.toZonedDateTimeISO(zone)
  const to = slot.endsAt.toZonedDateTimeISO(zone)
  const machine = (at: Temporal.ZonedDateTime) => at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const named = (role: 'moderator' | 'coordination') =>
    slot.roles.filter(held => held.role === role).map(held => held.organisation)
  return {
    key: slot.key,
    kind: slot.kind,
    part: slot.part ?? undefined,
    from: hour(locale, from.toPlainTime()),
    to: hour(locale, to.toPlainTime()),
    fromMachine: machine(from),
    toMachine: machine(to),
    title: slot.texts.title ?? { text: slot.key, language: locale },
    themes: slot.themes,
    method: slot.texts.method,
    moderators: named('moderator'),
    coordination: named('coordination'),
  }
}
