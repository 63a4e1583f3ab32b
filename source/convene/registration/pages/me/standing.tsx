import { noticeInWords } from '#convene/life/acts/notice-in-words.ts'
import type { Notice } from '#convene/life/store/notices.ts'
import { lifeWords } from '#convene/messages/life.ts'
import { ownPage } from '#convene/messages/own.ts'
import { isStillSo, meaning, rests } from '#convene/seminar/rules/life.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type MultilingualText, show } from '#ground/languages/text.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Card, MultilingualText as InLanguage, Note, Paragraphs } from '#ground/web/parts/text.tsx'
import { cityOf, momentAt } from '../../acts/seminar-in-words.ts'
import type { Standing as InLine } from '../../store/rank.ts'
import { mayAccept, mayCancel, mayComeUp } from './may.ts'
import { obstacleInWords } from './obstacles.ts'
import type { Opened } from './open.ts'

export type StandingProps = {
  locale: Locale
  opened: Opened
  line: InLine | null
  /** What everyone was told last of the seminar. */
  notice: Notice | null
  quotaNames: ReadonlyMap<string, MultilingualText | undefined>
}

/** Where a registration stands, in one sentence. */
export function leadOf({ locale, opened, line }: Pick<StandingProps, 'locale' | 'opened' | 'line'>): string {
  const w = ownPage[locale].lead
  const { state, handedOnTo } = opened.own
  const { life } = opened.admission
  if (rests(life) && (state === 'waiting' || state === 'offered')) {
    const still = lifeWords[locale].own
    if (life === 'cancelled') return state === 'waiting' ? still.lineCancelled : still.heldUntilCancelled
    return state === 'waiting' ? still.line : still.held
  }
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
  const { own } = opened
  return (
    <>
      <Told {...props} />
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

/** What everyone was told of the seminar, as far as it still is so, and what it means for this person. */
function Told({ locale, opened, notice }: StandingProps) {
  const { life } = opened.admission
  const w = lifeWords[locale].own
  const told = notice && isStillSo(notice.kind, life) ? notice : null
  if (told === null) return life === 'cancelled' ? <Note tone="warning">{ownPage[locale].seminarCancelled}</Note> : null
  const said = noticeInWords(told, locale)
  const reason = show(told.reason, locale)
  const next =
    meaning[life].ownPage === 'resting' ? w.postponed : told.kind === 'moved' && mayCancel(opened) ? w.movedAsk : null
  return (
    <Note tone={told.kind === 'held-again' ? 'success' : 'warning'} title={said.title}>
      <p>{said.text}</p>
      {next ? <p>{next}</p> : null}
      {reason ? (
        <>
          <p class="small">{lifeWords[locale].notice.reason}</p>
          <InLanguage t={parts[locale]} locale={locale} shown={reason} />
        </>
      ) : null}
    </Note>
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
  if (!mayComeUp(opened)) return rests(admission.life) ? null : <p>{w.waiting.ended(until, city)}</p>
  return (
    <section class="stack">
      <h2>{w.waiting.title}</h2>
      <p>{w.waiting.means}</p>
      {line !== null && line.obstacles.length > 0 ? (
        <>
          <h3>{w.waiting.full}</h3>
          <ul>
            {line.obstacles.map(obstacle => (
              <li>{obstacleInWords(locale, quotaNames, obstacle)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p>{admission.promotion === 'direct' ? w.waiting.direct : w.waiting.offer(admission.offerHours)}</p>
      <p>{w.waiting.until(until, city)}</p>
    </section>
  )
}
