import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import { locales } from '#ground/languages/locales.ts'
import type { MultilingualText } from '#ground/languages/text.ts'
import { isOlder } from '../rules/older-texts.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { keyOfPlace, textsOfFile } from '../rules/texts-of-file.ts'
import type { Change } from './reconcile.ts'
import { type SeminarAsFile, seminarAsFile } from './seminar-as-file.ts'

type Mark = { record: string; field: string; language: string; place: string }

/**
 * Brings the translations of a seminar that was saved from a file to what the file says of them: those that it names are out
 * of date, and those that were when it was saved, and that it names no more, were read again. A translation that went out
 * of date with this very file, whose original is another now, is so whatever the file says. A file that says nothing of it
 * leaves all as it is.
 *
 * @param before the seminar before the file was saved; null for a new one
 */
export async function saveOlder(
  tx: Tx,
  file: SeminarFile,
  before: SeminarAsFile | null,
  changes: Change[],
): Promise<void> {
  const { older } = file
  if (older === undefined) return
  const now = await seminarAsFile(tx, file.slug)
  if (!now) return
  const marked: Mark[] = []
  const read: Mark[] = []
  for (const place of textsOfFile(now.file).keys()) {
    const text = now.textAt(keyOfPlace(place))
    const record = now.recordAt.get(keyOfPlace(place))
    const field = now.fieldAt.get(keyOfPlace(place))
    if (!text || record === undefined || field === undefined) continue
    const was = before?.textAt(keyOfPlace(place))
    for (const language of locales) {
      if (language === text.source || !text.bodies[language]) continue
      const mark = { record, field, language, place }
      const isNamed = older[language]?.includes(place) === true
      if (isNamed && !isOlder(text, language)) marked.push(mark)
      if (!isNamed && isOlder(text, language) && was && isOlder(was, language) && isSame(was, text)) read.push(mark)
    }
  }
  // Of an original that nobody knows: no text of the installation is empty.
  await stamp(tx, marked, true)
  await stamp(tx, read, false)
  for (const { language, place } of marked)
    changes.push({ path: `older.${language}`, kind: 'added', before: null, after: place })
  for (const { language, place } of read)
    changes.push({ path: `older.${language}`, kind: 'removed', before: place, after: null })
}

/** Whether the original is the same. */
const isSame = (was: MultilingualText, now: MultilingualText): boolean =>
  was.source === now.source && was.bodies[was.source]?.body === now.bodies[now.source]?.body

async function stamp(tx: Tx, marks: readonly Mark[], older: boolean): Promise<void> {
  if (marks.length === 0) return
  const column = (of: keyof Mark) => sql.val(marks.map(mark => mark[of]))
  await sql`
    update perenne.translation t set state = 'reviewed',
      source_hash = case when ${older} then perenne.text_hash('') else s.body_hash end
    from unnest(${column('record')}::uuid[], ${column('field')}::text[], ${column('language')}::text[])
      as one (record, field, language)
    join perenne.translation s on s.record_id = one.record and s.field = one.field and s.state = 'source'
    where t.record_id = one.record and t.record_table = s.record_table and t.field = one.field
      and t.language = one.language and t.state <> 'source'`.execute(tx)
}
