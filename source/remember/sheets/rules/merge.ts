import { foldName } from '#convene/registration/rules/fold.ts'
import { agreementKeys, Index, keysOf } from './find-record.ts'
import { bodiesOf, type Fields, fieldOf, needed, type SheetKind, textKey } from './kinds.ts'
import type { Known } from './known.ts'
import type { Problem } from './problems.ts'
import { fieldsIn, problem, type RowRead } from './read-rows.ts'
import { Resolver } from './resolve.ts'
import { changesOf, say, type Unit } from './units.ts'
import { faultOf } from './whole-record.ts'

/** What an import may do: make new records, change known ones, or both. */
export const ways = ['both', 'create', 'update'] as const
export type Way = (typeof ways)[number]
export const isWay = (value: unknown): value is Way => (ways as readonly unknown[]).includes(value)

/** What would become of a row. `left`: it would be made or changed, and the way that was chosen does not do that. */
export type What = 'create' | 'update' | 'same' | 'left' | 'wrong'
export type RowFate = { row: number; what: What; id: string | null; name: string }
export type Merged = { units: Unit[]; fates: RowFate[]; problems: Problem[] }

const weight: Record<What, number> = { same: 0, left: 1, update: 2, create: 3, wrong: 4 }
const references = new Set(['actor', 'actors', 'contacts', 'relationship'])

/** Puts the rows of a sheet beside what is known: which records they are, what is new, what differs. Nothing is written. */
export class Merge {
  readonly problems: Problem[] = []
  private readonly kind: SheetKind
  private readonly way: Way
  private readonly newId: () => string
  private readonly resolver: Resolver
  private readonly index = new Index<Unit>()
  private readonly agreements = new Index<Unit>()
  private readonly units = new Map<string, Unit>()
  private readonly ofRelationship = new Map<string, Unit[]>()
  private readonly fates = new Map<number, RowFate>()
  private readonly later: { record: RowRead; unit: Unit }[] = []

  constructor(kind: SheetKind, known: Known, how: { way: Way; newId: () => string }) {
    this.kind = kind
    this.way = how.way
    this.newId = how.newId
    this.resolver = new Resolver(known, how.newId, this.problems)
    for (const { id, fields } of known.records) this.enter(this.unitOf(id, fields, null))
    for (const { id, fields, relationship } of known.agreements)
      this.enterAgreement(this.unitOf(id, fields, relationship))
  }

  /** Takes one row in. */
  row(record: RowRead): void {
    const name = nameIn(this.kind, record)
    const id = record.said.get('id')
    const known = id ? this.units.get(id.value) : undefined
    if (id && (known === undefined || known.under !== null)) this.fail(record, 'id', 'id-unknown')
    const given = this.resolved(record, known?.before ?? {})
    if (record.wrong) {
      this.settle(record.row, 'wrong', null, name)
      return
    }
    const fields = Object.fromEntries(Object.entries(given).filter(([field]) => !fieldOf(this.kind, field)?.agreement))
    const found = known ?? this.find(fields)
    if (found === 'several') {
      this.fail(record, this.kind === 'contacts' ? 'family' : 'name', 'ambiguous')
      this.settle(record.row, 'wrong', null, name)
      return
    }
    if (found === null && this.way === 'update') {
      this.settle(record.row, 'left', null, name)
      return
    }
    if (found === null && !this.isWhole(record, fields)) {
      this.settle(record.row, 'wrong', null, name)
      return
    }
    const unit = found ?? this.make(record, fields)
    if (found?.isNew || (found !== null && found.saidBy.size > 0 && this.kind !== 'relationships'))
      this.problems.push(problem('warning', record.row, null, null, 'again', name, String(found.row)))
    if (found === null && this.kind === 'actors') this.tellAlike(record, name)
    unit.row ||= record.row
    const different = this.apply(unit, record, fields)
    const what = unit.isNew && unit.row === record.row ? 'create' : different ? 'update' : 'same'
    this.settle(record.row, !unit.isNew && what === 'update' && this.way === 'create' ? 'left' : what, unit.id, name)
    if (this.kind === 'relationships') this.agreement(record, unit, given, name)
    if (this.kind === 'actors') this.later.push({ record, unit })
    else this.enterKeys(unit)
  }

