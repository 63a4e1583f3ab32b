import type { Tx } from '#ground/database/actor.ts'
import { forbidden } from '#ground/web/refusal.ts'
import { asKept } from '../rules/as-kept.ts'
import { checkSeminarFile } from '../rules/check-seminar-file.ts'
import { type Hide, withNamesShown } from '../rules/hidden-names.ts'
import { silentOf, withoutTheGone } from '../rules/known-of-file.ts'
import { type Conflict, completed, conflicts, countKept, merge, type Side } from '../rules/merge.ts'
import { parseSeminarFile } from '../rules/parse-seminar-file.ts'
import type { PathProblem } from '../rules/problems.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import { lastImport } from '../store/keep-import.ts'
import { holdSeminar } from '../store/save-seminar.ts'
import { type SeminarAsFile, seminarAsFile } from '../store/seminar-as-file.ts'
import { versionOf } from './version-of.ts'

/** A file beside the seminar as it stands, and beside what the last import said. */
export type Comparison = {
  /** Of the seminar as it stands: what somebody saw who looked at the import first. */
  version: string
  /** As it stands; null when there is no such seminar. */
  now: SeminarAsFile | null
  lastImportAt: Temporal.Instant | null
  /** Where the file would overwrite what was changed in the browser. */
  conflicts: readonly Conflict[]
  /** The file to save once each conflict has its side. */
  settle: (sideOf: (path: string) => Side) => Settled
}
export type Settled = {
  file: SeminarFile
  /** Of the two sides together, when some of the browser was chosen: each alone may be right. */
  problems: readonly PathProblem[]
  /** Changes made in the browser since the last import that stay. */
  kept: number
}

/**
 * Compares a file with its seminar, behind the gate of its places, so that nothing changes until the file is saved.
 *
 * @param hide how the names of the file that was imported last were hidden
 * @throws Refusal `forbidden` when the file says something else than a seminar that the actor sees and may not change
 */
export async function compareImport(tx: Tx, file: SeminarFile, hide: Hide): Promise<Comparison> {
  const mayChange = await holdSeminar(tx, file.slug)
  const now = await seminarAsFile(tx, file.slug)
  if (!now)
    return { version: versionOf(null), now: null, lastImportAt: null, conflicts: [], settle: () => asItIs(file) }
  const last = await lastImport(tx, now.id)
  const wanted = completed(file, now.file)
  const kept = last && readAgain(last.content)
  const base = kept && withNamesShown(kept, hide, [now.file, wanted])
  if (!mayChange && conflicts(null, now.file, wanted).length > 0) throw forbidden()
  const found = conflicts(base, now.file, wanted)
  return {
    version: versionOf(now.file),
    now,
    lastImportAt: last?.at ?? null,
    conflicts: found,
    settle(sideOf) {
      const allFile = found.every(({ path }) => sideOf(path) === 'file')
      if (allFile) return { ...asItIs(file), kept: countKept(base, now.file, wanted) }
      // Of what the file says nothing, nothing is said; what was chosen of one side may be gone with the other.
      const left = { answers: file.programme.answers === undefined, older: file.older === undefined }
      const both = silentOf(merge(base, now.file, wanted, sideOf), left)
      const merged = withoutTheGone(withOthers(both, file))
      const checked = checkSeminarFile(merged)
      const kept = countKept(base, now.file, asKept(merged))
      return checked.ok ? { ...asItIs(checked.file), kept } : { file: merged, problems: checked.problems, kept }
    },
  }
}

const asItIs = (file: SeminarFile): Settled => ({ file, problems: [], kept: 0 })

/** What was right when it was imported; a file of a form that is no longer read is as none. */
function readAgain(content: string): SeminarFile | null {
  const read = parseSeminarFile(content)
  return read.ok ? asKept(read.file) : null
}

/** With the organisations that the file names for the network alone. */
function withOthers(merged: SeminarFile, file: SeminarFile): SeminarFile {
  const keys = new Set(merged.organisations.map(({ key }) => key))
  const others = file.organisations.filter(({ key, roles }) => !keys.has(key) && roles.length === 0)
  return { ...merged, organisations: [...merged.organisations, ...others] }
}
