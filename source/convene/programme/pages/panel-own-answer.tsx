import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { cityOf, momentAt } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, RadiosField } from '#ground/web/parts/form.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import type { OwnPanel } from '../acts/panel-own.ts'
import { slotTitle } from '../acts/panel-words.ts'

export const seatField = (id: string) => `seat.${id}`

type Props = {
  visit: Visit
  panel: OwnPanel
  filled: { typed: Typed; errors: FieldErrors; once: string | null } | undefined
}

/** Yes or no, for each seat that somebody was asked to take. */
export function AnswerForm({ visit, panel, filled }: Props) {
  const { house, locale } = visit
  const m = panelOwn[locale].answer
  const t = parts[locale]
  const { seats } = panel.own
  const given = Object.fromEntries(
    seats.flatMap(({ id, state }) => (state === 'invited' ? [] : [[seatField(id), state]])),
  )
  const bind = bindFields(t, filled?.typed ?? given, filled?.errors)
  const slotOf = (slotId: string) => panel.slots.find(({ id }) => id === slotId)
  // In the order in which the slots stand above.
  const inOrder = panel.slots.flatMap(slot => seats.filter(({ slotId }) => slotId === slot.id))
  return (
    <section class="card">
      <h2>{m.title}</h2>
      <Form
        t={t}
        action={`/${locale}/panel/${visit.param('token')}`}
        once={filled?.once ?? newOnceKey(house.keys)}
        errors={filled?.errors}
        short
      >
        {inOrder.map(({ id, slotId }) => {
          const slot = slotOf(slotId)
          return (
            <RadiosField
              {...bind(seatField(id))}
              label={seats.length === 1 || !slot ? m.question : m.questionFor(slotTitle(slot, locale))}
              choices={[
                { value: 'confirmed', label: m.yes },
                { value: 'declined', label: m.no },
              ]}
            />
          )
        })}
        <Buttons>
          <Button>{m.button}</Button>
        </Buttons>
      </Form>
      <p class="small">
        {m.until(momentAt(panel.seminar, locale, panel.seminar.startsAt), cityOf(panel.seminar, locale))}
      </p>
    </section>
  )
}
