import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, bindFields, DateField, ErrorSummary } from '#ground/web/parts/form.tsx'
import { memoryTime } from '#remember/messages/memory-time.ts'
import { addressIn, type Memory } from '#remember/pages/memory.ts'

type CompareProps = { visit: Visit; memory: Memory; from?: string; to?: string; error?: string }

/** Which two days are compared. Asks by GET: the answer has an address. */
export function CompareForm({ visit, memory, from, to, error }: CompareProps) {
  const { locale, url } = visit
  const t = parts[locale]
  const m = memoryTime[locale]
  const typed = {
    from: from ?? url.searchParams.get('from') ?? '',
    to: to ?? url.searchParams.get('to') ?? memory.day.toString(),
  }
  const field = bindFields(t, typed, error ? { from: error } : {})
  return (
    <form class="form" method="get" action={addressIn(visit, { ...memory, knownOn: null }, '/differences')} novalidate>
      {error ? <ErrorSummary t={t} errors={{ from: error }} /> : null}
      {memory.knownOn ? <input type="hidden" name="on" value={memory.knownOn.toString()} /> : null}
      <DateField {...field('from')} label={m.from} />
      <DateField {...field('to')} label={m.to} />
      <Buttons>
        <Button kind="secondary">{m.compare}</Button>
      </Buttons>
    </form>
  )
}

/** As of which day everything is read. */
export function DayForm({ visit, memory }: { visit: Visit; memory: Memory }) {
  const { locale } = visit
  const m = memoryTime[locale]
  const field = bindFields(parts[locale], { on: memory.knownOn?.toString() ?? '' })
  return (
    <form class="form" method="get" action={addressIn(visit, { ...memory, knownOn: null })} novalidate>
      <DateField {...field('on')} label={m.day} hint={m.dayHint} />
      <Buttons>
        <Button kind="secondary">{m.read}</Button>
      </Buttons>
    </form>
  )
}
