import { hour } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { Note, Time, Words } from '#ground/web/parts/text.tsx'
import { programmeMine } from '../../messages/programme-mine.ts'
import type { SeminarPage } from '../../seminar/store/read-seminar.ts'
import { type ChangesInWords, changesInWords } from '../acts/changes-in-words.ts'
import type { Mine } from '../rules/mine.ts'
import { mostChosen } from '../rules/selection.ts'
import { type ShownSlot, shownIn } from '../rules/shown.ts'
import type { Version } from '../store/versions.ts'
import { ChangesList } from './changes-list.tsx'
import { nameOf, versionPath } from './version-frame.tsx'

type MineNotesProps = {
  seminar: SeminarPage
  versions: readonly Version[]
  locale: Locale
  mine: Mine
  /** The chosen slots, in the order of the programme. */
  slots: readonly ShownSlot[]
  /** Number of the version that was chosen from. */
  seen: number | null
  unknown: number
  tooMany: boolean
  /** The address of the same selection, from which nothing of all this is to be told again. */
  understood: string
}

/** Nobody reads more pairs; the others are counted. */
const mostPairs = 20

/** What whoever chose has to know: what collides, what changed, what is gone, what was not understood. */
export function MineNotes(props: MineNotesProps) {
  const { seminar, versions, locale, mine, seen, unknown, tooMany, understood } = props
  const t = programmeMine[locale]
  const current = versions.at(-1) as Version
  // Whoever does not say what they chose from is told of the last release, as on the page of changes.
  const from = versions.find(({ number }) => number === seen) ?? versions.at(-2) ?? current
  const changes =
    from === current
      ? null
      : changesOf(mine, changesInWords(from.programme, current.programme, seminar.names, locale, seminar.withdrawn))
  const isTold = new Set(changes?.cancelled.map(({ key }) => key))
  const gone = mine.gone.filter(({ key }) => !isTold.has(key))
  const said = (version: Version) => nameOf(version, seminar, locale)
  return (
    <>
      {mine.collisions.length > 0 ? <Collisions {...props} /> : null}
      {changes?.isEmpty === false ? (
        <>
          <Note tone="warning" title={t.changed.title}>
            <p>{t.changed.text(said(from), said(current))}</p>
          </Note>
          <ChangesList
            changes={changes}
            locale={locale}
            earlier={versionPath(seminar, locale, from)}
            later={versionPath(seminar, locale, current)}
          />
        </>
      ) : null}
      {gone.length > 0 ? (
        <Note tone="warning" title={t.gone.title(gone.length)}>
          <ul>
            {gone.map(({ key, version }) => {
              const last = versions[version] as Version
              const slot = shownIn(last.programme, seminar.names, locale).slots.find(one => one.key === key)
              return slot ? (
                <li>
                  <a href={`${versionPath(seminar, locale, last)}#slot-${key}`}>
                    <Words locale={locale} shown={slot.title} />
                  </a>{' '}
                  ({t.gone.last(said(last))})
                </li>
              ) : null
            })}
          </ul>
        </Note>
      ) : null}
      {unknown > 0 || tooMany ? (
        <Note tone="warning">
          {unknown > 0 ? <p>{t.unknown(unknown)}</p> : null}
          {tooMany ? <p>{t.tooMany(mostChosen)}</p> : null}
        </Note>
      ) : null}
      {changes?.isEmpty === false || gone.length > 0 ? (
        <p class="links">
          <a id="understood" href={understood}>
            {t.changed.understood}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** What changed of the chosen slots: when and where they are, and what happens there. */
function changesOf({ here, gone }: Mine, all: ChangesInWords): ChangesInWords {
  const isMine = new Set([...here, ...gone.map(({ key }) => key)])
  const ofMine = <T extends { key: string }>(slots: readonly T[]) => slots.filter(({ key }) => isMine.has(key))
  const groups = { cancelled: ofMine(all.cancelled), moved: ofMine(all.moved), changed: ofMine(all.changed) }
  const isEmpty = Object.values(groups).every(({ length }) => length === 0)
  return { ...groups, whole: [], new: [], words: { whole: [], slots: [] }, isEmpty }
}

function Collisions({ mine, slots, locale, versions }: MineNotesProps) {
  const t = programmeMine[locale].collisions
  const zone = (versions.at(-1) as Version).programme.timeZone
  const byKey = new Map(slots.map(slot => [slot.key, slot]))
  const rest = mine.collisions.length - mostPairs
  const Side = ({ of }: { of: string }) => {
    const slot = byKey.get(of)
    if (!slot) return null
    const [from, to] = [slot.startsAt, slot.endsAt].map(at => at.toZonedDateTimeISO(zone).toPlainTime())
    return (
      <>
        <a href={`#slot-${of}`}>
          <Words locale={locale} shown={slot.title} />
        </a>{' '}
        {from && to ? (
          <span class="unbroken">
            (<Time from={hour(locale, from)} to={hour(locale, to)} />)
          </span>
        ) : null}
      </>
    )
  }
  return (
    <Note tone="warning" title={t.title(mine.collisions.length)}>
      <ul>
        {mine.collisions.slice(0, mostPairs).map(([one, other]) => (
          <li>
            <Side of={one} /> · <Side of={other} />
          </li>
        ))}
        {rest > 0 ? <li>{t.more(rest)}</li> : null}
      </ul>
    </Note>
  )
}
