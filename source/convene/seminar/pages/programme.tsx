import type { Visit } from '#ground/house.ts'
import { cityOfZone, date } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { Programme } from '#ground/web/parts/programme.tsx'
import { ChooseForm, ChooseSlot, HowToChoose, ReaderTools } from '#ground/web/parts/programme-reader.tsx'
import { programmeMine } from '../../messages/programme-mine.ts'
import { programmePage as words } from '../../messages/programme-page.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { programmeOnPage } from '../../programme/acts/programme-on-page.ts'
import { zoneOnPage } from '../../programme/acts/zone-on-page.ts'
import { addressWith, readKeys, readSeen, type Selection, selectionFields } from '../../programme/rules/selection.ts'
import type { ShownProgramme, ShownSlot } from '../../programme/rules/shown.ts'
import type { SeminarPage } from '../store/read-seminar.ts'

type Props = { seminar: SeminarPage; locale: Locale }
type Link = { href: string; label: string }

/** The islands of the page of the programme: what its reader chooses, and the hours of their place. */
export const programmeIslands = ['my-programme', 'reader-zone']

/**
 * The programme of a seminar as everybody sees it, with the line that says whose hours these are, which version it is and
 * where its other forms are.
 */
export function SeminarProgramme({ seminar, locale }: Props) {
  const t = seminarMessages[locale].page
  const { programme } = seminar
  if (!programme) return <NotReleased locale={locale} />
  const address = addressOf(seminar, locale)
  return (
    <Programme
      {...programmeOnPage(programme, locale)}
      about={
        <>
          {t.hoursOf(cityOfZone(locale, programme.timeZone))}{' '}
          <Links
            links={[
              { href: `${address}/programme.ics`, label: t.programmeCalendar },
              { href: `${address}/programme.pdf`, label: words[locale].pdf },
              ...changesOf(seminar, locale),
              { href: `${address}/programme`, label: t.programmePage },
            ]}
          />
        </>
      }
    />
  )
}

/** The same on its own page, where one chooses slots and asks for the hours of another place. */
export function OwnProgramme({ seminar, visit }: { seminar: SeminarPage; visit: Visit }) {
  const { locale, url } = visit
  const { programme, version } = seminar
  if (!programme) return <NotReleased locale={locale} />
  const t = seminarMessages[locale].page
  const path = `${addressOf(seminar, locale)}/programme`
  const asked = askedBy(url, programme)
  const zone = zoneOnPage(url.searchParams, programme, locale, { path, hidden: asked.fields })
  const zoneField: Record<string, string> = zone.zone ? { zone: zone.zone } : {}
  return (
    <>
      <Programme
        {...programmeOnPage(programme, locale, {
          by: asked.by,
          zone: zone.zone,
          // What nobody has released yet cannot be chosen: that page is for those who work on it.
          ...(version ? { actOf: choosingIn(locale, asked.selection.slots) } : {}),
        })}
        about={
          <>
            {t.hoursOf(cityOfZone(locale, programme.timeZone))} {releasedIn(seminar, locale)}
            <Links links={linksOf(seminar, locale, path, { ...asked, zoneField })} />
          </>
        }
        tools={
          <>
            <ReaderTools
              zone={zone}
              links={version ? [{ id: 'to-mine', href: `${path}/mine`, label: programmeMine[locale].title }] : []}
              forPrograms={version ? schedulesOf(seminar, locale) : null}
            />
            {version ? <HowToChoose form={formId} lead={programmeMine[locale].choosing.lead} /> : null}
          </>
        }
      />
      {version ? (
        <Choosing
          {...{ locale, path, slug: seminar.slug, seen: asked.selection.seen ?? version.number, zoneField }}
          isGiven={asked.selection.slots.length > 0}
        />
      ) : null}
      <p class="printed small">{programmeMine[locale].printed(publicAddress(visit.house, path))}</p>
    </>
  )
}

