import { whoActs } from '#convene/life/store/who-acts.ts'
import { seminarMessages } from '#convene/messages/seminar.ts'
import { versionOf } from '#convene/seminar/acts/version-of.ts'
import type { FileWords } from '#convene/seminar/rules/file-values.ts'
import { type SeminarAsFile, seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { slugFrom } from '#ground/slug.ts'
import { addDays } from '../rules/move-days.ts'
import { type Programme, programmeOf } from '../rules/programme.ts'
import { asReleased, type GivenAnswer } from '../rules/released.ts'
import { textsOfProgramme } from '../rules/texts.ts'
import { readAnswers } from '../store/answers.ts'
import { showOrHideDocuments } from '../store/show-documents.ts'
import { addVersion, hasVersion, readLatestVersion } from '../store/versions.ts'

// Releases within the transaction of something else: an announcement, an import, another day.

/**
 * Releases what stands as the first version, when there is something to release and none was released: whoever
 * announces a seminar shows its programme with it, and the files that released versions name.
 */
export async function releaseFirst(tx: Tx, slug: string): Promise<void> {
  const now = await seminarAsFile(tx, slug)
  if (!now) return
  if (await hasVersion(tx, now.id)) return showOrHideDocuments(tx, now.id)
  if (now.file.programme.slots.length === 0) return
  await releaseWithin(tx, now, { languages: now.file.languages })
}

/**
 * Brings the released programme to the day that the seminar was moved to, as a version of its own: what everybody sees
 * must not name a day that was given up. Nothing when there is no version, or it is on that day already.
 */
export async function releaseOnNewDay(tx: Tx, seminarId: string): Promise<void> {
  const last = await readLatestVersion(tx, seminarId)
  const seminar = await tx
    .selectFrom('seminar')
    .select(['held_on', 'hours_from', 'hours_to'])
    .where('id', '=', seminarId)
    .executeTakeFirst()
  const before = last?.programme.days[0]?.date
  if (!last || !seminar || before === undefined || before === seminar.held_on) return
  const hours = { from: seminar.hours_from.slice(0, 5), to: seminar.hours_to.slice(0, 5) }
  const { note: _, ...moved } = addDays(last.programme, before, seminar.held_on, hours)
  await addVersion(tx, {
    seminarId,
    // Not the address of the last: moved again and again, it would grow with each day.
    slug: slugOf(moved),
    programme: asReleased(moved),
    releasedBy: await personWho(tx),
  })
}

/** Adds what stands as a version, unless the last one says the same. */
export async function releaseWithin(
  tx: Tx,
  now: SeminarAsFile,
  release: { languages: readonly Locale[]; note?: FileWords },
): Promise<{ outcome: 'released'; id: string; number: number; slug: string } | { outcome: 'same' }> {
  const { id, file } = now
  const answers = await readAnswers(tx, file.slug)
  const programme = asReleased(programmeOf(file, { ...release, older: olderTexts(now, answers) }), answers)
  const last = await readLatestVersion(tx, id)
  if (last && saysTheSame(last.programme, programme)) return { outcome: 'same' }
  const added = await addVersion(tx, {
    seminarId: id,
    slug: slugOf(programme),
    programme,
    releasedBy: await personWho(tx),
  })
  await showOrHideDocuments(tx, id)
  return { outcome: 'released', ...added }
}

/** The address that a version is to have: its name in the language it was written in, or what a programme is called there. */
const slugOf = ({ name, source }: Programme): string =>
  slugFrom(name?.[source] ?? '') || slugFrom(seminarMessages[source].page.programme) || 'programme'

const personWho = async (tx: Tx) => {
  const { actor } = await whoActs(tx)
  return actor.kind === 'person' ? actor.id : null
}

const saysTheSame = (a: Programme, b: Programme) => versionOf(sorted(a)) === versionOf(sorted(b))

/** With the keys of each block in one order: the database keeps them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** By language, the texts of the programme that are older than their source, or that a machine wrote. */
function olderTexts({ file, textAt }: SeminarAsFile, answers: readonly GivenAnswer[]): Programme['older'] {
  const paths = [...textsOfProgramme(asReleased(programmeOf(file), answers)).keys()]
  const older = locales.map(language => {
    const found = paths.filter(path => {
      const text = textAt(/^(organisations|people)\./.test(path) ? path : `programme.${path}`)?.bodies[language]
      return text !== undefined && (text.stale || text.state === 'machine')
    })
    return [language, found] as const
  })
  return Object.fromEntries(older.filter(([, found]) => found.length > 0))
}