  /** What is to be written, once all rows are in. */
  end(): Merged {
    for (const { record, unit } of this.later) this.parent(record, unit)
    const wrong = new Set<number>()
    for (const unit of this.units.values()) {
      if (!unit.isNew && changesOf(unit).length === 0) continue
      const fault = faultOf(unit)
      if (fault === null) continue
      this.problems.push({
        ...problem('error', unit.row, null, fault.field, fault.code, ''),
        suggestion: fault.suggestion,
      })
      wrong.add(unit.row)
      this.settle(unit.row, 'wrong', null, this.fates.get(unit.row)?.name ?? '')
    }
    const changed = [...this.units.values()].filter(
      unit => !wrong.has(unit.row) && (unit.isNew || (this.way !== 'create' && changesOf(unit).length > 0)),
    )
    const kept = changed.filter(unit => unit.under === null || !this.isGone(unit.under, wrong))
    return {
      units: [...this.actorsNamed(kept), ...kept],
      fates: [...this.fates.values()].sort((a, b) => a.row - b.row),
      problems: this.problems,
    }
  }

  private isGone(id: string, wrong: ReadonlySet<number>): boolean {
    const unit = this.units.get(id)
    return unit?.isNew === true && wrong.has(unit.row)
  }

  private unitOf(id: string, fields: Fields, under: string | null): Unit {
    const language = fields.language ?? 'fr'
    return {
      kind: this.kind,
      under,
      id,
      isNew: false,
      before: fields,
      after: { ...fields },
      language,
      row: 0,
      saidBy: new Map(),
    }
  }

  private enter(unit: Unit): void {
    this.units.set(unit.id, unit)
    this.enterKeys(unit)
  }

  private enterKeys(unit: Unit): void {
    this.index.add(keysOf(this.kind, unit.after), unit)
  }

  private enterAgreement(unit: Unit): void {
    this.units.set(unit.id, unit)
    const under = unit.under ?? ''
    this.agreements.add(agreementKeys(under, unit.after), unit)
    this.ofRelationship.set(under, [...(this.ofRelationship.get(under) ?? []).filter(one => one !== unit), unit])
  }

  /** The fields of a row with the ids of what they name; a parent waits until every row of organisations is in. */
  private resolved(record: RowRead, before: Fields): Fields {
    const given = fieldsIn(this.kind, record)
    for (const [field, cell] of record.said) {
      const type = fieldOf(this.kind, field)?.type
      if (!type || !references.has(type)) continue
      if (this.kind === 'actors') {
        delete given[field]
        continue
      }
      const ids = this.resolver.read(type, record, field, cell, before[field] ?? '', newKindOf(field, given.kind))
      if (ids === null) delete given[field]
      else given[field] = ids
    }
    return given
  }

  /** Asks a new record for what it cannot be without; a known one may leave out what is known of it. */
  private isWhole(record: RowRead, fields: Fields): boolean {
    const lacking = needed[this.kind].filter(
      field => !Object.keys(fields).some(key => key === field || key.startsWith(`${field}@`)),
    )
    const signed = record.said.get('signedOn')?.value
    for (const field of lacking) {
      // A relationship began no later than its agreement was signed.
      const suggestion = field === 'during' && signed !== undefined ? `${signed}/..` : null
      this.problems.push({ ...problem('error', record.row, null, field, 'missing', ''), suggestion })
    }
    return lacking.length === 0
  }

  private find(fields: Fields): Unit | 'several' | null {
    const keys = keysOf(this.kind, fields)
    if (this.kind === 'relationships') {
      // A name of its own makes another relationship with the same partner.
      const named = keys.filter(key => key.startsWith('name '))
      return this.index.find(named.length > 0 ? named : keys)
    }
    if (this.kind !== 'contacts') return this.index.find(keys)
    const certain = this.index.find(keys.filter(key => !key.startsWith('person ')))
    if (certain !== null) return certain
    return this.index.find(
      keys.filter(key => key.startsWith('person ')),
      one => !fields.organisation || !one.after.organisation || one.after.organisation === fields.organisation,
    )
  }

  private make(record: RowRead, fields: Fields): Unit {
    const unit: Unit = {
      kind: this.kind,
      under: null,
      id: this.newId(),
      isNew: true,
      before: {},
      after: {},
      language: record.language,
      row: record.row,
      saidBy: new Map(),
    }
    this.units.set(unit.id, unit)
    if (this.kind === 'actors')
      for (const name of Object.values(bodiesOf(fields, 'name'))) this.resolver.enter(unit.id, name)
    if (this.kind === 'relationships' && Object.keys(bodiesOf(fields, 'name')).length === 0)
      unit.after[textKey('name', record.language)] =
        record.said
          .get('partners')
          ?.value.replace(/\s*\n\s*/g, ', ')
          .slice(0, 300) ?? ''
    return unit
  }

  private apply(unit: Unit, record: RowRead, fields: Fields): boolean {
    let different = false
    for (const [field, value] of Object.entries(fields)) {
      if (field === 'id' || field === 'agreementId') continue
      // The language of what is there is that of its texts.
      if (field === 'language' && !unit.isNew) continue
      const cell = record.said.get(field) ?? record.said.get(field.replace(/@..$/, ''))
      const given = { row: record.row, column: cell?.column ?? null, found: cell?.found ?? value, value }
      different = say(unit, field, given, this.problems) || different
    }
    return different
  }

