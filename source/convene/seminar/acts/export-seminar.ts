import { type Actor, asOfOneMoment } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { publicAddress } from '#ground/web/answer.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { writeSeminarFile } from '../rules/write-seminar-file.ts'
import { mayEditSeminar } from '../store/save-seminar.ts'
import { seminarAsFile } from '../store/seminar-as-file.ts'

/**
 * A seminar as the file that an import would read back without changing anything: everything of one moment.
 *
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export async function exportSeminar(
  house: House,
  who: Actor,
  slug: string,
): Promise<{ file: SeminarFile; text: string }> {
  return asOfOneMoment(house.db, who, async tx => {
    const found = await seminarAsFile(tx, slug)
    if (!found) throw notFound()
    if (!(await mayEditSeminar(tx, found.id))) throw forbidden()
    const schema = publicAddress(house, '/schemas/seminar.schema.json')
    return { file: found.file, text: writeSeminarFile(found.file, { schema }) }
  })
}
