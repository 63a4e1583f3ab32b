import type { Child } from 'hono/jsx'
import { longDate } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type Shown, show } from '#ground/languages/text.ts'
import { lastDay } from '#ground/people/rules/last-day.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { asksFor, FieldError, fieldId } from '#ground/web/parts/field.tsx'
import { MultilingualText, Note } from '#ground/web/parts/text.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { joiningWords } from '../../messages/joining.ts'
import { memoryWords } from '../../messages/memory.ts'
import { relationsWords } from '../../messages/relations.ts'
import { SaidOf } from '../../pages/record-name.tsx'
import type { Fields } from '../../rules/typed.ts'
import {
  asOne,
  type Both,
  canBeBoth,
  differing,
  type JoinedField,
  joinedFields,
  type Side,
  sides,
} from '../rules/join.ts'
import { type Moving, movingKinds, type ShownTo } from '../store/both.ts'
import { Named } from './parts.tsx'

// The page on which two relationships are joined, part by part.

/** What its parts are given: what both say, what they are called, and what tells them apart where they are called alike, or ''. */
export type Told = {
  locale: Locale
  both: Both
  names: Readonly<Record<Side, Shown | null>>
  apart: Readonly<Record<Side, string>>
}

/** What both say and not alike: the one, the other, or both texts. None is chosen beforehand, as after a stale save. */
export function Differences(props: Told & { typed: Fields; errors: FieldErrors }) {
  const { locale, both } = props
  const words = joiningWords[locale]
  const fields = differing(both)
  return (
    <section class="stack">
      <h2>{words.differ}</h2>
      <p>{fields.length === 0 ? words.agreeing : words.differHint}</p>
      {fields.map(field => (
        <Difference {...props} field={field} />
      ))}
    </section>
  )
}

function Difference(props: Told & { field: JoinedField; typed: Fields; errors: FieldErrors }) {
  const { locale, both, names, apart, field, typed, errors } = props
  const t = parts[locale]
  const words = joiningWords[locale]
  const name = `choose-${field}`
  const error = errors[name]
  asksFor(name, words.fields[field])
  // The summary of errors leads to the first answer.
  const idOf = (choice: string) => (choice === 'one' ? fieldId(name) : `${fieldId(name)}-${choice}`)
  const pick = (choice: string) => (
    <input
      type="radio"
      id={idOf(choice)}
      name={name}
      value={choice}
      checked={typed[name] === choice}
      required
      aria-describedby={[error ? `${fieldId(name)}-error` : '', choice === 'both' ? '' : `${idOf(choice)}-text`]
        .filter(Boolean)
        .join(' ')}
    />
  )
  return (
    <fieldset class="versions">
      <legend>{words.fields[field]}</legend>
      <FieldError t={t} name={name} error={error} />
      <div class="sides">
        {sides.map(side => (
          <div class="side">
            <div class="choice">
              {pick(side)}
              <label for={idOf(side)}>
                <Named locale={locale} name={names[side]} otherwise={relationsWords[locale].nameless} />
                {apart[side]}
              </label>
            </div>
            <div id={`${idOf(side)}-text`}>
              <Said locale={locale} both={both} side={side} field={field} />
            </div>
          </div>
        ))}
      </div>
      {canBeBoth(field, both) ? (
        <div class="choice">
          {pick('both')}
          <label for={idOf('both')}>{words.both}</label>
        </div>
      ) : null}
    </fieldset>
  )
}

function Said({ locale, both, side, field }: { locale: Locale; both: Both; side: Side; field: JoinedField }): Child {
  const said = both[side]
  if (field === 'kind') return <p>{relationsWords[locale].kinds[said.kind]}</p>
  if (field === 'during') return <p>{edtfInWords(locale, said.during)}</p>
  const shown = show(said.texts[field], locale)
  return shown ? <MultilingualText t={parts[locale]} locale={locale} shown={shown} /> : null
}

