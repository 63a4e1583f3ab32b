/** How long a second factor that was shown lets its holder change how they sign in. */
export const freshMinutes = 15

/** Whether it was shown lately enough, by the real clock. */
export function isFresh(secondFactorAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return secondFactorAt !== null && secondFactorAt.until(now).total('minutes') < freshMinutes
}
