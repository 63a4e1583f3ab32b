import { sql } from 'kysely'
import type { Tx } from '#ground/database/actor.ts'
import type { Visibility } from '#ground/database/tables.ts'
import type { Fields } from '../../rules/typed.ts'
import { aboutOf, aboutValue } from '../../store/about.ts'
import { formRow } from '../../store/form-row.ts'
import { textFields, writeTextFields } from '../../store/form-texts.ts'

/** A document as its form shows it; `lock` when it is about to be written. */
export async function readDocumentFields(tx: Tx, space: string, id: string, lock = false): Promise<Fields | null> {
  const row = await formRow(tx, 'memory_document', { space, parent: null, id }, { lock })
  if (!row) return null
  const about = (await aboutOf(tx, 'memory_document', [id])).get(id) ?? []
  return {
    ...(await textFields(tx, id, ['title'])),
    category: row.category,
    language: row.language ?? '',
    during: row.during ?? '',
    licence: row.licence ?? '',
    keepUntil: row.keep_until ?? '',
    legalHold: row.legal_hold ? 'yes' : '',
    visibility: String(row.visibility),
    about: about.map(aboutValue).sort().join(' '),
  }
}

export type DocumentToWrite = {
  category: string
  language: string | null
  during: string | null
  licence: string | null
  keepUntil: string | null
  legalHold: boolean
  visibility: Visibility
}

const columnsOf = ({ keepUntil, legalHold, ...rest }: DocumentToWrite) => ({
  ...rest,
  keep_until: keepUntil,
  legal_hold: legalHold,
})

export async function addDocument(tx: Tx, space: string, id: string, given: DocumentToWrite): Promise<void> {
  await tx
    .insertInto('memory_document')
    .values({ id, space_id: space, ...columnsOf(given) })
    .execute()
}

export async function changeDocument(tx: Tx, id: string, given: DocumentToWrite): Promise<void> {
  await tx.updateTable('memory_document').set(columnsOf(given)).where('id', '=', id).execute()
}

export const writeTitle = (tx: Tx, id: string, fields: Fields) =>
  writeTextFields(tx, 'memory_document', id, ['title'], fields)

/** Adds a file to a document that is locked, as its next version, seen as the document is. */
export async function addVersion(
  tx: Tx,
  document: string,
  { file, addedBy, readable }: { file: string; addedBy: string | null; readable: boolean },
): Promise<number> {
  const { next } = await tx
    .selectFrom('document_version')
    .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('document_version')
    .values({
      document_id: document,
      number: next,
      file_id: file,
      added_by: addedBy,
      extraction: readable ? 'waiting' : 'none',
    })
    .execute()
  await tx
    .updateTable('file')
    .set({ visibility: sql<Visibility>`(select d.visibility from memory_document d where d.id = ${document})` })
    .where('id', '=', file)
    .execute()
  return next
}

/** Whether the newest file of a document has these bytes already. */
export async function isNewest(tx: Tx, document: string, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('document_version as v')
    .innerJoin('file as f', 'f.id', 'v.file_id')
    .select('f.sha256')
    .where('v.document_id', '=', document)
    .orderBy('v.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sha256 === sha256
}

/** Takes a file away that no version took. */
export async function dropFile(tx: Tx, file: string): Promise<void> {
  await tx.deleteFrom('file').where('id', '=', file).execute()
}

/**
 * Removes a document. It is withdrawn first: nobody outside reads it any more, as it is or as it was, and its files are seen by
 * those inside alone, for the document as it was on a past day. With `forGood` the rows of its files go too.
 *
 * @returns whether it was there
 */
export async function removeDocumentRow(tx: Tx, space: string, id: string, forGood: boolean): Promise<boolean> {
  const files = await tx.selectFrom('document_version').select('file_id').where('document_id', '=', id).execute()
  await tx
    .updateTable('memory_document')
    .set({ visibility: 0 })
    .where('space_id', '=', space)
    .where('id', '=', id)
    .where('visibility', '>', 0)
    .execute()
  const { numDeletedRows } = await tx
    .deleteFrom('memory_document')
    .where('space_id', '=', space)
    .where('id', '=', id)
    .executeTakeFirst()
  if (forGood && files.length > 0)
    await tx
      .deleteFrom('file')
      .where(
        'id',
        'in',
        files.map(row => row.file_id),
      )
      .execute()
  return numDeletedRows > 0n
}