/** What the address of the page asks for. */
function askedBy({ searchParams }: URL, { rooms }: ShownProgramme) {
  const by = searchParams.get('by') === 'room' && rooms.length > 0 ? ('room' as const) : ('time' as const)
  const selection: Selection = {
    slots: readKeys(searchParams.getAll('slots')).keys,
    seen: readSeen(searchParams.get('seen')),
  }
  return { by, selection, fields: { ...(by === 'room' ? { by } : {}), ...selectionFields(selection) } }
}

const formId = 'choosing'

const choosingIn = (locale: Locale, chosen: readonly string[]) => {
  const isChosen = new Set(chosen)
  const label = programmeMine[locale].choosing.choose
  return ({ key, title }: ShownSlot) => (
    <ChooseSlot {...{ locale, label, title, slot: key, form: formId, checked: isChosen.has(key) }} />
  )
}

type ChoosingProps = {
  locale: Locale
  path: string
  slug: string
  seen: number
  zoneField: Record<string, string>
  /** Whether the address says what is chosen: a browser that kept something else does not speak over it. */
  isGiven: boolean
}

function Choosing({ locale, path, slug, seen, zoneField, isGiven }: ChoosingProps) {
  const { title, choosing: t } = programmeMine[locale]
  const { none, one, other, kept, refused } = t
  return (
    <my-programme seminar={slug} given={isGiven} words={JSON.stringify({ locale, none, one, other, kept, refused })}>
      <ChooseForm
        id={formId}
        action={`${path}/mine`}
        hidden={{ seen: String(seen), ...zoneField }}
        label={title}
        button={t.button}
      />
    </my-programme>
  )
}

function releasedIn({ version, programme }: SeminarPage, locale: Locale): string | null {
  if (!version || !programme) return null
  const day = version.releasedAt.toZonedDateTimeISO(programme.timeZone).toPlainDate()
  return `${words[locale].by(date(locale, day), programme.name?.text ?? String(version.number))} `
}

type Shape = { by: 'time' | 'room'; selection: Selection; zoneField: Record<string, string> }

function linksOf(seminar: SeminarPage, locale: Locale, path: string, { by, selection, zoneField }: Shape): Link[] {
  const w = words[locale]
  const rest = { ...selectionFields(selection), ...zoneField }
  const byRoom = { href: addressWith(path, { by: 'room', ...rest }), label: w.byRoom }
  const byTime = { href: addressWith(path, rest), label: w.byTime }
  return [
    { href: `${path}.ics`, label: seminarMessages[locale].page.programmeCalendar },
    { href: `${path}.pdf`, label: w.pdf },
    { href: `${path}.pdf?form=booklet`, label: w.booklet },
    ...changesOf(seminar, locale),
    ...(seminar.programme && seminar.programme.rooms.length > 0 ? [by === 'room' ? byTime : byRoom] : []),
  ]
}

/** The files that conference apps read: there are none before the first release. */
const schedulesOf = (seminar: SeminarPage, locale: Locale) => ({
  label: words[locale].apps,
  links: ['schedule.xml', 'schedule.json'].map(file => ({
    href: `${addressOf(seminar, locale)}/${file}`,
    label: file,
  })),
})

const changesOf = (seminar: SeminarPage, locale: Locale): Link[] =>
  seminar.versionCount > 1 ? [{ href: `${addressOf(seminar, locale)}/changes`, label: words[locale].changes }] : []

const addressOf = (seminar: SeminarPage, locale: Locale) => `/${locale}/seminars/${seminar.slug}`

function Links({ links }: { links: readonly Link[] }) {
  return (
    <span class="links">
      {links.map(({ href, label }, index) => (
        <>
          {index === 0 ? null : ' · '}
          <a href={href}>{label}</a>
        </>
      ))}
    </span>
  )
}

function NotReleased({ locale }: { locale: Locale }) {
  return (
    <section class="close">
      <h2>{seminarMessages[locale].page.programme}</h2>
      <p>{words[locale].notReleased}</p>
    </section>
  )
}
