import type { Tx } from '#ground/database/actor.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { type ShownName, shownNamesOfRecords } from '#remember/store/names.ts'
import { memoryHome } from '../../messages/memory-home.ts'
import type { CheckCode } from '../rules/checks.ts'
import type { FoundRow } from '../store/checks/kit.ts'
import { type Findings, findAll, ruleSettings } from '../store/find.ts'
import { remarkInWords } from './remark-in-words.ts'

export type FindingInWords = FoundRow & {
  name: ShownName
  /** Empty when the name says it all; `say` takes the name of the other record, when the remark has one. */
  remark: { say: (other: string) => string; other: ShownName | null }
  reason?: string
  until?: string | null
}
export type ChecksInWords = Omit<Findings, 'found' | 'aside'> & { found: FindingInWords[]; aside: FindingInWords[] }

/** What some checks find in a memory on a day, with the names of the records: one query each, and a few for all. */
export async function readChecks(
  tx: Tx,
  space: string,
  locale: Locale,
  day: string,
  codes: readonly CheckCode[],
): Promise<ChecksInWords[]> {
  const all = await findAll(tx, space, day, codes, await ruleSettings(tx, space))
  const rows = all.flatMap(({ found, aside }) => [...found, ...aside])
  const ids = rows.flatMap(row => [row.page, ...(row.other === null ? [] : [row.other])])
  const names = await shownNamesOfRecords(tx, space, ids, locale)
  const inWords = (code: CheckCode, row: FoundRow) => {
    const other = row.other === null ? undefined : names.get(row.other)
    return {
      ...row,
      name: names.get(row.page) ?? { text: memoryHome[locale].unnamed, language: locale },
      remark: {
        say: (name: string) => remarkInWords(locale, code, row, other === undefined ? undefined : name),
        other: other ?? null,
      },
    }
  }
  return all.map(({ code, found, aside, ...rest }) => ({
    code,
    ...rest,
    found: found.map(row => inWords(code, row)),
    aside: aside.map(row => ({ ...inWords(code, row), reason: row.reason, until: row.until })),
  }))
}
