import type { Actor } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { RegistrationState } from '../rules/states.ts'
import { type Approved, approveRegistrations } from './approve-registrations.ts'
import { type EndedOne, type Ending, endRegistrations } from './end-registrations.ts'

/** How many pass the gate together: whoever registers meanwhile waits for one such part, never for all of them. */
const atOnce = 200

type Once = { once: string | null; location: string }

/**
 * Approves many registrations in parts, each in a transaction of its own behind the gate: what was done stays done if the
 * machine stops in the middle, and doing it again does the others. The last part remembers the form.
 *
 * @param ids in the order of the line: places are given in the order of the parts
 * @throws Refusal as `inSeminar`
 */
export async function approveTogether(
  house: House,
  actor: Actor,
  slug: string,
  ids: readonly string[],
  remember: Once,
): Promise<Approved[]> {
  const done: Approved[] = []
  for (const { part, isLast } of partsOf(ids))
    done.push(...(await approveRegistrations(house, actor, slug, part, isLast ? remember : undefined)))
  return done
}

/**
 * Refuses or cancels many registrations, in the same parts.
 *
 * @param people who, in the state in which they were seen. Those without a place come first, so that nobody is given a
 *   place in one part who loses it in the next.
 * @throws Refusal as `inSeminar`
 */
export async function endTogether(
  house: House,
  actor: Actor,
  slug: string,
  ending: Ending,
  people: readonly { id: string; state: RegistrationState }[],
  { reason, remember }: { reason: string; remember: Once },
): Promise<EndedOne[]> {
  const was = new Map(people.map(({ id, state }) => [id, state]))
  const done: EndedOne[] = []
  for (const { part, isLast } of partsOf(people.map(({ id }) => id)))
    done.push(
      ...(await endRegistrations(house, actor, slug, ending, part, {
        reason,
        was,
        remember: isLast ? remember : undefined,
      })),
    )
  return done
}

const partsOf = (ids: readonly string[]) =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => {
    const from = index * atOnce
    return { part: ids.slice(from, from + atOnce), isLast: from + atOnce >= ids.length }
  })
