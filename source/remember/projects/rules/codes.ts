// The codes of IATI 2.03 and of the lists that it repeats (OECD-DAC sectors and markers, the goals of sustainable development).

export const statuses = ['1', '2', '3', '4', '5', '6'] as const
export type Status = (typeof statuses)[number]
/** 1 funding, 2 accountable, 3 extending, 4 implementing. */
export const partyRoles = ['1', '2', '3', '4'] as const
export type PartyRole = (typeof partyRoles)[number]
export const scopes = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
export type Scope = (typeof scopes)[number]

export const moneyKinds = [
  'budget',
  'incoming',
  'commitment',
  'disbursement',
  'expenditure',
  'planned-disbursement',
  'in-kind',
] as const
export type MoneyKind = (typeof moneyKinds)[number]
/** Kinds that tell of what has happened: as IATI calls them, transactions. */
export const transactions: readonly MoneyKind[] = ['incoming', 'commitment', 'disbursement', 'expenditure']

export const vocabularies = ['sector', 'goal', 'target', 'marker', 'own'] as const
export type Vocabulary = (typeof vocabularies)[number]

/** Sectors that projects of local governments are often in, in the order of the DAC list. */
export const usualSectors = [
  '11110',
  '11330',
  '12220',
  '14010',
  '14020',
  '14030',
  '14050',
  '15112',
  '15128',
  '15150',
  '15160',
  '15170',
  '15185',
  '15190',
  '16020',
  '16030',
  '16061',
  '21010',
  '23210',
  '31120',
  '32130',
  '33210',
  '41010',
  '43010',
  '43030',
  '43040',
  '43060',
  '43071',
  '43081',
  '73010',
  '91010',
  '93010',
  '99820',
] as const
export type UsualSector = (typeof usualSectors)[number]

// The first three digits of a sector are its category.
const sectorCategories = new Set(
  (
    '111 112 113 114 121 122 123 130 140 151 152 160 210 220 230 231 232 233 234 235 236 240 250 311 312 313 321 322 323 ' +
    '331 332 410 430 510 520 530 600 720 730 740 910 920 930 998'
  ).split(' '),
)

/** Sectors that the DAC list no longer has, with the last day on which they were in it (IATI's copy of the list, June 2026). */
export const withdrawnSectors: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '2017-12-31': '41050 74010',
    '2019-12-31': '11321 11322',
    '2020-02-28':
      '15120 15140 15161 15162 15163 15164 23010 23020 23030 23040 23050 23061 23062 23063 23064 23065 23066 23067 23068 ' +
      '23069 23070 23081 23082 92010 92020 92030',
  }).flatMap(([on, codes]) => codes.split(' ').map(code => [code, on])),
)

/** The goals of sustainable development, 1 to 17. */
export const goals = Array.from({ length: 17 }, (_, index) => String(index + 1))
// Of each goal: how many targets are numbered, and the last letter of those that have one.
const targetsOfGoal: readonly (readonly [number, string])[] = [
  [5, 'b'],
  [5, 'c'],
  [9, 'd'],
  [7, 'c'],
  [6, 'c'],
  [6, 'b'],
  [3, 'b'],
  [10, 'b'],
  [5, 'c'],
  [7, 'c'],
  [7, 'c'],
  [8, 'c'],
  [3, 'b'],
  [7, 'c'],
  [9, 'c'],
  [10, 'b'],
  [19, ''],
]
/** Policy markers, 1 to 12. */
export const markers = Array.from({ length: 12 }, (_, index) => String(index + 1))
/**
 * How much a policy marker counts (PolicySignificance): 0 looked at and not targeted, 1 significant objective, 2 principal
 * objective; 3 of desertification alone (marker 8), 4 of the health of mothers and children alone (marker 9).
 */
export const significances = (marker: string): string[] => [
  '0',
  '1',
  '2',
  ...(marker === '8' ? ['3'] : []),
  ...(marker === '9' ? ['4'] : []),
]

/** Whether a code is one of its list. A sector that is not yet known here counts when its category is: the list grows. */
export function isCode(vocabulary: Vocabulary, code: string): boolean {
  switch (vocabulary) {
    case 'sector':
      return /^\d{5}$/.test(code) && sectorCategories.has(code.slice(0, 3))
    case 'goal':
      return goals.includes(code)
    case 'target':
      return isTarget(code)
    case 'marker':
      return markers.includes(code)
    case 'own':
      return code.trim() !== '' && code.length <= 60
  }
}

function isTarget(code: string): boolean {
  const [, goal = '', numbered, lettered] = /^([1-9]|1[0-7])\.(?:([1-9]\d?)|([a-d]))$/.exec(code) ?? []
  const known = targetsOfGoal[Number(goal) - 1]
  if (!known) return false
  return numbered === undefined ? (lettered ?? '~') <= known[1] : Number(numbered) <= known[0]
}
