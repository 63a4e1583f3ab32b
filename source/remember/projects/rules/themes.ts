import { choicesIn, type Fields } from '../../rules/typed.ts'
import { isCode, type Vocabulary } from './codes.ts'
import { readShare, wrongShares } from './shares.ts'

/** A theme as it is kept. Only sectors are given shares here; another's stays as it is. */
export type Theme = { vocabulary: Vocabulary; code: string; percentage: string | null }

/** One row of the sectors in the form: chosen from the short list, or typed as a code; and its share as it was typed. */
export type SectorRow = { chosen: string; code: string; share: string }

export const mostSectors = 12
const rowFields = (index: number) => [`sector-${index}`, `sector-code-${index}`, `sector-share-${index}`] as const

/** The rows of sectors, from the rows of the form or from what is kept of them (`14030 60; 43030 40`). */
export function sectorRows(fields: Fields, usual: readonly string[]): SectorRow[] {
  if (rowFields(1).some(name => name in fields)) {
    return Array.from({ length: mostSectors }, (_, index) => rowFields(index + 1)).map(([chosen, code, share]) => ({
      chosen: (fields[chosen] ?? '').trim(),
      code: (fields[code] ?? '').trim(),
      share: (fields[share] ?? '').trim(),
    }))
  }
  return (fields.sectors ?? '')
    .split('; ')
    .filter(Boolean)
    .map(row => {
      const [code = '', share = ''] = row.split(' ')
      return usual.includes(code) ? { chosen: code, code: '', share } : { chosen: '', code, share }
    })
}

const sectorOf = (row: SectorRow) => row.code || row.chosen
const isEmpty = (row: SectorRow) => sectorOf(row) === '' && row.share === ''

/** What a form of themes says, as it is kept; whatever cannot be read is left as it was typed, for `themeErrors`. */
export function themesTyped(fields: Fields, usual: readonly string[]): Fields {
  const sectors = sectorRows(fields, usual).filter(row => !isEmpty(row))
  const inOrder = (value: string | undefined) => choicesIn(value).sort((a, b) => compare(a, b))
  return {
    ...fields,
    sectors: sectors
      .map(row => [sectorOf(row), readShare(row.share) ?? row.share].filter(Boolean).join(' '))
      .join('; '),
    goals: inOrder(fields.goals).join(' '),
    targets: inOrder((fields.targets ?? '').toLowerCase().replace(/[,;\s]+/g, ' ')).join(' '),
    markers: inOrder(fields.markers).join(' '),
    own: ownLines(fields).join('\n'),
  }
}

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
const ownLines = (fields: Fields) => [
  ...new Set(
    (fields.own ?? '')
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  ),
]

/** What is to be put right in a form of themes: keys of messages, by field. */
export function themeErrors(fields: Fields, usual: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {}
  const rows = sectorRows(fields, usual)
  const seen = new Set<string>()
  const shares: (string | null)[] = []
  for (const [index, row] of rows.entries()) {
    if (isEmpty(row)) continue
    const [chosenField, codeField, shareField] = rowFields(index + 1)
    const code = sectorOf(row)
    const share = row.share === '' ? null : readShare(row.share)
    if (row.chosen !== '' && row.code !== '' && row.chosen !== row.code) errors[codeField] = 'oneSector'
    else if (code === '') errors[chosenField] = 'sector'
    else if (!isCode('sector', code)) errors[row.code ? codeField : chosenField] = 'sector'
    else if (seen.has(code)) errors[row.code ? codeField : chosenField] = 'sectorTwice'
    if (row.share !== '' && share === null) errors[shareField] = 'share'
    seen.add(code)
    shares.push(share)
  }
  const wrong = Object.keys(errors).length === 0 ? wrongShares(shares) : null
  if (wrong === 'sum' || wrong === 'some') errors['sector-share-1'] = wrong === 'sum' ? 'sharesSum' : 'sharesSome'
  const { goals, targets, markers } = themesTyped(fields, usual)
  if (choicesIn(goals).some(code => !isCode('goal', code))) errors.goals = 'choice'
  if (choicesIn(targets).some(code => !isCode('target', code))) errors.targets = 'targets'
  if (choicesIn(markers).some(code => !isCode('marker', code))) errors.markers = 'choice'
  if (ownLines(fields).some(line => !isCode('own', line))) errors.own = 'own'
  return errors
}

/** The themes that checked fields say. */
export function themesOf(fields: Fields): Theme[] {
  const plain = (vocabulary: Vocabulary, codes: readonly string[]) =>
    codes.map(code => ({ vocabulary, code, percentage: null }))
  return [
    ...(fields.sectors ?? '')
      .split('; ')
      .filter(Boolean)
      .map(row => {
        const [code = '', share] = row.split(' ')
        return { vocabulary: 'sector' as const, code, percentage: share ?? null }
      }),
    ...plain('goal', choicesIn(fields.goals)),
    ...plain('target', choicesIn(fields.targets)),
    ...plain('marker', choicesIn(fields.markers)),
    ...plain('own', ownLines(fields)),
  ]
}
