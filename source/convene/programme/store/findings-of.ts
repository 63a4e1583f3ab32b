import { textStates } from '#convene/editing/rules/text-states.ts'
import { readPanelRoles } from '#convene/programme/panel/store/people.ts'
import { type SeminarAsFile, seminarAsFile } from '#convene/seminar/store/seminar-as-file.ts'
import type { Tx } from '#ground/database/actor.ts'
import { draftFindings } from '../rules/draft-findings.ts'
import type { Finding } from '../rules/findings.ts'
import { type Programme, programmeOf } from '../rules/programme.ts'
import type { GivenAnswer } from '../rules/released.ts'
import { textsToCheck } from '../rules/texts-to-check.ts'
import { namesFile } from '../rules/unknown-files.ts'
import { filesOfSeminar } from './documents.ts'
import { readSetAside, type SetAside } from './set-aside.ts'

export type DraftFindings = {
  seminar: SeminarAsFile
  programme: Programme
  /** Of those who moderate or speak in it. */
  answers: readonly GivenAnswer[]
  /** Those that are not set aside: what was declined, then the others in the order of the timetable. */
  open: Finding[]
  /** Those that are, with who did it and why, the latest first. */
  aside: { finding: Finding; as: SetAside }[]
}

/**
 * What the checks find in the draft of a seminar's programme. What was set aside and is not found any more is not told;
 * found again as it was, it is set aside as before.
 *
 * @returns null when there is no such seminar, or none that the actor may see
 */
export async function findingsOf(tx: Tx, slug: string): Promise<DraftFindings | null> {
  const seminar = await seminarAsFile(tx, slug)
  if (!seminar) return null
  const programme = programmeOf(seminar.file)
  const answers = await readPanelRoles(tx, seminar.id)
  const found = draftFindings(programme, {
    texts: textsToCheck(programme, textStates(seminar.textAt)),
    answers,
    files: await ownFiles(tx, seminar.id, programme),
  })
  const setAside = await readSetAside(tx, seminar.id)
  const aside = setAside.flatMap(as => {
    const finding = found.find(({ code, subject }) => code === as.code && subject === as.subject)
    return finding ? [{ finding, as }] : []
  })
  const isAside = new Set(aside.map(({ finding }) => finding))
  return { seminar, programme, answers, open: found.filter(finding => !isAside.has(finding)), aside }
}

/** The files of a seminar, read where its programme names any. */
const ownFiles = async (tx: Tx, seminarId: string, { slots }: Programme): Promise<ReadonlySet<string>> =>
  namesFile(slots) ? new Set((await filesOfSeminar(tx, seminarId)).keys()) : new Set()
