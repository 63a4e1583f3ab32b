/** What a run came to. */
export type Tally = { passed: number; failed: number; skipped: number; forWantOfFixtures: number }

/** The part of Vitest's JSON report that is read here. */
export type Report = { testResults: { status: string; assertionResults: { status: string; fullName: string }[] }[] }

/**
 * Counts a report. A file that fell over before its first test counts as one failure: otherwise it would count as
 * nothing.
 */
export function tally(report: Report): Tally {
  const counts = { passed: 0, failed: 0, skipped: 0, forWantOfFixtures: 0 }
  for (const file of report.testResults) {
    let failedHere = 0
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') counts.passed++
      else if (status === 'failed') failedHere++
      else {
        counts.skipped++
        if (fullName.includes('[PERENNE_FIXTURES]')) counts.forWantOfFixtures++
      }
    }
    if (file.status === 'failed' && failedHere === 0) failedHere = 1
    counts.failed += failedHere
  }
  return counts
}

/** @param withFixtures whether PERENNE_FIXTURES named a folder */
export function lastLine({ passed, failed, skipped, forWantOfFixtures }: Tally, withFixtures: boolean): string {
  const line = `${passed} passed, ${failed} failed`
  if (!withFixtures && forWantOfFixtures > 0)
    return `${line}, ${skipped} skipped (${forWantOfFixtures} for want of PERENNE_FIXTURES)`
  return skipped > 0 ? `${line}, ${skipped} skipped` : line
}
