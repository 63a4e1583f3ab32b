import { choicesIn, type Fields } from '../../rules/typed.ts'
import { isCode, markers as markerCodes, significances, type Vocabulary } from './codes.ts'
import { readShare, wrongShares } from './shares.ts'

/** A theme as it is kept. Only sectors are given shares here, and only markers say how much they count. */
export type Theme = { vocabulary: Vocabulary; code: string; percentage: string | null; significance: number | null }

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
    markers: inOrder(markersTyped(fields)).join(' '),
    own: ownLines(fields).join('\n'),
  }
}

/** What the choice of a marker sends that was noted before anybody asked how much it counts. */
export const unsaid = 'unsaid'
export const markerField = (code: string) => `marker-${code}`

/** The markers of the form's choices, or as they are kept (`2:1 6:2`; `8` alone says not how much it counts). */
function markersTyped(fields: Fields): string {
  if (!markerCodes.some(code => markerField(code) in fields)) return fields.markers ?? ''
  return markerCodes
    .map(code => ({ code, said: fields[markerField(code)] ?? '' }))
    .filter(({ said }) => said !== '')
    .map(({ code, said }) => (said === unsaid ? code : `${code}:${said}`))
    .join(' ')
}

/** One marker as it is kept: its code, and how much it counts; null where that was never said. */
export function markerOf(text: string): { code: string; significance: string | null } {
  const [code = '', significance = null] = text.split(':')
  return { code, significance }
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
  for (const { code, significance } of choicesIn(markers).map(markerOf)) {
    const known = isCode('marker', code)
    if (!known || (significance !== null && !significances(code).includes(significance)))
      errors[known ? markerField(code) : 'markers'] = 'choice'
  }
  if (ownLines(fields).some(line => !isCode('own', line))) errors.own = 'own'
  return errors
}

/** The themes that checked fields say. */
export function themesOf(fields: Fields): Theme[] {
  const plain = (vocabulary: Vocabulary, codes: readonly string[]) =>
    codes.map(code => ({ vocabulary, code, percentage: null, significance: null }))
  return [
    ...(fields.sectors ?? '')
      .split('; ')
      .filter(Boolean)
      .map(row => {
        const [code = '', share] = row.split(' ')
        return { vocabulary: 'sector' as const, code, percentage: share ?? null, significance: null }
      }),
    ...plain('goal', choicesIn(fields.goals)),
    ...plain('target', choicesIn(fields.targets)),
    ...choicesIn(fields.markers)
      .map(markerOf)
      .map(({ code, significance }) => ({
        vocabulary: 'marker' as const,
        code,
        percentage: null,
        significance: significance === null ? null : Number(significance),
      })),
    ...plain('own', ownLines(fields)),
  ]
}
