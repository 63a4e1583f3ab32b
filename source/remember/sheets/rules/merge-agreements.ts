import type { RowFate, Way, What } from './fates.ts'
import { type Agreement, agreementIn, agreementKeys, type Candidate, findAgreement } from './find-agreement.ts'
import { Index } from './find-record.ts'
import { bodiesOf, type Fields } from './kinds.ts'
import { type Problem, problem } from './problems.ts'
import type { RowRead } from './rows.ts'
import { changesOf, type Unit } from './units.ts'

/** What a row says of an agreement of its relationship. */
export type OfAgreement = { record: RowRead; relationship: string; fields: Fields; name: string }

type Merging = {
  units: Map<string, Unit>
  problems: Problem[]
  way: Way
  newUnit: (record: RowRead, under: string) => Unit
  apply: (unit: Unit, record: RowRead, fields: Fields, certain: boolean) => boolean
  fail: (record: RowRead, field: string, code: Problem['code']) => void
  settle: (row: number, what: What, id: RowFate['id'], name: string) => void
}

// Of more, only those with the same title or the same day are looked at.
const mostLookedAt = 100

/** Puts the agreements that rows tell of beside those of their relationships: those that are sure before the others. */
export class MergeAgreements {
  private readonly merging: Merging
  private readonly index = new Index<Unit>()
  private readonly of = new Map<string, Unit[]>()
  private readonly toldBy = new Map<Unit, Agreement>()
  private rows: OfAgreement[] = []

  constructor(merging: Merging) {
    this.merging = merging
  }

  enter(unit: Unit): void {
    const { units } = this.merging
    const under = unit.under ?? ''
    if (!units.has(unit.id)) this.of.set(under, push(this.of.get(under), unit))
    units.set(unit.id, unit)
    const agreement = agreementIn(unit.after)
    this.toldBy.set(unit, agreement)
    this.index.add(agreementKeys(under, agreement), unit)
  }

  /** Takes in what a row says; which agreement it is of is found when all rows are in. */
  row(one: OfAgreement): void {
    if (Object.keys(one.fields).length > 0) this.rows.push(one)
  }

  *settle(): Generator<void> {
    const left: OfAgreement[] = []
    for (const one of this.rows) {
      if (!this.settleRow(one, true)) left.push(one)
      yield
    }
    this.rows = []
    for (const one of left) {
      this.settleRow(one, false)
      yield
    }
  }

  /** An agreement of which an end is known and no signature has no deadline anywhere. */
  tellUnsigned(wrong: ReadonlySet<number>): void {
    const { units, problems } = this.merging
    for (const unit of units.values()) {
      if (unit.under === null || wrong.has(unit.row) || !unit.after.firstEnd || unit.after.signedOn) continue
      if (!unit.isNew && changesOf(unit).length === 0) continue
      const title = Object.values(bodiesOf(unit.after, 'agreementTitle'))[0] ?? ''
      problems.push(problem('warning', unit.row, null, 'signedOn', 'end-without-signature', title))
    }
  }

  private settleRow(one: OfAgreement, onlySure: boolean): boolean {
    const { record, relationship, fields, name } = one
    const { units, way, fail, settle, apply, newUnit, problems } = this.merging
    const id = record.said.get('agreementId')?.value
    const byId = id === undefined ? undefined : units.get(id)
    if (id !== undefined && byId?.under !== relationship) {
      fail(record, 'agreementId', 'id-unknown')
      settle(record.row, 'wrong', null, name)
      return true
    }
    const given = agreementIn(fields)
    const { found, like } =
      byId === undefined
        ? findAgreement(this.candidates(relationship, given), given, onlySure)
        : { found: byId, like: null }
    if (found === 'several') {
      fail(record, 'agreementTitle', 'ambiguous')
      settle(record.row, 'wrong', null, name)
      return true
    }
    if (found === null && onlySure) return false
    if (found === null && way === 'update') {
      settle(record.row, 'left', relationship, name)
      return true
    }
    const unit = found ?? newUnit(record, relationship)
    if (found === null && record.kindOfTitle !== null) unit.after.agreementKind = record.kindOfTitle
    if (found === null && like !== null) {
      const cell = record.said.get('agreementTitle')
      problems.push(
        problem('warning', record.row, cell?.column ?? null, 'agreementTitle', 'agreement-alike', cell?.found ?? ''),
      )
    }
    unit.row ||= record.row
    const different = apply(unit, record, fields, id !== undefined)
    this.enter(unit)
    if (found === null) settle(record.row, units.get(relationship)?.isNew ? 'create' : 'gains', relationship, name)
    else if (different) settle(record.row, way === 'create' && !unit.isNew ? 'left' : 'update', relationship, name)
    return true
  }

  private candidates(relationship: string, given: Agreement): Candidate[] {
    const all = this.of.get(relationship) ?? []
    const some = all.length <= mostLookedAt ? all : this.index.all(agreementKeys(relationship, given))
    return some.map(unit => ({ unit, agreement: this.toldBy.get(unit) ?? agreementIn(unit.after) }))
  }
}

function push<T>(list: T[] | undefined, one: T): T[] {
  if (list === undefined) return [one]
  list.push(one)
  return list
}
