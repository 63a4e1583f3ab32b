/** Fewer than this could point at somebody. */
export const fewest = 5

/**
 * A count as it may be told. Organisers see the people themselves, and every count as it is. An evaluator sees none of
 * them: one to four of them are told as “fewer than five”, null here, since who is alone in a country or a category is soon
 * found out. That keeps people from being recognised at a glance; it is no protection against somebody who compares the
 * figures of two days.
 */
export const told = (count: number, exactly: boolean): number | null =>
  exactly || count === 0 || count >= fewest ? count : null
