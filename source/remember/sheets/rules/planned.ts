/** A record that is made, with all its columns and texts, or one whose columns change. */
export type Addition = {
  line: number
  table: string
  id: string
  language: string
  columns: Record<string, unknown>
  texts: Record<string, Record<string, string>>
}
export type ColumnChange = { line: number; table: string; id: string; columns: Record<string, unknown> }
export type TextChange = {
  line: number
  table: string
  id: string
  field: string
  language: string
  body: string
  source: string
}
/** The person behind a contact: name, address, telephone. */
export type PersonChange = {
  line: number
  contact: string
  given: string | null
  family: string | null
  email: string | null
  telephone: string | null
}
/** When an agreement was signed, where something else is known. */
export type SignatureChange = { line: number; agreement: string; columns: Record<string, unknown> }
/** The one budget or country of a project, where another one is known. */
export type ProjectPartChange = {
  line: number
  activity: string
  part: 'budget' | 'country'
  columns: Record<string, unknown>
}

export type Plan = {
  additions: Addition[]
  columns: ColumnChange[]
  texts: TextChange[]
  persons: PersonChange[]
  signatures: SignatureChange[]
  parts: ProjectPartChange[]
}
