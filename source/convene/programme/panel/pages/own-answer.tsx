import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { cityOf, momentAt } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { bindFields, RadiosField } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import type { OwnPanel } from '../acts/own.ts'
import { slotTitle } from '../acts/words.ts'
import { type SeatAnswer, seatAnswers } from '../rules/panel.ts'
import type { OwnRole, OwnSeat } from '../store/own.ts'
import { regionNames } from './regions.ts'

const prefix = 'answer.'
export const answerField = (id: string) => `${prefix}${id}`

/** The answers in a form, by the id of the part; also of one that is not theirs any more. */
export const answersIn = (typed: Typed): Map<string, SeatAnswer> =>
  new Map(
    Object.keys(typed).flatMap(name => {
      const answer = name.startsWith(prefix) ? seatAnswers.find(one => one === textOf(typed, name)) : undefined
      return answer === undefined ? [] : [[name.slice(prefix.length), answer] as const]
    }),
  )

/** What they were asked for: seats, and what else they do. */
export const askedParts = ({ own }: OwnPanel): (OwnSeat | OwnRole)[] =>
  [...own.seats, ...own.roles].filter(({ state }) => state !== 'open')

/** The answers as they stand, as the form sends them. */
export const answersNow = (panel: OwnPanel): Record<string, string> =>
  Object.fromEntries(
    askedParts(panel).flatMap(({ id, state }) => (state === 'invited' ? [] : [[answerField(id), state]])),
  )

/** Yes or no, for each part for which somebody was asked. Whoever does not know yet chooses none, and may come back. */
export function AnswerFields({ visit, panel, typed }: { visit: Visit; panel: OwnPanel; typed: Typed }) {
  const { locale } = visit
  const m = panelOwn[locale]
  const asked = askedParts(panel)
  if (asked.length === 0) return null
  if (panel.window !== 'open') return <Note tone="warning">{m.answer.closed[panel.window]}</Note>
  const bind = bindFields(parts[locale], typed)
  return (
    <section class="stack">
      <h2>{m.answer.title}</h2>
      {/* In the order in which the slots stand above. */}
      {panel.slots.flatMap(slot =>
        asked
          .filter(({ slotId }) => slotId === slot.id)
          .map(part => (
            <RadiosField
              {...bind(answerField(part.id))}
              label={asked.length === 1 ? m.answer.question : m.answer.questionFor(slotTitle(slot, locale))}
              hint={
                asked.length === 1
                  ? undefined
                  : 'role' in part
                    ? m.as[part.role]
                    : m.as.seat(parts[locale].text.regions[regionNames[part.region]])
              }
              choices={[
                { value: 'confirmed', label: m.answer.yes },
                { value: 'declined', label: m.answer.no },
              ]}
              optional
            />
          )),
      )}
      <p class="small">{m.answer.until(momentAt(panel.seminar, locale, panel.until), cityOf(panel.seminar, locale))}</p>
    </section>
  )
}
