import { z } from 'zod'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, inWords, readForm, type Typed, textOf } from '#ground/web/form.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { memoryChecks } from '#remember/messages/memory-checks.ts'
import { addressIn } from '#remember/pages/memory.ts'
import { saveRule, setFindingAside, takeFindingUp } from '../acts/tend-checks.ts'
import { mostOf, thresholdOf } from '../rules/checks.ts'
import { checkOf, checkPage } from './check.tsx'

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** POST /:l/territories/:slug/checks/:code: the threshold of a rule, and whether it runs here. */
export async function sendRule(visit: Visit): Promise<Response> {
  const { memory, code, typed, once, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const usual = thresholdOf(code)
  const most = usual ? mostOf[usual.unit] : 0
  const text = textOf(typed, 'threshold').trim()
  const threshold = /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : null
  if (usual && threshold === null) {
    return checkPage(visit, memory, code, { form: 'rule', typed, errors: { threshold: words.errors.threshold } })
  }
  const off = [typed['off[]'] ?? []].flat().includes('yes')
  await saveRule(visit.house, visit.actor, memory.id, code, { off, threshold }, { key: once, location })
  return redirect(visit, location, { tone: 'done', text: words.saved })
}

/** POST …/checks/:code/aside: sets a remark aside, with a reason, until a day or for good. */
export async function sendAside(visit: Visit): Promise<Response> {
  const { memory, code, typed, once, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const today = visit.house.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const schema = z.object({
    record: z.string().regex(uuid, 'gone'),
    reason: z.string().trim().min(1, 'reason').max(1000, 'reason'),
    until: z
      .string()
      .trim()
      .default('')
      .refine(text => text === '' || isAfter(text, today), 'until')
      .transform(text => text || null),
  })
  const checked = check(schema, typed)
  const again = (errors: Record<string, string>) =>
    checkPage(visit, memory, code, { form: 'aside', typed, errors: inWords(words.errors, errors) })
  if (!checked.ok) return again(checked.errors)
  const done = await setFindingAside(
    visit.house,
    visit.actor,
    memory.id,
    { code, ...checked.value, day: memory.day.toString() },
    { key: once, location },
  )
  if (!done) return redirect(visit, location, { tone: 'note', text: words.errors.gone })
  return redirect(visit, location, { tone: 'done', text: words.isAside })
}

/** POST …/checks/:code/taken-up: a remark that was set aside stands again. */
export async function sendTakenUp(visit: Visit): Promise<Response> {
  const { memory, code, typed, once, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const record = textOf(typed, 'record')
  if (!uuid.test(record)) throw new Refusal('unprocessable')
  await takeFindingUp(visit.house, visit.actor, memory.id, { code, record }, { key: once, location })
  return redirect(visit, location, { tone: 'done', text: words.isTakenUp })
}

/** What the three forms have in common. @throws Refusal `forbidden` for those inside who do not edit */
async function received(visit: Visit) {
  const { memory, code } = await checkOf(visit)
  if (!memory.edits) throw new Refusal('forbidden')
  const { typed, once }: { typed: Typed; once: string | null } = await readForm(visit.request)
  return {
    memory,
    code,
    typed,
    once,
    led: await alreadySent(visit.house, once),
    words: memoryChecks[visit.locale],
    location: addressIn(visit, memory, `/checks/${code}`),
  }
}

function isAfter(text: string, today: Temporal.PlainDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.compare(Temporal.PlainDate.from(text), today) > 0
  } catch {
    return false
  }
}
