import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { notOwedUntil } from '../rules/digest-days.ts'
import { type Digest, insideOf, turnFeed, writeDigest } from '../store/digests.ts'

type Sent = { key: string | null; location: string }

/**
 * Writes how somebody wants to be reminded of what is due in a memory, for themself alone.
 *
 * @throws Refusal `not-found` for somebody who does not belong to those inside
 */
export async function saveReminders(
  house: House,
  who: Actor & { kind: 'person' },
  space: string,
  wish: { every: Digest['every']; language: Locale },
  sent: Sent,
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await insideOf(tx, space))) throw notFound()
    await writeDigest(tx, space, who.id, wish, notOwedUntil(house.clock.now()))
    await rememberSent(tx, sent.key, sent.location)
  })
}

/**
 * Makes a calendar address for somebody, the former one of theirs invalid, or makes theirs invalid.
 *
 * @throws Refusal `not-found` for somebody who does not belong to those inside
 */
export async function turnCalendar(
  house: House,
  who: Actor & { kind: 'person' },
  space: string,
  { valid, language }: { valid: boolean; language: Locale },
  sent: Sent,
): Promise<void> {
  await as(house.db, who, async tx => {
    if (!(await insideOf(tx, space))) throw notFound()
    await turnFeed(tx, space, who.id, valid, language)
    await rememberSent(tx, sent.key, sent.location)
  })
}
