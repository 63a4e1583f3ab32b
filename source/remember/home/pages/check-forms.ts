import { z } from 'zod'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { check, type FieldErrors, inWords, readForm, textOf } from '#ground/web/form.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { dayOf } from '#remember/acts/edtf-in-words.ts'
import { aboutWords } from '#remember/messages/about.ts'
import { memoryChecks } from '#remember/messages/memory-checks.ts'
import { addressIn } from '#remember/pages/memory.ts'
import { stalePage } from '#remember/pages/writing.tsx'
import { fieldsTyped } from '#remember/rules/typed.ts'
import { ruleFields, saveRule, setFindingAside, takeFindingUp } from '../acts/tend-checks.ts'
import { leastOf, mostOf, thresholdOf } from '../rules/checks.ts'
import { checkOf, checkPage } from './check.tsx'

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** POST /:l/territories/:slug/checks/:code: the threshold of a rule, and whether it runs here. */
export async function sendRule(visit: Visit): Promise<Response> {
  const { memory, code, fields, sent, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const usual = thresholdOf(code)
  const most = usual ? mostOf[usual.unit] : 0
  const text = (fields.threshold ?? '').trim()
  const least = usual ? leastOf[usual.unit] : 0
  const threshold = /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null
  const off = fields.off === 'yes'
  const again = (errors: FieldErrors) =>
    checkPage(visit, memory, code, {
      form: 'rule',
      typed: { threshold: text, 'off[]': off ? ['yes'] : [] },
      errors,
      version: sent.version,
    })
  if (usual && threshold === null) return again({ threshold: words.errors.threshold })
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const wish = { off, threshold, version: sent.version }
  const done = await saveRule(visit.house, visit.actor, memory.id, code, wish, { key: sent.once, location })
  if (done.result === 'saved') return redirect(visit, location, { tone: 'done', text: words.saved })
  return stalePage(visit, memory, {
    title: words.rules[code].name,
    section: null,
    above: [{ label: words.title, path: '/checks' }],
    labels: { threshold: usual ? words.threshold[usual.unit] : '', off: words.offChoice },
    now: done.now,
    typed: ruleFields({ off, threshold }),
    version: done.version,
    once: sent.once ?? newOnceKey(visit.house.keys),
    inWords: (name, value) => (name === 'off' ? aboutWords[visit.locale][value === 'yes' ? 'yes' : 'no'] : value),
  })
}

/** POST …/checks/:code/aside: sets a remark aside, with a reason, until a day or for good. */
export async function sendAside(visit: Visit): Promise<Response> {
  const { memory, code, fields: typed, sent, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const { today } = memory
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
  const again = (errors: FieldErrors) =>
    checkPage(visit, memory, code, {
      form: 'aside',
      typed,
      errors: inWords(words.errors, errors),
      version: sent.version,
    })
  if (!checked.ok) return again(checked.errors)
  if (textOf(sent.typed, '_next') === 'edit') return again({})
  const done = await setFindingAside(
    visit.house,
    visit.actor,
    memory.id,
    { code, ...checked.value, day: memory.day.toString(), version: sent.version },
    { key: sent.once, location },
  )
  if (done.result === 'gone') return redirect(visit, location, { tone: 'note', text: words.errors.gone })
  if (done.result === 'saved') return redirect(visit, location, { tone: 'done', text: words.isAside })
  return stalePage(visit, memory, {
    title: words.rules[code].name,
    section: null,
    above: [{ label: words.title, path: '/checks' }],
    labels: { reason: words.reason, until: words.until },
    now: done.now,
    typed: { ...checked.value, until: checked.value.until ?? '' },
    version: done.version,
    once: sent.once ?? newOnceKey(visit.house.keys),
    long: ['reason'],
    inWords: (name, value) => (name === 'until' && value !== '' ? dayOf(visit.locale, value) : value),
    cancel: `/checks/${code}`,
  })
}

/** POST …/checks/:code/taken-up: a remark that was set aside stands again. */
export async function sendTakenUp(visit: Visit): Promise<Response> {
  const { memory, code, fields, sent, led, words, location } = await received(visit)
  if (led) return redirect(visit, led)
  const record = fields.record ?? ''
  if (!uuid.test(record)) throw new Refusal('unprocessable')
  await takeFindingUp(visit.house, visit.actor, memory.id, { code, record }, { key: sent.once, location })
  return redirect(visit, location, { tone: 'done', text: words.isTakenUp })
}

/** What the three forms have in common. @throws Refusal `forbidden` for those inside who do not edit */
async function received(visit: Visit) {
  const { memory, code } = await checkOf(visit)
  if (!memory.edits) throw new Refusal('forbidden')
  const sent = await readForm(visit.request)
  return {
    memory,
    code,
    sent,
    fields: fieldsTyped(sent.typed),
    led: await alreadySent(visit.house, sent.once),
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
