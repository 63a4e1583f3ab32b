/** Why something was put back: told by the program, and by the person in their own words. */
export type PutBackReason = { moment: Temporal.Instant; own: string }

const said = /^put back as of (\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)(?:: (.+))?$/s

/** How a version that was put back keeps its reason: of no reader's language, so that each can be told it in theirs. */
export const keptReason = ({ moment, own }: PutBackReason): string =>
  [`put back as of ${moment.round('second').toString()}`, own].filter(part => part !== '').join(': ')

/** What `keptReason` kept; null for any other reason. */
export function putBackReason(reason: string): PutBackReason | null {
  const [, moment, own = ''] = said.exec(reason) ?? []
  if (moment === undefined) return null
  try {
    return { moment: Temporal.Instant.from(moment), own }
  } catch {
    // Somebody wrote a day that is none.
    return null
  }
}
