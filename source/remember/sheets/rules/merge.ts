import { foldName } from '#convene/registration/rules/fold.ts'
import { unknownDate } from '../../rules/edtf.ts'
import { toldOf } from './counted.ts'
import { languageOfName, nameIn, type RowFate, type Way, type What, weight } from './fates.ts'
import { Index, keysOf } from './find-record.ts'
import { findUnit, relationshipAlike, saidById } from './find-unit.ts'
import { bodiesOf, type Fields, fieldOf, type SheetKind, textKey } from './kinds.ts'
import type { Known } from './known.ts'
import { MergeAgreements } from './merge-agreements.ts'
import { needed } from './needed.ts'
import { actorsNamed, isSaid, newOf, ofAgreement, partnersOf, references, unitOf } from './new-units.ts'
import { type Problem, problem } from './problems.ts'
import { fieldsIn } from './read-rows.ts'
import { Resolver } from './resolve.ts'
import type { RowRead } from './rows.ts'
import { changesOf, say, type Unit } from './units.ts'
import { faultOf } from './whole-record.ts'

export { isWay, type RowFate, type Way, type What, ways } from './fates.ts'

/** `same`, `left`: how many records stay as they are, the latter by the way that was chosen. */
export type Merged = { units: Unit[]; fates: RowFate[]; problems: Problem[]; same: number; left: number }

/** Puts the rows of a sheet beside what is known: which records they are, what is new, what differs. Nothing is written. */
export class Merge {
  readonly problems: Problem[] = []
  private readonly kind: SheetKind
  private readonly way: Way
  private readonly newId: () => string
  private readonly resolver: Resolver
  private readonly index = new Index<Unit>()
  private readonly units = new Map<string, Unit>()
  private readonly agreements: MergeAgreements
  /** partner and kind → a known relationship. */
  private readonly withPartner = new Map<string, Unit>()
  private readonly fates = new Map<number, RowFate>()
  /** In which language a row says by what it is called. */
  private readonly languages = new Map<number, string | null>()
  private readonly asked = new Set<number>()
  private readonly later: { record: RowRead; unit: Unit }[] = []
  private notMade = 0

  constructor(kind: SheetKind, known: Known, how: { way: Way; newId: () => string }) {
    this.kind = kind
    this.way = how.way
    this.newId = how.newId
    this.resolver = new Resolver(known, how.newId, this.problems)
    this.agreements = new MergeAgreements({
      units: this.units,
      problems: this.problems,
      way: this.way,
      newUnit: (record, under) => ({
        ...unitOf(this.kind, this.newId(), {}, under),
        isNew: true,
        language: record.language,
        row: record.row,
      }),
      apply: (unit, record, fields, certain) => this.apply(unit, record, fields, certain),
      fail: (record, field, code) => this.fail(record, field, code),
      settle: (row, what, id, name) => this.settle(row, what, id, name),
    })
    for (const { id, fields } of known.records) this.enter(unitOf(this.kind, id, fields, null))
    for (const { id, fields, relationship } of known.agreements)
      this.agreements.enter(unitOf(this.kind, id, fields, relationship))
  }

  /** Takes one row in. */
  row(record: RowRead): void {
    const name = nameIn(this.kind, record)
    this.languages.set(record.row, languageOfName(this.kind, record))
    const { id, known } = saidById(record, this.units)
    if (id && (known === undefined || known.under !== null)) this.fail(record, 'id', 'id-unknown')
    const given = this.resolved(record, known?.before ?? {})
    if (record.wrong) {
      this.settle(record.row, 'wrong', null, name)
      return
    }
    const fields = Object.fromEntries(Object.entries(given).filter(([field]) => !fieldOf(this.kind, field)?.agreement))
    const found = known ?? findUnit(this.kind, this.index, fields)
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
    if (found === null && this.kind === 'relationships')
      this.problems.push(...relationshipAlike(record, fields, this.withPartner))
    unit.row ||= record.row
    const different = this.apply(unit, record, fields, id !== undefined && !id.byHand)
    const what = unit.isNew && unit.row === record.row ? 'create' : different ? 'update' : 'same'
    this.settle(record.row, !unit.isNew && what === 'update' && this.way === 'create' ? 'left' : what, unit.id, name)
    if (this.kind === 'relationships')
      this.agreements.row({ record, relationship: unit.id, fields: ofAgreement(given), name })
    if (this.kind === 'actors') this.later.push({ record, unit })
    else this.enterKeys(unit)
  }

  /** Finds the agreements that the rows tell of, once all are in; whoever reads thousands may let others work in between. */
  *agree(): Generator<void> {
    yield* this.agreements.settle()
  }

  /** What is to be written, once all rows are in. */
  end(): Merged {
    for (const _ of this.agree());
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
    this.agreements.tellUnsigned(wrong)
    const changed = [...this.units.values()].filter(
      unit => !wrong.has(unit.row) && (unit.isNew || (this.way !== 'create' && changesOf(unit).length > 0)),
    )
    const told = toldOf(this.units.values(), wrong)
    const kept = changed.filter(unit => unit.under === null || !this.isGone(unit.under, wrong))
    return {
      units: [...actorsNamed(this.resolver.newActors, kept, row => this.fates.get(row)?.what === 'wrong'), ...kept],
      fates: [...this.fates.values()].sort((a, b) => a.row - b.row),
      problems: this.problems,
      same: told.same,
      left: this.way === 'create' ? told.different : this.notMade,
    }
  }