  private agreement(record: RowRead, relationship: Unit, given: Fields, name: string): void {
    const fields = Object.fromEntries(Object.entries(given).filter(([field]) => fieldOf(this.kind, field)?.agreement))
    if (Object.keys(fields).length === 0) return
    const id = record.said.get('agreementId')?.value
    const byId = id === undefined ? undefined : this.units.get(id)
    if (id !== undefined && byId?.under !== relationship.id) {
      this.fail(record, 'agreementId', 'id-unknown')
      this.settle(record.row, 'wrong', null, name)
      return
    }
    const keys = agreementKeys(relationship.id, fields)
    const there = this.ofRelationship.get(relationship.id) ?? []
    const found =
      byId ?? (keys.length > 0 ? this.agreements.find(keys) : there.length === 1 ? (there[0] ?? null) : null)
    if (found === 'several') {
      this.fail(record, 'agreementTitle', 'ambiguous')
      this.settle(record.row, 'wrong', null, name)
      return
    }
    if (found === null && this.way === 'update') {
      this.settle(record.row, 'left', relationship.id, name)
      return
    }
    const unit: Unit = found ?? {
      ...this.unitOf(this.newId(), {}, relationship.id),
      isNew: true,
      language: record.language,
      row: record.row,
    }
    unit.row ||= record.row
    const different = this.apply(unit, record, fields)
    this.enterAgreement(unit)
    if (found === null) this.settle(record.row, 'create', relationship.id, name)
    else if (different)
      this.settle(record.row, this.way === 'create' && !unit.isNew ? 'left' : 'update', relationship.id, name)
  }

  private parent(record: RowRead, unit: Unit): void {
    const cell = record.said.get('parent')
    if (!cell) return
    const fate = this.fates.get(record.row)
    const id = this.resolver.read('actor', record, 'parent', cell, unit.before.parent ?? '', 'other')
    if (id === null) {
      this.settle(record.row, 'wrong', null, fate?.name ?? '')
      return
    }
    if (id === unit.id) return
    const given = { row: record.row, column: cell.column, found: cell.found, value: id }
    if (say(unit, 'parent', given, this.problems) && !unit.isNew)
      this.settle(record.row, this.way === 'create' ? 'left' : 'update', unit.id, fate?.name ?? '')
  }

  private tellAlike(record: RowRead, name: string): void {
    const like = this.resolver.actors.nearest(name)
    const cell = record.said.get('name')
    if (like === null || !cell || foldName(like) === foldName(name)) return
    const about = problem('warning', record.row, cell.column, 'name', 'alike', name, like)
    this.problems.push({ ...about, suggestion: like })
  }

  /** Organisations that only a name is known of, as far as anything that is written names them. */
  private actorsNamed(units: readonly Unit[]): Unit[] {
    const named = new Set(
      units.flatMap(({ kind, after }) =>
        Object.entries(after)
          .filter(([field]) => references.has(fieldOf(kind, field)?.type ?? ''))
          .flatMap(([, ids]) => ids.split(' ')),
      ),
    )
    return this.resolver.newActors
      .filter(({ id }) => named.has(id))
      .map(({ id, name, language, row, kind }) => ({
        kind: 'actors',
        under: null,
        id,
        isNew: true,
        before: {},
        after: { [textKey('name', language)]: name, kind },
        language,
        row,
        saidBy: new Map(),
      }))
  }

  private fail(record: RowRead, field: string, code: Problem['code']): void {
    record.wrong = true
    const cell = record.said.get(field)
    this.problems.push(problem('error', record.row, cell?.column ?? null, field, code, cell?.found ?? ''))
  }

  private settle(row: number, what: What, id: string | null, name: string): void {
    const before = this.fates.get(row)
    if (before && weight[before.what] >= weight[what]) return
    this.fates.set(row, { row, what, id: id ?? before?.id ?? null, name: name || (before?.name ?? '') })
  }
}

/** Of what kind a partner is that only a name is known of. */
const newKindOf = (field: string, kind: string | undefined): string =>
  field === 'leads' ? 'service' : kind === 'network' ? 'network' : 'other'

/** By what a row is called in a list. */
function nameIn(kind: SheetKind, { said }: RowRead): string {
  const of = (field: string) =>
    said.get(field)?.value ?? [...said].find(([key]) => key.startsWith(`${field}@`))?.[1].value ?? ''
  switch (kind) {
    case 'contacts':
      return [of('given'), of('family')].filter(Boolean).join(' ')
    case 'relationships':
      return of('name') || of('partners')
    case 'actors':
      return of('name')
    default:
      return of('title')
  }
}
