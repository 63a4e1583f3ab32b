import { tellWhatChanged } from '#convene/life/acts/tell.ts'
import { fillFreePlaces } from '#convene/registration/acts/fill-free-places.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { indexRecords } from '#ground/search/index.ts'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { checkSeminarFile, problemAt } from '../rules/check-seminar-file.ts'
import { silentOf, withoutTheGone } from '../rules/known-of-file.ts'
import type { PathProblem } from '../rules/problems.ts'
import type { SeminarFile } from '../rules/seminar-file.ts'
import type { Change } from '../store/reconcile.ts'
import { holdSeminar, lockImport, saveSeminar } from '../store/save-seminar.ts'
import { seminarAsFile } from '../store/seminar-as-file.ts'
import { knownTerritories } from './known-territories.ts'
import { refused } from './refused.ts'
import { versionOf } from './version-of.ts'

export { versionOf }

export type ChangeOptions = {
  /** The part of the file that the form showed, of which `seen` is the version. The whole file when it is not said. */
  part?: (file: SeminarFile) => unknown
  /** Shown in the history beside who did it. */
  reason?: string
  /** A sent form, remembered with the change: its key, and where it leads. */
  sent?: { once: string | null; location: string }
}

export type SeminarChanged =
  | { outcome: 'changed'; id: string; changes: Change[] }
  /** Somebody else changed that part since the form was shown: how it is now. Nothing was written. */
  | { outcome: 'stale'; now: SeminarFile }
  /** Each problem with its path in the patched file. Nothing was written. */
  | { outcome: 'invalid'; problems: PathProblem[] }

/**
 * An edit of a seminar in the browser: its file as it stands, patched, checked as an import is, and saved by the same way.
 * Translations of a text that was changed and that nobody touched are out of date afterwards. Address and network stay,
 * and so does everything that the patch leaves as it is, whoever changed it a moment ago.
 *
 * A problem that was there before the patch, in another part, does not keep a person from saving this one.
 *
 * @param seen `versionOf` what the form showed
 * @param patch is given a copy that it may change; what it gives back may hold typed texts that are not checked yet
 * @throws Refusal `not-found` for a seminar that the actor does not see, `forbidden` without the right to edit it
 */
export async function changeSeminar(
  house: House,
  who: Actor,
  slug: string,
  seen: string,
  patch: (file: SeminarFile) => SeminarFile,
  options: ChangeOptions = {},
): Promise<SeminarChanged> {
  const { reason = `edit ${slug}` } = options
  const work = (tx: Tx) => changeWithin(tx, house, slug, seen, patch, options)
  const result = await as(house.db, who, work, reason).catch((error: unknown) => {
    throw refused(error, 'en')
  })
  if (result.outcome === 'changed' && result.changes.length > 0) house.mailsWritten()
  return result
}

/** The same within a transaction; the caller wakes the sender after it (`house.mailsWritten()`). */
export async function changeWithin(
  tx: Tx,
  house: House,
  slug: string,
  seen: string,
  patch: (file: SeminarFile) => SeminarFile,
  { part = file => file, sent }: ChangeOptions = {},
): Promise<SeminarChanged> {
  await lockImport(tx, slug)
  const mayChange = await holdSeminar(tx, slug)
  const now = await seminarAsFile(tx, slug)
  if (!now) throw notFound()
  if (!mayChange) throw forbidden()
  if (versionOf(part(now.file)) !== seen) return { outcome: 'stale', now: now.file }
  const { file, problems } = checkedAgainst(now.file, inPlace(patch(structuredClone(now.file)), now.file))
  if (problems.length > 0) return { outcome: 'invalid', problems }
  const known = await knownTerritories(tx, file)
  if (known.problems.length > 0)
    return { outcome: 'invalid', problems: known.problems.map(one => problemAt(file, one.path, one.expected)) }
  const { id, changes } = await saveSeminar(tx, file, known.territories, { edited: now.texts })
  // Another day is told to everyone concerned, once.
  await tellWhatChanged(tx, house, id, changes)
  // Whoever frees places promotes the next in the same transaction (law 8).
  if (changes.length > 0) await fillFreePlaces(tx, id)
  if (changes.length > 0) await indexRecords(tx, house.rooms, 'seminar', [id])
  if (sent) await rememberSent(tx, sent.once, sent.location)
  return { outcome: 'changed', id, changes }
}

/** With the address and the network that it has. The name of a network that exists is nobody's to say here. */
function inPlace(patched: SeminarFile, { slug, network }: SeminarFile): SeminarFile {
  const named = { ...patched, slug, network: { slug: network.slug, name: { [patched.source]: network.slug } } }
  // Words that are changed are out of date or not by themselves. Of whoever is taken off a slot no answer is left.
  return withoutTheGone(silentOf(named, { answers: false, older: true }))
}

/** The patched file as it is saved, and the problems that the patch brought. */
function checkedAgainst(before: SeminarFile, patched: SeminarFile): { file: SeminarFile; problems: PathProblem[] } {
  const checked = checkSeminarFile(patched)
  if (checked.ok) return { file: checked.file, problems: [] }
  const was = checkSeminarFile(before)
  const known = new Set(was.ok ? [] : was.problems.map(one => JSON.stringify(one)))
  return { file: trimmed(patched), problems: checked.problems.filter(one => !known.has(JSON.stringify(one))) }
}

/** What the schema does to texts, for a file that it does not accept whole. */
function trimmed<T>(value: T): T {
  if (typeof value === 'string') return value.trim() as T
  if (Array.isArray(value)) return value.map(trimmed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)])) as T
}