/** What stands without anybody choosing: what both say alike, or only one of them. */
export function Standing({ locale, both, names, apart }: Told) {
  const words = joiningWords[locale]
  const open = new Set(differing(both))
  const { said } = asOne(both, 'one', {})
  const fields = joinedFields.filter(
    field => !open.has(field) && (field === 'kind' || field === 'during' || said.texts[field]),
  )
  if (fields.length === 0) return null
  const from = (field: JoinedField) => {
    if (field === 'kind' || field === 'during') return words.inBoth
    const alone = sides.find(side => !both[side === 'one' ? 'other' : 'one'].texts[field])
    if (!alone) return words.inBoth
    const name = names[alone]
    const say = (name: string) => words.onlyIn(`${name}${apart[alone]}`)
    return name ? <SaidOf locale={locale} say={say} name={name} /> : say(relationsWords[locale].nameless)
  }
  // What fits in a line is told; of a longer text, that it is there.
  const short = (field: JoinedField): Child => {
    if (field === 'kind') return words.labelled('', relationsWords[locale].kinds[said.kind])
    if (field === 'during') return words.labelled('', edtfInWords(locale, said.during))
    const shown = field === 'name' ? show(said.texts.name, locale) : null
    return shown ? (
      <>
        {words.labelled('', '')}
        <Named locale={locale} name={shown} otherwise="" />
      </>
    ) : null
  }
  return (
    <section class="stack">
      <h2>{words.asItIs}</h2>
      <ul class="bulleted">
        {fields.map(field => (
          <li>
            {words.fields[field]}
            {short(field)} <span class="small">– {from(field)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What hangs on each, counted. */
export function Moves(props: { locale: Locale; names: readonly [string, string]; moving: Record<Side, Moving> }) {
  const { locale, names, moving } = props
  const words = joiningWords[locale]
  const kinds = movingKinds.filter(kind => moving.one[kind] + moving.other[kind] > 0)
  if (kinds.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.moves}</h2>
      <p>{words.movesText}</p>
      <div class="table">
        <table>
          <caption>
            <span class="hidden-text">{words.moves}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              {names.map(name => (
                <th scope="col" class="number">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map(kind => (
              <tr>
                <th scope="row">{words.moving[kind]}</th>
                {sides.map((side, index) => (
                  <td class="number" data-label={names[index]}>
                    <div>{moving[side][kind]}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Who sees the joined one: the stricter circle of both, and what everybody reads no longer. */
export function Circles({ locale, both, names, apart }: Told) {
  const words = joiningWords[locale]
  const circles = memoryWords[locale].circles
  const then = Math.min(both.one.visibility, both.other.visibility) as 0 | 1 | 2
  const closes = sides.filter(side => both[side].visibility === 2 && then !== 2)
  return (
    <section class="stack">
      <h2>{words.circles}</h2>
      <p>
        {(both.one.visibility === both.other.visibility ? words.circleSame : words.circleStricter)(circles[then])}{' '}
        {words.partsStricter}
      </p>
      {closes.map(side => {
        const name = names[side]
        const say = (name: string) => words.noLongerPublic(`${name}${apart[side]}`)
        return (
          <Note tone="warning">
            <p>{name ? <SaidOf locale={locale} say={say} name={name} /> : say(relationsWords[locale].nameless)}</p>
          </Note>
        )
      })}
    </section>
  )
}

type SharesProps = { locale: Locale; shares: readonly ShownTo[]; people: ReadonlyMap<string, string> }

/** Who is shown the one and not the other, and will be shown neither; who is shown both, until the earlier day. */
export function SharesThatEnd({ locale, shares, people }: SharesProps) {
  const words = joiningWords[locale]
  const persons = [...new Set(shares.map(share => share.person))].map(person => {
    const own = shares.filter(share => share.person === person)
    const both = new Set(own.map(share => share.record)).size > 1
    const ends = own.map(share => share.endsAt).sort(Temporal.Instant.compare)
    const [first, last] = [ends[0], ends.at(-1)]
    const shorter = both && first && last && !first.equals(last) ? first : null
    return { name: people.get(own.find(share => share.named)?.named ?? '') || words.unnamed, both, shorter }
  })
  const told = persons.filter(({ both, shorter }) => !both || shorter !== null)
  if (told.length === 0) return null
  return (
    <Note tone="warning">
      <p>{words.sharesEnd}</p>
      <ul class="bulleted">
        {told.map(({ name, shorter }) => (
          <li>
            <bdi>{name}</bdi>
            {shorter ? `, ${words.sharesShorter(longDate(locale, lastDay(shorter)))}` : null}
          </li>
        ))}
      </ul>
    </Note>
  )
}
