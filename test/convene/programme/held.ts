import { afterEach } from 'vitest'
import { house } from '../panel/support.ts'
import { query } from '../seminar/support.ts'

let letGo: (() => void) | undefined
/** Whatever a test of this file leaves held is let go of after it. */
export function lettingGo(): void {
  afterEach(() => letGo?.())
}

/** Begins something, and holds its transaction open until `release` is called. */
export async function held<T>(begin: (hold: () => Promise<void>) => Promise<T>) {
  let release = () => {}
  const gate = new Promise<void>(resolve => {
    release = resolve
  })
  letGo = release
  let begun = () => {}
  const there = new Promise<void>(resolve => {
    begun = resolve
  })
  const done = begin(async () => {
    begun()
    await gate
  })
  await Promise.race([there, done])
  return { release, done }
}

/** Until so many transactions wait for another one. */
export async function untilWaiting(many = 1): Promise<void> {
  for (;;) {
    const [row] = await query<{ n: number }>(
      house,
      'select count(*)::int as n from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
    )
    if ((row?.n ?? 0) >= many) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
