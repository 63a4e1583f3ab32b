import { checkProgramme } from '#convene/programme/rules/checks.ts'
import { publicCodes } from '#convene/programme/rules/findings.ts'
import { readLatestVersion } from '#convene/programme/store/versions.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { json } from '#ground/web/answer.ts'
import { notFound } from '#ground/web/refusal.ts'
import { openToAll } from './open-to-all.ts'

/**
 * GET …/checks: `[{code, slots, severity}]`, what is worth looking at in the released programme of a public seminar, in
 * the order of the timetable; nothing while none was released. The same for everybody: it is read in the public role,
 * whoever asks, and what organisers set aside for themselves is told too.
 *
 * @throws Refusal `not-found`, also for a seminar that is not public
 */
export async function getChecks(visit: Visit): Promise<Response> {
  openToAll(visit)
  const version = await asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    if (!seminar) throw notFound()
    return readLatestVersion(tx, seminar.id)
  })
  const told: readonly string[] = publicCodes
  const found = version ? checkProgramme(version.programme).filter(({ code }) => told.includes(code)) : []
  return json(
    visit,
    found.map(({ code, slots, severity }) => ({ code, slots, severity })),
  )
}
