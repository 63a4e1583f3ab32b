import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { versionOf } from '#ground/people/acts/save-space.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import type { Fields } from '../../rules/typed.ts'
import { type CheckCode, thresholdOf } from '../rules/checks.ts'
import { find, ruleSettings, thresholdFor } from '../store/find.ts'
import { holdRule, readAside, setAside, takeUp, writeRule } from '../store/rules.ts'

type Sent = { key: string | null; location: string }

export type Tended =
  | { result: 'saved' }
  /** Somebody saved meanwhile: what is there now. Nothing was written. */
  | { result: 'stale'; now: Fields; version: string }

/** How a rule runs here, as its form shows it; its version is that of these fields. */
export const ruleFields = ({ off, threshold }: { off: boolean; threshold: number | null }): Fields => ({
  threshold: String(threshold ?? ''),
  off: off ? 'yes' : '',
})

/**
 * Sets a rule as a memory wants it. The policies answer whether the actor may.
 *
 * @param version what the form was filled from
 */
export async function saveRule(
  house: House,
  who: Actor,
  space: string,
  code: CheckCode,
  wish: { off: boolean; threshold: number | null; version: string | null },
  sent: Sent,
): Promise<Tended> {
  const usual = thresholdOf(code)?.usual ?? null
  return as(house.db, who, async tx => {
    await holdRule(tx, space, code)
    const settings = await ruleSettings(tx, space)
    const now = ruleFields({
      off: settings.get(code)?.off ?? false,
      threshold: thresholdFor(code, settings),
    })
    if (versionOf(now) !== wish.version) return { result: 'stale', now, version: versionOf(now) }
    await writeRule(tx, space, code, { off: wish.off, threshold: wish.threshold === usual ? null : wish.threshold })
    await rememberSent(tx, sent.key, sent.location)
    return { result: 'saved' }
  })
}

/**
 * Sets a remark aside, with its reason, until a day or for good.
 *
 * @returns `gone` when the rule has nothing to say of this record (any more): nothing is written then
 */
export function setFindingAside(
  house: House,
  who: Actor,
  space: string,
  aside: {
    code: CheckCode
    record: string
    reason: string
    until: string | null
    day: string
    /** What the form was filled from: `readAside`. */
    version: string | null
  },
  sent: Sent,
): Promise<Tended | { result: 'gone' }> {
  return as(house.db, who, async tx => {
    const { code, record, reason, until, day } = aside
    await holdRule(tx, space, code)
    const threshold = thresholdFor(code, await ruleSettings(tx, space)) ?? 0
    const found = await find(tx, code, space, day, threshold)
    if (!found.some(({ id }) => id === record)) return { result: 'gone' }
    const now = await readAside(tx, space, code, record)
    if (versionOf(now) !== aside.version) return { result: 'stale', now, version: versionOf(now) }
    await setAside(tx, space, { code, record, reason, until, by: who.kind === 'person' ? who.id : null })
    await rememberSent(tx, sent.key, sent.location)
    return { result: 'saved' }
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
