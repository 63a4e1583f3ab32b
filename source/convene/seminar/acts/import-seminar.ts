import { createHash } from 'node:crypto'
import { fillFreePlaces } from '#convene/registration/acts/fill-free-places.ts'
import { type Actor, as } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { indexRecords } from '#ground/search/index.ts'
import { forbidden, Refusal } from '#ground/web/refusal.ts'
import { rememberSent } from '#ground/web/sent-once.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { nearest } from '../rules/problems.ts'
import { keepImport } from '../store/keep-import.ts'
import { NotWritten } from '../store/not-written.ts'
import type { Change } from '../store/reconcile.ts'
import { findQuotaTerritories } from '../store/save-admission.ts'
import { lockImport, saveSeminar } from '../store/save-seminar.ts'
import { type ReadSeminarFile, readSeminarFile, type ToldProblem } from './read-seminar-file.ts'

export type ImportOptions = {
  /** Does everything and takes it back: what comes back is what would change. */
  dryRun?: boolean
  /** Makes the seminar public. One that is public already stays so. */
  announce?: boolean
  /** Language of the problems' sentences. English when not said. */
  locale?: Locale
  /** A sent form is remembered with the import: its key, and where it leads once the slug is known. */
  sent?: { once: string | null; location: (slug: string) => string }
}

export type ImportedSeminar =
  | { ok: true; id: string; slug: string; created: boolean; announced: boolean; changes: Change[] }
  | { ok: false; problems: ToldProblem[] }

/**
 * Brings a seminar to what its file says, in one transaction: nothing is written before the whole file is right, and
 * the same file a second time changes nothing.
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
  const { dryRun = false, announce = false, locale = 'en' } = options
  const read = readSeminarFile(text, locale)
  if (!read.ok) return read
  const { slug } = read.file
  try {
    return await as(
      house.db,
      who,
      async tx => {
        await lockImport(tx, slug)
        const territories = await findQuotaTerritories(tx, read.file)
        const problems = unknownTerritories(read, territories)
        if (problems.length > 0) return { ok: false as const, problems }
        const { id, created, changes, announced } = await saveSeminar(tx, read.file, territories.found, announce)
        const imported = { ok: true as const, id, slug, created, announced, changes }
        if (dryRun) throw new DryRun(imported)
        await keepImport(tx, id, text, createHash('sha256').update(text).digest('hex'))
        // A raised capacity frees places, and whoever frees places promotes the next in the same transaction (law 8).
        if (changes.length > 0) await fillFreePlaces(tx, id)
        if (changes.length > 0) await indexRecords(tx, house.rooms, 'seminar', [id])
        if (options.sent) await rememberSent(tx, options.sent.once, options.sent.location(slug))
        return imported
      },
      `import ${slug}`,
    )
  } catch (error) {
    if (error instanceof DryRun) return error.imported
    if (error instanceof NotWritten) {
      throw error.why === 'conflict' ? new Refusal('conflict', seminarMessages[locale].importing.conflict) : forbidden()
    }
    // insufficient_privilege, a row-level policy included.
    if ((error as { code?: unknown }).code === '42501') throw forbidden()
    throw error
  }
}

/** Only the database knows which territories are public: those that are not are told with their place in the file. */
function unknownTerritories(
  read: Extract<ReadSeminarFile, { ok: true }>,
  { found, known }: Awaited<ReturnType<typeof findQuotaTerritories>>,
): ToldProblem[] {
  return read.file.registration.quotas.flatMap(({ territory }, index) => {
    if (territory === undefined || found.has(territory)) return []
    const expected = { didYouMean: nearest(territory, known), known: known.slice(0, 20) }
    return [read.problem(['registration', 'quotas', index, 'territory'], { code: 'known-territory', ...expected })]
  })
}

/** Thrown to roll a dry run back. */
class DryRun extends Error {
  readonly imported: ImportedSeminar
  constructor(imported: ImportedSeminar) {
    super('dry run')
    this.imported = imported
  }
}
