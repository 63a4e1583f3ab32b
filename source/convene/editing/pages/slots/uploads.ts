import { fileProblem, largestFile, storeFile } from '#ground/files/index.ts'
import type { Visit } from '#ground/house.ts'
import type { FieldErrors, SentForm, Typed } from '#ground/web/form.ts'
import { documentRows, fileField, withFile } from '../../rules/document-form.ts'
import type { KnownFile } from '../../store/slot-files.ts'
import type { EditedSeminar } from '../office.ts'

/** A form with a file or two, and long texts in four languages. */
export const largestForm = 2 * largestFile + 6 * 1024 * 1024

/**
 * Keeps the files that came with the form and puts their addresses (`/files/UUID`) where the addresses of the documents stand, so
 * that no file has to be chosen again after an error. A file belongs to the seminar's space and is internal: the team reads it,
 * nobody else, until a version of the programme that names it is released and the seminar is announced
 * (programme/store/show-documents.ts). One that no slot names in the end stays internal.
 *
 * @returns the form with these addresses, and the files by their ids
 * @throws Refusal `forbidden` without the right to edit the seminar, `no-room` when the disk is full
 */
export async function keepUploads(
  visit: Visit,
  seminar: EditedSeminar,
  { typed, files }: Pick<SentForm, 'typed' | 'files'>,
): Promise<{ typed: Typed; errors: FieldErrors; kept: ReadonlyMap<string, KnownFile> }> {
  const { house, locale } = visit
  const errors: Record<string, string> = {}
  const known = new Map<string, KnownFile>()
  let now = typed
  for (const row of documentRows(typed)) {
    const file = files[fileField(row)]
    if (!file) continue
    const kept = await storeFile(house, visit.actor, {
      spaceId: seminar.id,
      recordId: seminar.id,
      visibility: 0,
      name: file.name,
      content: file,
    })
    if (kept.ok) {
      now = withFile(now, row, kept.file.id)
      known.set(kept.file.id, { name: kept.file.name, isReleased: false, isWithdrawn: false })
    } else errors[fileField(row)] = fileProblem(locale, kept.problem)
  }
  return { typed: now, errors, kept: known }
}
