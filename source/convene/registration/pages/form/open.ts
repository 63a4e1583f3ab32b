import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { notFound } from '#ground/web/refusal.ts'
import { admissionOf } from '../../store/admission.ts'
import { quotaNames, readQuotas } from '../../store/hall-view.ts'
import { currentQuestions } from '../../store/questions.ts'
import { findSeminarToRegisterFor, seminarWords, spokenLanguages } from '../../store/seminar.ts'

/**
 * A public seminar and all that its form asks and says.
 *
 * @throws Refusal `not-found` when there is no public seminar at this address
 */
export async function openForm(visit: Visit) {
  return asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    if (seminar === null) throw notFound()
    return {
      seminar,
      words: await seminarWords(tx, seminar.id),
      admission: await admissionOf(tx, seminar.id),
      quotas: await readQuotas(tx, seminar.id),
      quotaNames: await quotaNames(tx, seminar.id),
      questions: await currentQuestions(tx, seminar.id),
      languages: await spokenLanguages(tx, seminar.id),
    }
  })
}
export type OpenForm = Awaited<ReturnType<typeof openForm>>

/** The day, in words of the calendar, after which something is erased. */
export const dayAfter = (seminar: { heldOn: string }, days: number): Temporal.PlainDate =>
  Temporal.PlainDate.from(seminar.heldOn).add({ days })
