import { sql } from 'kysely'
import { findSeminarToRegisterFor, seminarWords } from '#convene/registration/store/seminar.ts'
import type { Tx } from '#ground/database/actor.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'

export type Organiser = { shortName: string | null; name: MultilingualText | undefined }

/** What a letter says of its seminar. Null when the actor sees no such seminar. */
export async function seminarOnPaper(tx: Tx, seminarId: string) {
  const seminar = await findSeminarToRegisterFor(tx, { id: seminarId })
  if (!seminar) return null
  const rows = await tx
    .selectFrom('seminar_organisation as s')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .select(['o.id', 'o.short_name as shortName'])
    .where('s.seminar_id', '=', seminarId)
    .where('s.role', '=', 'organiser')
    .orderBy('s.position')
    .execute()
  const texts = await textsOf(tx, [seminarId, ...rows.map(row => row.id)])
  const { rows: installations } = await sql<{ demonstration: boolean }>`
    select demonstration from perenne.installation`.execute(tx)
  const of = texts.get(seminarId)
  return {
    seminar,
    words: await seminarWords(tx, seminarId),
    subtitle: of?.subtitle,
    organisers: rows.map((row): Organiser => ({ shortName: row.shortName, name: texts.get(row.id)?.name })),
    /** Whether what is shown is invented, here or in the whole installation. */
    demonstration: of?.demonstration !== undefined || installations[0]?.demonstration === true,
  }
}
export type SeminarOnPaper = NonNullable<Awaited<ReturnType<typeof seminarOnPaper>>>
