import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { type CheckCode, thresholdOf } from '../rules/checks.ts'
import { find, ruleSettings, thresholdFor } from '../store/find.ts'
import { setAside, takeUp, writeRule } from '../store/rules.ts'

type Sent = { key: string | null; location: string }

/** Sets a rule as a memory wants it. The policies answer whether the actor may. */
export async function saveRule(
  house: House,
  who: Actor,
  space: string,
  code: CheckCode,
  wish: { off: boolean; threshold: number | null },
  sent: Sent,
): Promise<void> {
  const usual = thresholdOf(code)?.usual ?? null
  await as(house.db, who, async tx => {
    await writeRule(tx, space, code, { off: wish.off, threshold: wish.threshold === usual ? null : wish.threshold })
    await rememberSent(tx, sent.key, sent.location)
  })
}

/**
 * Sets a remark aside, with its reason, until a day or for good.
 *
 * @returns false when the rule has nothing to say of this record (any more): nothing is written then
 */
export function setFindingAside(
  house: House,
  who: Actor,
  space: string,
  aside: { code: CheckCode; record: string; reason: string; until: string | null; day: string },
  sent: Sent,
): Promise<boolean> {
  return as(house.db, who, async tx => {
    const { code, record, reason, until, day } = aside
    const threshold = thresholdFor(code, await ruleSettings(tx, space)) ?? 0
    const found = await find(tx, code, space, day, threshold)
    if (!found.some(({ id }) => id === record)) return false
    await setAside(tx, space, { code, record, reason, until, by: who.kind === 'person' ? who.id : null })
    await rememberSent(tx, sent.key, sent.location)
    return true
  })
}

/** Takes a remark up again. One that is not set aside stays as it is. */
export async function takeFindingUp(
  house: House,
  who: Actor,
  space: string,
  { code, record }: { code: CheckCode; record: string },
  sent: Sent,
): Promise<void> {
  await as(house.db, who, async tx => {
    await takeUp(tx, space, code, record)
    await rememberSent(tx, sent.key, sent.location)
  })
}
