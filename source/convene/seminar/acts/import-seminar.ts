import { createHash } from 'node:crypto'
import { tellWhatChanged } from '#convene/life/acts/tell.ts'
import { releaseFirst } from '#convene/programme/acts/release-within.ts'
import { namesFile, type UnknownFile, unknownFiles } from '#convene/programme/rules/unknown-files.ts'
import { filesOfSeminar } from '#convene/programme/store/documents.ts'
import { fillFreePlaces } from '#convene/registration/acts/fill-free-places.ts'
import { type Actor, as, type Tx } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { indexRecords } from '#ground/search/index.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { withNamesHidden } from '../rules/hidden-names.ts'
import type { Conflict, Side } from '../rules/merge.ts'
import { writeSeminarFile } from '../rules/write-seminar-file.ts'
import { keepImport } from '../store/keep-import.ts'
import type { Change } from '../store/reconcile.ts'
import { saveOlder } from '../store/save-older.ts'
import { lockImport, saveSeminar } from '../store/save-seminar.ts'
import { compareImport } from './compare-import.ts'
import { knownTerritories } from './known-territories.ts'
import { type ReadSeminarFile, readSeminarFile, type ToldProblem, tell } from './read-seminar-file.ts'
import { refused } from './refused.ts'

export type { Conflict, Side }

export type ImportOptions = {
  /** Does everything and takes it back: what comes back is what would change. */
  dryRun?: boolean
  /** Makes the seminar public. One that is public already stays so. */
  announce?: boolean
  /** Which side wins where the file would overwrite what was changed in the browser since the last import. */
  prefer?: Side
  /** The same for single fields, by the path of the conflict, or by its path and its place among them. */
  choices?: Readonly<Record<string, Side>> | ((path: string, index: number) => Side | undefined)
  /** The version of the seminar that was shown with what would change; another one is told instead of overwritten. */
  seen?: string
  /** Language of the problems' sentences. English when not said. */
  locale?: Locale
  /** A sent form is remembered with the import: its key, and where it leads once the slug is known. */
  sent?: { once: string | null; location: (slug: string) => string }
}

/** What the seminar was when the file was compared with it. */
type Seen = {
  version: string
  /** Null for a seminar that is new or was made in the browser. */
  lastImportAt: Temporal.Instant | null
  /** IANA name of the venue's time zone, as the file says it. */
  timeZone: string
}

export type ImportedSeminar =
  | ({
      ok: true
      id: string
      slug: string
      created: boolean
      announced: boolean
      changes: Change[]
      /** Fields changed in the browser since the last import that stay as they are. */
      kept: number
      /** The fields that were told to be decided, with both sides. */
      conflicts: readonly Conflict[]
      /** Documents that name a file which this seminar does not have: they are imported, and open nothing. */
      unknownFiles: readonly UnknownFile[]
    } & Seen)
  /** The file is not right. */
  | { ok: false; why: 'problems'; problems: ToldProblem[] }
  /**
   * Nothing was written: somebody has to say which side wins (`conflicts`), to look again at what has changed since they
   * looked (`changed-meanwhile`), or to choose otherwise, since the two sides together are not right (`mixed`).
   */
  | ({
      ok: false
      why: 'conflicts' | 'changed-meanwhile' | 'mixed'
      slug: string
      /** Of the two sides together; where they stand in the file is not known. */
      problems: ToldProblem[]
      conflicts: readonly Conflict[]
      /** What would change besides the conflicts; worked out by a dry run only. */
      changes: Change[]
    } & Seen)

/**
 * Brings a seminar to what its file says, in one transaction: nothing is written before the whole file is right and each
 * field in which it would overwrite what was changed in the browser has been decided. The same file a second time changes
 * nothing.
 *
 * @param who needs the right to edit the seminar; for a new seminar, its network; for a new network, the installation
 * @param text the file's text, YAML (docs/seminar-file.md)
 * @throws Refusal `forbidden` without that right, `conflict` when the slug belongs to a seminar of another network
 */
