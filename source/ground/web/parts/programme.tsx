import type { Child } from 'hono/jsx'
import { list } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { PartsMessages } from '#ground/languages/messages/parts.en.ts'
import { Region, type RegionName } from './places.tsx'
import { Paragraphs, Remarks, type Shown, Time, Words, wellSet } from './text.tsx'

export type SlotKind =
  | 'registration'
  | 'welcome'
  | 'introduction'
  | 'part'
  | 'talk'
  | 'workshop'
  | 'break'
  | 'meal'
  | 'closing'

export type ProgrammeSlot = {
  key: string
  kind: SlotKind
  /** The numeral of a part: I, II. */
  part?: string | undefined
  /** Hours as the language writes them. */
  from: string
  to: string
  /** The same for machines, ISO 8601. */
  fromMachine?: string | undefined
  toMachine?: string | undefined
  title: Shown
  themes: readonly Shown[]
  method?: Shown | undefined
  /** Names, ready to be read. */
  moderators: readonly string[]
  coordination: readonly string[]
  /** Who sits on the panel; `pending` is a place that is kept and not yet confirmed. */
  seats?: readonly { region: RegionName; label?: string; pending?: boolean }[]
  /** A word beside the title: not confirmed yet. */
  mark?: string | undefined
  /** Ready sentences: the room, who speaks, in which languages. */
  lines?: readonly string[]
  /** Each leads somewhere, or says in a word why it does not any more. */
  documents?: readonly ({ title: Shown } & ({ href: string } | { gone: string }))[]
  /** The same hours as the clocks of another place say them, ready to be read. */
  elsewhere?: string | undefined
  /** What its reader may do with it, beside its hours: choose it, take it out. */
  act?: Child
}
/** What happens on one day, or in one room. */
export type ProgrammeGroup = { title: Child; slots: readonly ProgrammeSlot[] }

export type ProgrammeProps = {
  t: PartsMessages
  locale: Locale
  title: Shown
  provisional?: boolean
  /** The line under the title: version, time zone, what changed, calendar, PDF. */
  about?: Child
  /** Under that line: what its reader may ask for. */
  tools?: Child
  slots: readonly ProgrammeSlot[]
  /** Several days or rooms, instead of `slots`. */
  groups?: readonly ProgrammeGroup[] | undefined
}

/** Slots at which nobody is listened to are set more lightly. */
const quiet: ReadonlySet<SlotKind> = new Set(['registration', 'welcome', 'break', 'meal', 'closing'])

/** The programme as a list of hours and what happens at them. */
export function Programme({ t, locale, title, provisional, about, tools, slots, groups }: ProgrammeProps) {
  const said = wellSet(title.text, title.language)
  return (
    <section class="programme" aria-labelledby="programme">
      <div class="head">
        <h2 id="programme">
          <Words locale={locale} shown={title} />
        </h2>
        {provisional && !said.toLocaleLowerCase(locale).includes(t.programme.provisional) ? (
          <span class="mark-word">{t.programme.provisional}</span>
        ) : null}
      </div>
      <Remarks t={t} locale={locale} texts={[title]} />
      {about ? <p class="small versions-line">{about}</p> : null}
      {tools}
      {groups ? (
        groups.map(group => (
          <section class="close">
            <h3>{group.title}</h3>
            <Slots t={t} locale={locale} slots={group.slots} level={4} />
          </section>
        ))
      ) : (
        <Slots t={t} locale={locale} slots={slots} level={3} />
      )}
    </section>
  )
}

type Level = 3 | 4

function Slots(props: { t: PartsMessages; locale: Locale; slots: readonly ProgrammeSlot[]; level: Level }) {
  const { t, locale, slots, level } = props
  if (slots.length === 0) return <p>{t.programme.empty}</p>
  return (
    <ol>
      {slots.map(slot => (
        <Slot t={t} locale={locale} slot={slot} level={level} />
      ))}
    </ol>
  )
}

/** The line over the title, when the title does not say it already. */
function whatItIs(t: PartsMessages, locale: Locale, { part, kind, title }: ProgrammeSlot): string | null {
  if (part) return t.programme.part(part)
  if (kind === 'introduction') return t.programme.introduction
  if (kind !== 'talk' && kind !== 'workshop') return null
  const word = t.programme[kind]
  const lower = (text: string) => text.toLocaleLowerCase(locale)
  return lower(title.text).includes(lower(word)) ? null : word
}

function Slot(props: { t: PartsMessages; locale: Locale; slot: ProgrammeSlot; level: Level }) {
  const { t, locale, slot, level } = props
  const Title = level === 3 ? 'h3' : 'h4'
  const texts = [
    slot.title,
    ...slot.themes,
    ...(slot.method ? [slot.method] : []),
    ...(slot.documents ?? []).map(({ title }) => title),
  ]
  const names = (of: readonly string[]) => list(locale, of)
  const machine = {
    ...(slot.fromMachine ? { fromMachine: slot.fromMachine } : {}),
    ...(slot.toMachine ? { toMachine: slot.toMachine } : {}),
  }
  const kicker = whatItIs(t, locale, slot)
  return (
    <li class={quiet.has(slot.kind) ? 'slot quiet' : 'slot'} id={`slot-${slot.key}`}>
      <div class="hours">
        <Time from={slot.from} to={slot.to} {...machine} />
        {slot.elsewhere ? <span class="elsewhere">{slot.elsewhere}</span> : null}
        {slot.act}
      </div>
      <div>
        {kicker ? <p class="kicker">{kicker}</p> : null}
        <Title>
          <Words locale={locale} shown={slot.title} />
          {slot.mark ? (
            <>
              {' '}
              <span class="mark-word">{slot.mark}</span>
            </>
          ) : null}
        </Title>
        {slot.themes.length > 0 ? (
          <ul class="themes">
            {slot.themes.map(theme => (
              <li>
                <Words locale={locale} shown={theme} />
              </li>
            ))}
          </ul>
        ) : null}
        {slot.method ? (
          <div class="method by measure">
            <Paragraphs
              text={wellSet(slot.method.text, slot.method.language)}
              language={slot.method.language === locale ? undefined : slot.method.language}
            />
          </div>
        ) : null}
        <Remarks t={t} locale={locale} texts={texts} />
        {slot.coordination.length > 0 ? (
          <p class="small by">{t.programme.coordination(names(slot.coordination))}</p>
        ) : null}
        {slot.moderators.length > 0 ? <p class="small by">{t.programme.moderation(names(slot.moderators))}</p> : null}
        {(slot.lines ?? []).map(line => (
          <p class="small by">{line}</p>
        ))}
        {slot.seats && slot.seats.length > 0 ? (
          <ul class="seats">
            {slot.seats.map(seat => (
              <li>
                <Region t={t} region={seat.region} label={seat.label} seat pending={seat.pending ?? false} />
              </li>
            ))}
          </ul>
        ) : null}
        {slot.documents && slot.documents.length > 0 ? (
          <ul class="small by">
            {slot.documents.map(document => (
              <li>
                {'href' in document ? (
                  <a href={document.href}>
                    <Words locale={locale} shown={document.title} />
                  </a>
                ) : (
                  <>
                    <Words locale={locale} shown={document.title} /> ({document.gone})
                  </>
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  )
}
