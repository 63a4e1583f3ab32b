import { checkProgramme, declinedParts, type TextsToCheck, unknownDocuments } from './checks.ts'
import type { Finding } from './findings.ts'
import type { Programme } from './programme.ts'
import { type GivenAnswer, withAnswers } from './released.ts'

/** What the checks need beside the programme of a draft. */
export type BesideDraft = {
  /** How its texts stand in each language. */
  texts: TextsToCheck
  /** Of those who moderate or speak in it. */
  answers: readonly GivenAnswer[]
  /** Ids of the files that its seminar has. */
  files: ReadonlySet<string>
}

/**
 * Every finding in a draft, for those who work on it: first what was declined, then what `checkProgramme` finds without
 * those who have said that they do not moderate or speak, for they are not released, and at last the documents that lead
 * nowhere.
 */
export function draftFindings(programme: Programme, { texts, answers, files }: BesideDraft): Finding[] {
  return [
    ...declinedParts(programme, answers),
    ...checkProgramme(withAnswers(programme, answers), texts, answers),
    ...unknownDocuments(programme, files),
  ]
}
