import { programmeLanguages } from '#convene/messages/programme-languages.ts'
import { whenOf } from '#convene/programme/acts/checks-in-words.ts'
import type { ProgrammeSlot } from '#convene/programme/rules/programme.ts'
import type { Visit } from '#ground/house.ts'
import { hours, languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { texts as textWords } from '#ground/languages/messages/texts.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { bindFields, ConsentField, TextareaField, TextField } from '#ground/web/parts/form.tsx'
import { State, type StateKind, Words } from '#ground/web/parts/text.tsx'
import { longestOf } from '../rules/groups.ts'
import { type Attempt, bodyField, readField, seenField } from './form.ts'
import { seenOf, type TranslatedGroup, type TranslatedText, type TranslationPage } from './load.ts'

type GroupProps = {
  visit: Visit
  of: TranslationPage
  group: TranslatedGroup
  attempts: ReadonlyMap<string, Attempt>
  errors: FieldErrors
}

/** The anchor of a group, for links that lead to what is to be translated: `slot-part-1`, `programme`, `rooms`, `people`. */
const anchorOf = (group: TranslatedGroup) => (group.of === 'slot' ? `slot-${group.key}` : group.of)

/** The texts of one slot, or of what stands beside the slots. */
export function Group({ visit, of, group, attempts, errors }: GroupProps) {
  const id = anchorOf(group)
  return (
    <section class="versions stack" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <Heading visit={visit} of={of} group={group} />
      </h2>
      {group.texts.map(row => (
        <OneText visit={visit} of={of} row={row} attempt={attempts.get(row.name)} errors={errors} />
      ))}
    </section>
  )
}

function Heading({ visit, of, group }: Pick<GroupProps, 'visit' | 'of' | 'group'>) {
  const { locale } = visit
  if (group.of !== 'slot') return <>{programmeLanguages[locale].groups[group.of]}</>
  const slot = of.draft.slots.find(({ key }) => key === group.key)
  if (!slot) return <>{group.key}</>
  const { source } = of.draft
  return (
    <>
      {whenShort(slot, of, locale)} ·{' '}
      <Words locale={locale} shown={{ text: slot.title[source] ?? slot.key, language: source }} />
    </>
  )
}

/** The hours alone where there is one day. */
function whenShort(slot: ProgrammeSlot, of: TranslationPage, locale: Locale): string {
  if (of.draft.days.length > 1 || slot.day !== slot.until) return whenOf(slot, locale)
  return hours(locale, Temporal.PlainTime.from(slot.from), Temporal.PlainTime.from(slot.to))
}

/** What kind of text this is: “Theme 2”. */
export function labelOf({ kind, number }: TranslatedText, locale: Locale): string {
  const label = programmeLanguages[locale].kinds[kind]
  return number > 0 ? `${label} ${number}` : label
}

/** Whom it is about. Translators are told no names. */
function personOf({ person }: TranslatedText, of: TranslationPage, locale: Locale): string | null {
  if (person === undefined) return null
  const found = of.mayEdit ? of.seminar.file.people.find(({ key }) => key === person) : undefined
  const name = found ? `${found.givenName} ${found.familyName}`.trim() : ''
  return name || programmeLanguages[locale].person(1 + of.draft.people.findIndex(({ key }) => key === person))
}

const signs: Record<'reviewed' | 'draft' | 'machine' | 'source' | 'stale' | 'missing', StateKind> = {
  source: 'neutral',
  reviewed: 'ok',
  draft: 'waiting',
  machine: 'waiting',
  stale: 'waiting',
  missing: 'no',
}

type OneTextProps = {
  visit: Visit
  of: TranslationPage
  row: TranslatedText
  attempt: Attempt | undefined
  errors: FieldErrors
}

/** A text: its original at the left, at the right what there is in the language. One above the other on a telephone. */
function OneText({ visit, of, row, attempt, errors }: OneTextProps) {
  const { locale } = visit
  const m = programmeLanguages[locale]
  const { source } = row.text
  const person = personOf(row, of, locale)
  const state = row.isStale ? 'stale' : (row.translation?.state ?? 'missing')
  const label = labelOf(row, locale)
  return (
    <div class="sides beside">
      <div class="side">
        <h3>
          {label}
          {person === null ? null : (
            <>
              {' · '}
              <span dir="auto">{person}</span>
            </>
          )}
        </h3>
        <blockquote lang={source} dir="auto">
          {row.original.body}
        </blockquote>
        {row.isStale ? (
          <>
            <h3>{m.changedSince}</h3>
            {row.then === undefined ? null : (
              <blockquote lang={source} dir="auto">
                <del>{row.then}</del>
              </blockquote>
            )}
          </>
        ) : null}
        {attempt?.trouble === 'translation' && row.translation ? (
          <>
            <h3>{m.theirs}</h3>
            <blockquote lang={of.language} dir="auto">
              {row.translation.body}
            </blockquote>
          </>
        ) : null}
      </div>
      <div>
        <p>
          <State kind={signs[state]}>{textWords[locale].state[state]}</State>
        </p>
        <Fields visit={visit} of={of} row={row} attempt={attempt} errors={errors} />
      </div>
    </div>
  )
}

function Fields({ visit, of, row, attempt, errors }: OneTextProps) {
  const { locale } = visit
  const m = programmeLanguages[locale]
  const { name, kind, translation, original } = row
  const [body, read] = [bodyField(name), readField(name)]
  const typed = { [body]: attempt?.body ?? translation?.body ?? '' }
  const person = personOf(row, of, locale)
  const label = [labelOf(row, locale), ...(person === null ? [] : [person]), languageName(locale, of.language)]
  const field = {
    ...bindFields(parts[locale], typed, errors)(body),
    label: label.join(' – '),
    // Nothing has to be written where nothing is; what is there is not taken away here.
    optional: translation === undefined,
  }
  const isLong = kind === 'method' || kind === 'about'
  const hasLines = [original.body, translation?.body, attempt?.body].some(text => text && /\n|.{45}/.test(text))
  const toRead = translation !== undefined && (row.isStale || translation.state !== 'reviewed')
  return (
    <>
      <input type="hidden" name={seenField(name)} value={seenOf(row)} />
      {isLong || hasLines ? (
        <TextareaField {...field} rows={isLong ? 6 : 3} {...(isLong ? { most: longestOf[kind] } : {})} />
      ) : (
        <TextField {...field} />
      )}
      {toRead ? (
        // The kit's one box to tick by itself.
        <ConsentField
          t={parts[locale]}
          name={read}
          text={{ text: (row.isStale ? m.stillFits : m.readOver)(labelOf(row, locale)), language: locale }}
          pageLanguage={locale}
          checked={attempt?.isRead === true}
          optional
        />
      ) : null}
    </>
  )
}