export async function importSeminar(
  house: House,
  who: Actor,
  text: string,
  options: ImportOptions = {},
): Promise<ImportedSeminar> {
  const { locale = 'en' } = options
  const read = readSeminarFile(text, locale)
  if (!read.ok) return { ...read, why: 'problems' }
  const { slug } = read.file
  let result: ImportedSeminar
  try {
    result = await as(house.db, who, tx => importInto(tx, house, { text, read, options }), `import ${slug}`)
  } catch (error) {
    if (error instanceof TakenBack) return error.result
    throw refused(error, locale)
  }
  if (result.ok && result.changes.length > 0) house.mailsWritten()
  return result
}

type Importing = { text: string; read: Extract<ReadSeminarFile, { ok: true }>; options: ImportOptions }

async function importInto(tx: Tx, house: House, { text, read, options }: Importing): Promise<ImportedSeminar> {
  const { dryRun = false, announce = false, seen, sent } = options
  const { slug } = read.file
  await lockImport(tx, slug)
  const hide = (word: string) => house.keys.hash('word about a person in a file', `${slug}\n${word}`)
  const compared = await compareImport(tx, read.file, hide)
  const { version, lastImportAt, conflicts } = compared
  const sides = sidesOf(conflicts, options)
  const isOpen = conflicts.some(({ path }) => !sides.has(path))
  const isStale = seen !== undefined && seen !== version
  const settled = compared.settle(path => sides.get(path) ?? 'browser')
  const { territories, problems: unknown } = await knownTerritories(tx, settled.file)
  const isRight = settled.problems.length === 0 && unknown.length === 0
  const seenThen = { version, lastImportAt, timeZone: read.file.time_zone, conflicts }
  const open = { ok: false as const, slug, problems: [], changes: [], ...seenThen }
  if (isOpen || isStale) {
    const why = isStale ? 'changed-meanwhile' : 'conflicts'
    if (!dryRun || !isRight) return { ...open, why }
    const { changes } = await saveSeminar(tx, settled.file, territories, { announce })
    await saveOlder(tx, settled.file, compared.now, changes)
    throw new TakenBack({ ...open, why, changes })
  }
  if (settled.problems.length > 0) {
    const { locale = 'en' } = options
    return {
      ...open,
      why: 'mixed',
      problems: settled.problems.map(one => tell({ line: 1, column: 1, ...one }, locale)),
    }
  }
  if (unknown.length > 0)
    return { ok: false, why: 'problems', problems: unknown.map(one => read.problem(one.path, one.expected)) }
  const { id, created, changes, announced } = await saveSeminar(tx, settled.file, territories, { announce })
  await saveOlder(tx, settled.file, compared.now, changes)
  const { slots } = settled.file.programme
  const own = namesFile(slots) ? new Set((await filesOfSeminar(tx, id)).keys()) : new Set<string>()
  const unknownDocuments = unknownFiles(slots, own)
  const { kept } = settled
  const imported = {
    ok: true,
    id,
    slug,
    created,
    announced,
    changes,
    kept,
    unknownFiles: unknownDocuments,
    ...seenThen,
  } as const
  if (dryRun) throw new TakenBack(imported)
  if (announced) await releaseFirst(tx, slug)
  const content = read.file.people.length === 0 ? text : writeSeminarFile(withNamesHidden(read.file, hide))
  await keepImport(tx, id, content, createHash('sha256').update(text).digest('hex'))
  // Cancelled, held after all, on another day: everyone concerned is told, once.
  if (!created) await tellWhatChanged(tx, house, id, changes)
  // A raised capacity frees places, and whoever frees places promotes the next in the same transaction (law 8).
  if (changes.length > 0) await fillFreePlaces(tx, id)
  if (changes.length > 0) await indexRecords(tx, house.rooms, 'seminar', [id])
  if (sent) await rememberSent(tx, sent.once, sent.location(slug))
  return imported
}

/** The side of each conflict that has one. */
function sidesOf(conflicts: readonly Conflict[], { prefer, choices = {} }: ImportOptions): Map<string, Side> {
  const chosen = (path: string, index: number) =>
    typeof choices === 'function' ? choices(path, index) : Object.hasOwn(choices, path) ? choices[path] : undefined
  return new Map(
    conflicts.flatMap(({ path }, index) => {
      const side = chosen(path, index) ?? prefer
      return side ? [[path, side] as const] : []
    }),
  )
}

/** Thrown to roll a dry run back. */
class TakenBack extends Error {
  readonly result: ImportedSeminar
  constructor(result: ImportedSeminar) {
    super('dry run')
    this.result = result
  }
}
