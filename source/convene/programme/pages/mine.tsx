import type { Visit } from '#ground/house.ts'
import { cityOfZone } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { page, publicAddress, redirect } from '#ground/web/answer.ts'
import { layout } from '#ground/web/layout.tsx'
import { LinkButton } from '#ground/web/parts/buttons.tsx'
import { Programme } from '#ground/web/parts/programme.tsx'
import { DropSlot, ReaderTools, SlotCalendar } from '#ground/web/parts/programme-reader.tsx'
import { EmptyPage, PageHead } from '#ground/web/parts/text.tsx'
import { programmeMine } from '../../messages/programme-mine.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { programmeOnPage } from '../acts/programme-on-page.ts'
import { zoneOnPage } from '../acts/zone-on-page.ts'
import { mineOf } from '../rules/mine.ts'
import { addressWith, readKeys, readSeen, type Selection, selectionFields } from '../rules/selection.ts'
import { shownIn } from '../rules/shown.ts'
import type { Version } from '../store/versions.ts'
import { MineNotes } from './mine-notes.tsx'
import { releasedOf } from './released.ts'
import { aboutOf, pathOf, Told, titleOf } from './version-frame.tsx'

/**
 * GET /:l/seminars/:slug/programme/mine?slots=a,b&seen=2&zone=America/Lima: what somebody chose, in the order of the programme, with
 * what collides in it and what became of it since the version they chose from. The form sends `slots[]` for each box: it is led
 * to the address that can be kept.
 */
export async function minePage(visit: Visit): Promise<Response> {
  const { searchParams } = visit.url
  const { seminar, versions } = await releasedOf(visit)
  const asked = [...searchParams.getAll('slots'), ...searchParams.getAll('slots[]')]
  const read = readKeys(asked)
  const selection = { slots: read.keys, seen: readSeen(searchParams.get('seen')) }
  const zone = searchParams.get('zone')
  if (asked.length > 1 || searchParams.has('slots[]')) {
    const fields = { ...selectionFields(selection), ...(zone === null ? {} : { zone }) }
    return redirect(visit, addressWith(`${pathOf(seminar, visit.locale)}/programme/mine`, fields))
  }
  const { locale } = visit
  const t = programmeMine[locale]
  const about = aboutOf(seminar, locale, t.title, t.titleOf(titleOf(seminar)))
  return page(
    visit,
    layout(
      visit,
      { ...about, noIndex: true, islands: ['my-programme', 'reader-zone'] },
      <div class="stack">
        <Told seminar={seminar} locale={locale} />
        {versions.length === 0 || read.keys.length + read.unreadable === 0 ? (
          <NothingChosen seminar={seminar} locale={locale} />
        ) : (
          <Chosen {...{ visit, seminar, versions, selection }} unreadable={read.unreadable} tooMany={read.tooMany} />
        )}
      </div>,
    ),
  )
}

function NothingChosen({ seminar, locale }: { seminar: SeminarPage; locale: Locale }) {
  const { title, empty } = programmeMine[locale]
  const path = `${pathOf(seminar, locale)}/programme`
  return (
    <>
      <PageHead kicker={titleOf(seminar)} title={title} />
      <EmptyPage title={empty.title} text={empty.text} action={{ href: path, label: empty.button }} />
      <kept-programme seminar={seminar.slug} slots="" at={`${path}/mine`} />
    </>
  )
}

type ChosenProps = {
  visit: Visit
  seminar: SeminarPage
  versions: readonly Version[]
  selection: Selection
  /** How many entries of the address can be no keys. */
  unreadable: number
  tooMany: boolean
}

function Chosen({ visit, seminar, versions, selection, unreadable, tooMany }: ChosenProps) {
  const { locale, url } = visit
  const t = programmeMine[locale]
  const current = versions.at(-1) as Version
  const shown = shownIn(current.programme, seminar.names, locale, seminar.withdrawn)
  const mine = mineOf(selection.slots, versions)
  const isMine = new Set(mine.here)
  const slots = shown.slots.filter(({ key }) => isMine.has(key))
  const programme = `${pathOf(seminar, locale)}/programme`
  const path = `${programme}/mine`
  const fields = selectionFields(selection)
  const zone = zoneOnPage(url.searchParams, shown, locale, { path, hidden: fields })
  const zoneField: Record<string, string> = zone.zone ? { zone: zone.zone } : {}
  const to = (keys: readonly string[], seen = selection.seen) =>
    addressWith(path, { ...selectionFields({ slots: keys, seen }), ...zoneField })
  const known = [...mine.here, ...mine.gone.map(({ key }) => key)]
  return (
    <>
      <PageHead kicker={titleOf(seminar)} title={t.title} lead={t.lead(slots.length)} />
      <MineNotes
        {...{ seminar, versions, locale, mine, tooMany, slots }}
        seen={selection.seen}
        unknown={mine.unknown + unreadable}
        understood={to(mine.here, current.number)}
      />
      {slots.length > 0 ? (
        <Programme
          {...programmeOnPage({ ...shown, slots }, locale, {
            zone: zone.zone,
            actOf: ({ key, title }) => (
              <>
                <DropSlot
                  {...{ locale, title, label: t.remove, slot: key }}
                  href={to(selection.slots.filter(other => other !== key))}
                />
                <SlotCalendar
                  {...{ locale, title, label: t.addOne }}
                  href={addressWith(`${programme}.ics`, { slot: key })}
                />
              </>
            ),
          })}
          about={seminarMessages[locale].page.hoursOf(cityOfZone(locale, shown.timeZone))}
          tools={<ReaderTools zone={zone} />}
        />
      ) : null}
      {known.length > 0 ? (
        <p class="buttons" id="take-along">
          <LinkButton href={addressWith(`${programme}.ics`, { slots: known.join(',') })}>{t.calendar}</LinkButton>
          <a href={subscription(visit, `${programme}.ics`, known)}>{t.subscribe}</a>
        </p>
      ) : null}
      <p class="measure small links">{t.address}</p>
      <p class="buttons">
        <a id="choose-others" data-bare={addressWith(programme, zoneField)} href={othersOf(programme, mine.here)}>
          {t.choose}
        </a>
        <a href={addressWith(path, zoneField)} data-drop="">
          {t.clear}
        </a>
      </p>
      <kept-programme
        seminar={seminar.slug}
        slots={selection.slots.join(',')}
        seen={String(selection.seen ?? current.number)}
        at={path}
        words={JSON.stringify(t.device)}
      />
      <p class="printed small">{t.printed(publicAddress(visit.house, programme))}</p>
    </>
  )

  function othersOf(at: string, keys: readonly string[]): string {
    return addressWith(at, { ...selectionFields({ slots: keys, seen: selection.seen }), ...zoneField })
  }
}

/** Calendars know the address of what they are to follow by its scheme. */
const subscription = ({ house }: Visit, path: string, keys: readonly string[]) =>
  publicAddress(house, addressWith(path, { slots: keys.join(',') })).replace(/^https?:/, 'webcal:')
