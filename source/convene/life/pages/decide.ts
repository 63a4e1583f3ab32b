import type { LifeStep } from '#convene/seminar/rules/life.ts'
import type { Visit } from '#ground/house.ts'
import { announceSeminar } from '../acts/announce-seminar.ts'
import { cancelSeminar } from '../acts/cancel-seminar.ts'
import { closeRegistration } from '../acts/close-registration.ts'
import { holdAgain } from '../acts/hold-again.ts'
import { openRegistration } from '../acts/open-registration.ts'
import { postponeSeminar } from '../acts/postpone-seminar.ts'
import { setNewDay } from '../acts/set-new-day.ts'
import type { StepOptions } from '../acts/take-step.ts'
import { withdrawSeminar } from '../acts/withdraw-seminar.ts'
import type { StepFields } from './step-fields.ts'

/** Takes a step with what was typed for it. */
export function decide(
  { house, actor }: Visit,
  slug: string,
  step: LifeStep,
  { reason, newDay, closes }: StepFields,
  options: StepOptions,
) {
  switch (step) {
    case 'announce':
      return announceSeminar(house, actor, slug, options)
    case 'withdraw':
      return withdrawSeminar(house, actor, slug, options)
    case 'open':
      return openRegistration(house, actor, slug, { closes }, options)
    case 'close':
      return closeRegistration(house, actor, slug, options)
    case 'postpone':
      return postponeSeminar(house, actor, slug, { reason }, options)
    case 'move':
      if (newDay === null) throw new Error('a move without its day')
      return postponeSeminar(house, actor, slug, { reason, newDay }, options)
    case 'new-day':
      if (newDay === null) throw new Error('a new day without its day')
      return setNewDay(house, actor, slug, { newDay, reason }, options)
    case 'hold-again':
      return holdAgain(house, actor, slug, reason, options)
    case 'cancel':
      return cancelSeminar(house, actor, slug, reason, options)
  }
}
