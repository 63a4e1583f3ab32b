import { ownPage } from '#convene/messages/own.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Card, Note, Paragraphs } from '#ground/web/parts/text.tsx'
import type { Standing as InLine } from '../../store/rank.ts'
import { cityOf, momentAt } from '../words.ts'
import { mayAccept, mayCancel, mayComeUp } from './may.ts'
import { obstacleInWords } from './obstacles.ts'
import type { Opened } from './open.ts'

export type StandingProps = {
  locale: Locale
  opened: Opened
  line: InLine | null
  quotaNames: ReadonlyMap<string, MultilingualText | undefined>
}

/** Where a registration stands, in one sentence. */
export function leadOf({ locale, opened, line }: Pick<StandingProps, 'locale' | 'opened' | 'line'>): string {
  const w = ownPage[locale].lead
  const { state, handedOnTo } = opened.own
  if (state === 'waiting') {
    if (!mayComeUp(opened)) return w.lineEnded
    return line === null || line.rank === 1 ? w.first : w.rank(line.rank)
  }
  // An offer is over at its end, also in the minute before somebody takes it back.
  if (state === 'offered' && !mayAccept(opened)) return w.expired
  return state === 'cancelled' && handedOnTo !== null ? w.handedOn : w[state]
}

/** What that means, and what happens next. */
export function Standing(props: StandingProps) {
  const { locale, opened } = props
  const w = ownPage[locale]
  const { own, seminar } = opened
  return (
    <>
      {seminar.cancelledAt ? <Note tone="warning">{w.seminarCancelled}</Note> : null}
      {own.reason ? (
        <Note title={w.reason}>
          <Paragraphs text={own.reason} />
        </Note>
      ) : null}
      {own.state === 'requested' ? <p>{w.requested.next}</p> : null}
      {own.state === 'waiting' ? <Waiting {...props} /> : null}
    </>
  )
}

/** @param props.here the address of the own page */
export function Offer(props: { locale: Locale; opened: Opened; here: string; once: string }) {
  const { locale, opened, here, once } = props
  const w = ownPage[locale].offer
  const { own, seminar } = opened
  if (own.offeredUntil === null) return null
  return (
    <Card title={w.title}>
      <p>{w.until(momentAt(seminar, locale, own.offeredUntil), cityOf(seminar, locale))}</p>
      <Form t={parts[locale]} action={`${here}/accept`} once={once} short>
        <Buttons>
          <Button>{w.accept}</Button>
          {mayCancel(opened) ? <a href={`${here}/cancel`}>{w.decline}</a> : null}
        </Buttons>
      </Form>
    </Card>
  )
}

function Waiting({ locale, opened, line, quotaNames }: StandingProps) {
  const w = ownPage[locale]
  const { seminar, admission } = opened
  const until = momentAt(seminar, locale, admission.promoteUntil)
  const city = cityOf(seminar, locale)
  if (!mayComeUp(opened)) return seminar.cancelledAt ? null : <p>{w.waiting.ended(until, city)}</p>
  return (
    <section class="stack">
      <h2>{w.waiting.title}</h2>
      <p>{w.waiting.means}</p>
      {line !== null && line.obstacles.length > 0 ? (
        <>
          <h3>{w.waiting.full}</h3>
          <ul>
            {line.obstacles.map(obstacle => (
              <li>{obstacleInWords(w, locale, quotaNames, obstacle)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>{admission.promotion === 'direct' ? w.waiting.direct : w.waiting.offer(admission.offerHours)}</p>
      <p>{w.waiting.until(until, city)}</p>
    </section>
  )
}
