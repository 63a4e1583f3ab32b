/** What a sheet may be a list of. */
export const sheetKinds = [
  'actors',
  'contacts',
  'relationships',
  'journal',
  'projects',
  'commitments',
  'fees',
  'seats',
  'posts',
  'terms',
  'appointments',
  'decisions',
] as const
export type SheetKind = (typeof sheetKinds)[number]
export const isSheetKind = (value: unknown): value is SheetKind => (sheetKinds as readonly unknown[]).includes(value)

/** The lists of words that a cell may choose from. */
export const choiceLists = [
  'organisation',
  'relationship',
  'agreement',
  'renewal',
  'interaction',
  'status',
  'circle',
  'yes',
  'owed',
  'outcome',
  'holder',
  'nature',
] as const
export type ChoiceList = (typeof choiceLists)[number]

/** How a cell is read, and what it is then: text, EDTF, a day, a code, an id. */
export type FieldType =
  | 'id'
  | 'line'
  | 'text'
  | 'during'
  /** One date, as it is known. */
  | 'day'
  | 'choice'
  | 'country'
  | 'languages'
  | 'language'
  | 'months'
  | 'amount'
  | 'currency'
  | 'email'
  | 'link'
  | 'identifiers'
  /** One or several organisations, by name. */
  | 'actor'
  | 'actors'
  | 'contacts'
  | 'relationship'
  | 'post'
  | 'term'
  /** A year of four digits, or another whole number. */
  | 'year'
  | 'count'

export type FieldOf = {
  type: FieldType
  /** Characters, at most. */
  most?: number
  list?: ChoiceList
  /** A text in the language of its row, which may stand in other languages beside. */
  texts?: true
  /** A date that ends something: of a period, its end is proposed. */
  ends?: true
  /** A day and nothing vaguer: a month or a year is an error. */
  exact?: true
  /** Names one record: another name takes its place, where a cell that names several adds to them. */
  one?: true
  /** What it has to look like, where the database holds to that. */
  pattern?: RegExp
  /** That nobody knows it is kept too, and said by a question mark or only in words. */
  unknown?: 'mark' | 'words'
  /** Belongs to the agreement of a row, not to its relationship. */
  agreement?: true
  /** Read, and kept as another field or by another record: a full name, the two ends of a period, the country of a partner. */
  part?: true
}

const name: FieldOf = { type: 'line', most: 300, texts: true }
const text = (most: number): FieldOf => ({ type: 'text', most, texts: true })
const circle: FieldOf = { type: 'choice', list: 'circle' }
const choice = (list: ChoiceList): FieldOf => ({ type: 'choice', list })
const part = (type: FieldType): FieldOf => ({ type, part: true })
const exactDay: FieldOf = { type: 'day', exact: true }
const person: FieldOf = { type: 'contacts', one: true }
const relationship: FieldOf = { type: 'relationship', one: true }
// Since when somebody holds something nobody may know.
const period = {
  during: { type: 'during', unknown: 'mark' },
  since: { ...part('during'), unknown: 'mark' },
  until: { ...part('during'), unknown: 'mark' },
} as const
const ofAgreement = (field: FieldOf): FieldOf => ({ ...field, agreement: true })

