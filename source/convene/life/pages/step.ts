import { lifeWords } from '#convene/messages/life.ts'
import { lifeDesk } from '#convene/messages/life-desk.ts'
import { canStep, type LifeStep, lifeSteps } from '#convene/seminar/rules/life.ts'
import type { Visit } from '#ground/house.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { decide } from './decide.ts'
import { lifeAddress, type OfficeSeminar, officeSeminar } from './office-seminar.ts'
import { previewPage } from './preview.tsx'
import { firstFields, readStep, tells } from './step-fields.ts'
import { fieldOf, stepPage } from './step-page.tsx'

const stepOf = (visit: Visit): LifeStep => {
  const step = lifeSteps.find(one => one === visit.param('step'))
  if (step === undefined) throw notFound()
  return step
}

/** GET /:l/desk/seminars/:slug/life/:step: what it means, and what it asks for. */
export async function showStep(visit: Visit): Promise<Response> {
  const step = stepOf(visit)
  const seminar = await officeSeminar(visit)
  if (!canStep(step, seminar.life)) return notNow(visit, seminar)
  const typed = firstFields(step, seminar)
  return stepPage(visit, seminar, step, {
    typed,
    errors: {},
    once: newOnceKey(visit.house.keys),
    version: seminar.version,
  })
}

/** POST: what people will read, and then, once somebody is sure, the step itself. */
export async function sendStep(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const step = stepOf(visit)
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = lifeDesk[locale]
  if (!canStep(step, seminar.life)) return notNow(visit, seminar)
  const once = sent.once !== null && house.keys.verify('once', sent.once) !== null ? sent.once : newOnceKey(house.keys)
  // Who decides after somebody else has, or does not say what they saw, is shown how it stands now, and decides again.
  if (sent.version !== seminar.version)
    return redirect(visit, lifeAddress(visit, seminar), { tone: 'problem', text: m.meanwhile })
  const filled = { typed: sent.typed, errors: {}, once, version: seminar.version }
  if (textOf(sent.typed, '_next') === 'edit') return stepPage(visit, seminar, step, filled)
  const read = readStep(step, seminar, sent.typed)
  if (!read.ok) return stepPage(visit, seminar, step, { ...filled, errors: read.errors })
  if (tells(step) && textOf(sent.typed, 'sure') !== 'yes') return previewPage(visit, seminar, step, read.value, filled)
  const here = lifeAddress(visit, seminar)
  const taken = await decide(visit, seminar.slug, step, read.value, {
    seen: sent.version,
    remember: { once, location: here },
  })
  switch (taken.outcome) {
    case 'done': {
      const told = !tells(step) ? [] : [taken.told === 0 ? m.toldNobody : m.wasTold(taken.told)]
      return redirect(visit, here, { tone: 'done', text: [m.steps[step].done, ...told].join(' ') })
    }
    case 'not-possible':
      return redirect(visit, here, { tone: 'problem', text: m.notPossible(lifeWords[locale].lives[taken.life]) })
    case 'meanwhile':
      return redirect(visit, here, { tone: 'problem', text: m.meanwhile })
    case 'registered':
      return redirect(visit, here, { tone: 'problem', text: m.registered })
    case 'no-title':
      return redirect(visit, here, { tone: 'problem', text: m.noTitle })
    case 'day-past':
      return redirect(visit, here, { tone: 'problem', text: m.errors['held-day-past'] })
    case 'invalid':
      return stepPage(visit, seminar, step, { ...filled, errors: { [fieldOf[taken.problem]]: taken.problem } })
    default:
      return stepPage(visit, seminar, step, { ...filled, errors: { 'closes-day': taken.outcome } })
  }
}

function notNow(visit: Visit, seminar: OfficeSeminar): Response {
  const state = lifeWords[visit.locale].lives[seminar.life]
  return redirect(visit, lifeAddress(visit, seminar), {
    tone: 'problem',
    text: lifeDesk[visit.locale].notPossible(state),
  })
}
