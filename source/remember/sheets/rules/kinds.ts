/** What a sheet may be a list of. */
export const sheetKinds = ['actors', 'contacts', 'relationships', 'journal', 'projects'] as const
export type SheetKind = (typeof sheetKinds)[number]
export const isSheetKind = (value: unknown): value is SheetKind => (sheetKinds as readonly unknown[]).includes(value)

/** The lists of words that a cell may choose from. */
export type ChoiceList =
  | 'organisation'
  | 'relationship'
  | 'agreement'
  | 'renewal'
  | 'interaction'
  | 'status'
  | 'circle'
  | 'yes'

/** How a cell is read, and what it is then: text, EDTF, a day, a code, an id. */
export type FieldType =
  | 'id'
  | 'line'
  | 'text'
  | 'during'
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

export type FieldOf = {
  type: FieldType
  /** Characters, at most. */
  most?: number
  list?: ChoiceList
  /** A text in the language of its row, which may stand in other languages beside. */
  texts?: true
  /** A day that ends something: of a month or a year, its last day is proposed. */
  ends?: true
  /** Belongs to the agreement of a row, not to its relationship. */
  agreement?: true
  /** Read, and kept as another field: a full name, the two ends of a period. */
  part?: true
}

const name: FieldOf = { type: 'line', most: 300, texts: true }
const text = (most: number): FieldOf => ({ type: 'text', most, texts: true })
const circle: FieldOf = { type: 'choice', list: 'circle' }
const choice = (list: ChoiceList): FieldOf => ({ type: 'choice', list })
const part = (type: FieldType): FieldOf => ({ type, part: true })
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
    during: { type: 'during' },
    since: part('during'),
    until: part('during'),
    leads: { type: 'actors' },
    reason: text(5000),
    narrative: text(20_000),
    sensitivity: text(5000),
    agreementId: ofAgreement({ type: 'id' }),
    agreementTitle: ofAgreement({ ...name }),
    agreementKind: ofAgreement(choice('agreement')),
    signedOn: ofAgreement({ type: 'day' }),
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
    relationship: { type: 'relationship' },
    partners: { type: 'actors' },
    country: { type: 'country' },
    budget: { type: 'amount' },
    currency: { type: 'currency' },
    visibility: circle,
    language: { type: 'language' },
  },
} as const satisfies Record<SheetKind, Record<string, FieldOf>>

export const fieldOf = (kind: SheetKind, field: string): FieldOf | undefined =>
  (fieldsOf[kind] as Record<string, FieldOf>)[field.replace(/@[a-z]{2}$/, '')]
export const fieldNames = (kind: SheetKind): string[] => Object.keys(fieldsOf[kind])

/** What must be there for a row to become a record. */
export const needed: Record<SheetKind, readonly string[]> = {
  actors: ['name'],
  contacts: ['family'],
  relationships: ['partners', 'during'],
  journal: ['during', 'title'],
  projects: ['title'],
}

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