/** The fields of each kind, in the order of its columns when it goes out. */
export const fieldsOf = {
  actors: {
    id: { type: 'id' },
    name,
    kind: choice('organisation'),
    shortName: { type: 'line', most: 200 },
    country: { type: 'country' },
    parent: { type: 'actor' },
    identifiers: { type: 'identifiers' },
    website: { type: 'link' },
    during: { type: 'during' },
    visibility: circle,
    language: { type: 'language' },
  },
  contacts: {
    id: { type: 'id' },
    given: { type: 'line', most: 200 },
    family: { type: 'line', most: 200 },
    fullName: part('line'),
    organisation: { type: 'actor' },
    role: { type: 'line', most: 300, texts: true },
    email: { type: 'email' },
    telephone: { type: 'line', most: 200 },
    languages: { type: 'languages' },
    during: { type: 'during' },
    publicOffice: choice('yes'),
    visibility: circle,
    language: { type: 'language' },
  },
  relationships: {
    id: { type: 'id' },
    name,
    kind: choice('relationship'),
    partners: { type: 'actors' },
    partnerCountry: part('country'),
    // Donors, facilitators and whoever else takes part: known by any role, added by none of those.
    otherParties: { type: 'actors' },
    during: { type: 'during', unknown: 'mark' },
    since: { ...part('during'), unknown: 'mark' },
    until: { ...part('during'), unknown: 'mark' },
    leads: { type: 'actors' },
    reason: text(5000),
    narrative: text(20_000),
    sensitivity: text(5000),
    agreementId: ofAgreement({ type: 'id' }),
    agreementTitle: ofAgreement({ ...name }),
    agreementKind: ofAgreement(choice('agreement')),
    signedOn: ofAgreement({ type: 'day', unknown: 'words' }),
    firstEnd: ofAgreement({ type: 'day', ends: true }),
    renewal: ofAgreement(choice('renewal')),
    renewalMonths: ofAgreement({ type: 'months' }),
    notice: ofAgreement({ type: 'months' }),
    visibility: circle,
    language: { type: 'language' },
  },
  journal: {
    id: { type: 'id' },
    during: { type: 'during' },
    kind: choice('interaction'),
    title: { type: 'line', most: 300 },
    place: { type: 'line', most: 300 },
    body: { type: 'text', most: 20_000 },
    relationship: { type: 'relationship' },
    organisations: { type: 'actors' },
    people: { type: 'contacts' },
    visibility: circle,
    language: { type: 'language' },
  },
  projects: {
    id: { type: 'id' },
    identifier: { type: 'line', most: 200 },
    title: name,
    description: text(20_000),
    status: choice('status'),
    plannedStart: { type: 'day' },
    actualStart: { type: 'day' },
    plannedEnd: { type: 'day', ends: true },
    actualEnd: { type: 'day', ends: true },
    relationship,
    partners: { type: 'actors' },
    country: { type: 'country' },
    budget: { type: 'amount' },
    currency: { type: 'currency' },
    visibility: circle,
    language: { type: 'language' },
  },
  commitments: {
    id: { type: 'id' },
    what: { type: 'text', most: 1000 },
    owedBy: choice('owed'),
    relationship,
    organisation: { type: 'actor' },
    person,
    due: exactDay,
    outcome: choice('outcome'),
    settledOn: exactDay,
    outcomeReason: { type: 'text', most: 1000 },
    visibility: circle,
    language: { type: 'language' },
  },
  // Fees, seats and appointments are seen as what they belong to is seen.
  fees: {
    id: { type: 'id' },
    relationship,
    year: { type: 'year' },
    amount: { type: 'amount' },
    currency: { type: 'currency' },
    due: exactDay,
    paidOn: exactDay,
  },
  seats: {
    id: { type: 'id' },
    relationship,
    seat: name,
    heldBy: choice('holder'),
    person,
    ...period,
    language: { type: 'language' },
  },
  posts: {
    id: { type: 'id' },
    title: name,
    organisation: { type: 'actor' },
    nature: choice('nature'),
    seats: { type: 'count' },
    during: { type: 'during' },
    visibility: circle,
    language: { type: 'language' },
  },
  terms: {
    id: { type: 'id' },
    name,
    organisation: { type: 'actor' },
    ...period,
    electedOn: exactDay,
    visibility: circle,
    language: { type: 'language' },
  },
  appointments: {
    id: { type: 'id' },
    post: { type: 'post', one: true },
    person,
    ...period,
    term: { type: 'term', one: true },
    acting: choice('yes'),
    carriedOver: choice('yes'),
  },
  decisions: {
    id: { type: 'id' },
    number: { type: 'line', most: 100 },
    decidedOn: exactDay,
    object: { ...text(2000), type: 'line' },
    relationship: { type: 'relationship' },
    bodyName: { type: 'line', most: 300 },
    bodySiret: { type: 'line', pattern: /^\d{14}$/ },
    subjectCode: { type: 'line', pattern: /^[1-9](\.\d{1,2}){0,4}$/ },
    subjectName: { type: 'line', most: 300 },
    budgetYear: { type: 'year' },
    budgetName: { type: 'line', most: 300 },
    prefectureId: { type: 'line', most: 100 },
    prefectureOn: exactDay,
    voters: { type: 'count' },
    voted: { type: 'count' },
    votesFor: { type: 'count' },
    votesAgainst: { type: 'count' },
    abstentions: { type: 'count' },
    url: { type: 'link' },
    visibility: circle,
    language: { type: 'language' },
  },
} as const satisfies Record<SheetKind, Record<string, FieldOf>>

export const fieldOf = (kind: SheetKind, field: string): FieldOf | undefined =>
  (fieldsOf[kind] as Record<string, FieldOf>)[field.replace(/@[a-z]{2}$/, '')]
/** Whether a field holds sentences, which somebody wrote and which a list that says others does not just replace. */
export const isProse = ({ most = 0 }: FieldOf): boolean => most >= 1000
export const fieldNames = (kind: SheetKind): string[] => Object.keys(fieldsOf[kind])

/** A record as a sheet tells it: field → value. Texts in several languages are `name@fr`, `name@es`. */
export type Fields = Record<string, string>

export const textKey = (field: string, language: string) => `${field}@${language}`
/** A text in all its languages, from the fields of a record. */
export function bodiesOf(fields: Fields, field: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [key, body] of Object.entries(fields))
    if (key.startsWith(`${field}@`) && body !== '') found[key.slice(field.length + 1)] = body
  return found
}