  private isGone(id: string, wrong: ReadonlySet<number>): boolean {
    const unit = this.units.get(id)
    return unit?.isNew === true && wrong.has(unit.row)
  }

  private enter(unit: Unit): void {
    this.units.set(unit.id, unit)
    this.enterKeys(unit)
    if (this.kind === 'relationships')
      for (const partner of partnersOf(unit.after)) this.withPartner.set(`${partner} ${unit.after.kind}`, unit)
  }

  private enterKeys(unit: Unit): void {
    this.index.add(keysOf(this.kind, unit.after), unit)
  }

  /** The fields of a row with the ids of what they name; a parent waits until every row of organisations is in. */
  private resolved(record: RowRead, before: Fields): Fields {
    const given = fieldsIn(this.kind, record)
    for (const [field, cell] of record.said) {
      const how = fieldOf(this.kind, field)
      if (how === undefined || !references.has(how.type)) continue
      if (this.kind === 'actors') {
        delete given[field]
        continue
      }
      const ofNew = newOf(this.kind, field, given)
      const ids = this.resolver.read(how, record, field, cell, before[field] ?? '', ofNew)
      if (ids === null) delete given[field]
      else given[field] = ids
    }
    // It is told by the partner, not by the relationship.
    delete given.partnerCountry
    return given
  }

  /** Asks a new record for what it cannot be without; a known one may leave out what is known of it. */
  private isWhole(record: RowRead, fields: Fields): boolean {
    const lacking = needed[this.kind].filter(
      field => !Object.keys(fields).some(key => key === field || key.startsWith(`${field}@`)),
    )
    for (const field of lacking) this.problems.push(problem('error', record.row, null, field, 'missing', ''))
    return lacking.length === 0
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
      for (const name of Object.values(bodiesOf(fields, 'name'))) this.resolver.enter(unit.id, name, record.row)
    // Since when, nobody may know.
    if (this.kind === 'relationships') unit.after.during = unknownDate
    if (this.kind === 'relationships' && Object.keys(bodiesOf(fields, 'name')).length === 0)
      unit.after[textKey('name', record.language)] =
        record.said
          .get('partners')
          ?.value.replace(/\s*\n\s*/g, ', ')
          .slice(0, 300) ?? ''
    return unit
  }

  private apply(unit: Unit, record: RowRead, fields: Fields, certain: boolean): boolean {
    let different = false
    for (const [field, value] of Object.entries(fields)) {
      if (field === 'id' || field === 'agreementId') continue
      // The language of what is there is that of its texts.
      if (field === 'language' && !unit.isNew) continue
      const cell = record.said.get(field) ?? record.said.get(field.replace(/@..$/, ''))
      const given = {
        row: record.row,
        column: cell?.column ?? null,
        found: cell?.found ?? value,
        value,
        certain: certain || cell?.byHand === true,
      }
      if (!certain && !record.said.has(field) && this.isOtherLanguage(unit, record, field, value)) continue
      different = say(unit, field, given, this.problems) || different
    }
    return different
  }

  /**
   * Whether a text would stand beside one that the record was written in, in a language that nobody said: that it translates
   * it is a question, told once for each row.
   */
  private isOtherLanguage(unit: Unit, record: RowRead, field: string, value: string): boolean {
    const [text = '', language] = field.split('@')
    const source = unit.before[`source ${text}`]
    if (unit.isNew || language === undefined || source === undefined || source === language) return false
    if (record.said.has('language') || unit.before[field] !== undefined || isSaid(unit, text, value)) return false
    if (!this.asked.has(record.row)) {
      this.asked.add(record.row)
      const about = problem('warning', record.row, null, 'language', 'other-language', '', source)
      this.problems.push({ ...about, suggestion: language })
    }
    return true
  }

  private parent(record: RowRead, unit: Unit): void {
    const cell = record.said.get('parent')
    if (!cell) return
    const fate = this.fates.get(record.row)
    const id = this.resolver.read(
      { type: 'actor' },
      record,
      'parent',
      cell,
      unit.before.parent ?? '',
      newOf('actors', 'parent', {}),
    )
    if (id === null) {
      this.settle(record.row, 'wrong', null, fate?.name ?? '')
      return
    }
    if (id === unit.id) return
    const given = { row: record.row, column: cell.column, found: cell.found, value: id, certain: true }
    if (say(unit, 'parent', given, this.problems) && !unit.isNew)
      this.settle(record.row, this.way === 'create' ? 'left' : 'update', unit.id, fate?.name ?? '')
  }

  private tellAlike(record: RowRead, name: string): void {
    const like = this.resolver.actors.nearest(name)
    const cell = record.said.get('name')
    if (like === null || !cell || foldName(like) === foldName(name)) return
    this.resolver.tellAlike(record.row, cell.column, 'name', name, like)
  }

  private fail(record: RowRead, field: string, code: Problem['code']): void {
    record.wrong = true
    const cell = record.said.get(field)
    this.problems.push(problem('error', record.row, cell?.column ?? null, field, code, cell?.found ?? ''))
  }

  private settle(row: number, what: What, id: string | null, name: string): void {
    if (what === 'left' && this.way === 'update') this.notMade += 1
    const before = this.fates.get(row)
    if (before && weight[before.what] >= weight[what]) return
    this.fates.set(row, {
      row,
      what,
      id: id ?? before?.id ?? null,
      name: name || (before?.name ?? ''),
      language: this.languages.get(row) ?? null,
    })
  }
}
