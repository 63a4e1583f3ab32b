import { bodiesOf, fieldOf } from '../rules/kinds.ts'
import { changesOf, type Unit } from '../rules/units.ts'
import type { DryRun } from './dry-run.ts'

/** Who sees something: 0 those inside, 1 the network, 2 everybody. */
export type Circle = 0 | 1 | 2
/** `language`: of what a text says, where it is one. */
export type FieldChange = { field: string; before: string; after: string; circle: Circle; language: string | null }
/** What an import would change of one record that is known, or add beneath it. */
export type RecordChange = {
  id: string
  row: number
  name: string
  /** Of the name; null where it is that of a person, or is not known. */
  language: string | null
  /** An agreement of a known relationship. */
  agreement: boolean
  isNew: boolean
  circle: Circle
  fields: FieldChange[]
}

/** What an import would change in records that are known, in the order of its rows. Nothing of new records is in it. */
export function changesForeseen(run: Pick<DryRun, 'units' | 'fates' | 'names' | 'circles'>): RecordChange[] {
  const made = new Set(run.units.filter(({ isNew }) => isNew).map(({ id }) => id))
  const own = run.units.filter(({ under }) => under === null)
  const circleOf = new Map([...run.circles, ...own.map(one => [one.id, one.after.visibility ?? '0'] as const)])
  const nameInRow = new Map(run.fates.map(({ row, name }) => [row, name]))
  return run.units
    .filter(({ isNew, under, id }) => (under === null ? !isNew : !made.has(under) && id !== ''))
    .map((unit): RecordChange => {
      const { id, row, under, isNew, after, before } = unit
      const ofRecord = circleFrom(circleOf.get(under ?? id))
      // An agreement may be kept to a smaller circle than its relationship.
      const kept =
        under !== null &&
        before.visibility !== undefined &&
        circleFrom(before.visibility) < circleFrom(run.circles.get(under))
      const circle = kept ? (Math.min(ofRecord, circleFrom(before.visibility)) as Circle) : ofRecord
      const [[language = null, title] = []] = Object.entries(
        bodiesOf(after, under === null ? titles[unit.kind] : 'agreementTitle'),
      )
      const person = [after.given, after.family].filter(Boolean).join(' ')
      return {
        id,
        row,
        name:
          title ??
          (person || after.title || run.names.get(id) || nameInRow.get(row) || (after.what ?? after.number ?? '')),
        language,
        agreement: under !== null,
        isNew,
        circle,
        fields: changesOf(unit)
          .filter(({ field }) => fieldOf(unit.kind, field) !== undefined && !['id', 'agreementId'].includes(field))
          .map(change => ({
            ...change,
            circle: circleOfField(unit, change.field, circle),
            language: change.field.split('@')[1] ?? null,
          })),
      }
    })
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => a.row - b.row)
}

/** How many records, known or new, everybody would read something new of. */
export function publicRecords(run: Pick<DryRun, 'units' | 'fates' | 'names' | 'circles'>): number {
  const changed = changesForeseen(run).filter(({ fields }) => fields.some(({ circle }) => circle === 2))
  // A fee, a seat or an appointment is seen as what it belongs to is.
  const circleOfNew = ({ kind, after }: Unit) => after.visibility ?? run.circles.get(after[belongsBy[kind] ?? ''] ?? '')
  const created = run.units.filter(one => one.isNew && one.under === null && circleOfNew(one) === '2')
  return new Set([...changed, ...created].map(({ id }) => id)).size
}

/** By which field some records belong to another one. */
const belongsBy: Partial<Record<Unit['kind'], string>> = {
  fees: 'relationship',
  seats: 'relationship',
  appointments: 'post',
}
const titles: Record<Unit['kind'], string> = {
  actors: 'name',
  contacts: 'name',
  relationships: 'name',
  journal: 'title',
  projects: 'title',
  commitments: 'what',
  fees: 'year',
  seats: 'seat',
  posts: 'title',
  terms: 'name',
  appointments: 'post',
  decisions: 'object',
}

const circleFrom = (said: string | undefined): Circle => (said === '2' ? 2 : said === '1' ? 1 : 0)

// Texts may be kept to a smaller circle than their record; addresses, and what is delicate of a relationship, always are.
function circleOfField({ before }: Unit, field: string, ofRecord: Circle): Circle {
  const [text = ''] = field.split('@')
  if (text === 'sensitivity' || text === 'email' || text === 'telephone') return 0
  const said = before[`circle ${text}`]
  const own = circleFrom(said)
  return said !== undefined && own < circleFrom(before.visibility) && own < ofRecord ? own : ofRecord
}
