import { z } from 'zod'
import {
  block,
  country,
  date,
  email,
  key,
  language,
  list,
  plainText,
  shortText,
  spoken,
  url,
  words,
  yesOrNo,
} from '#convene/seminar/rules/file-values.ts'
import { categories } from '../../documents/rules/categories.ts'

// A memory as one file says it (samples/memory-*.yaml): records by keys of their own, texts in the source language or in
// several, dates as imprecise as they are known.

const edtfPart = String.raw`(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|\.\.)?`
const edtfPattern = new RegExp(`^(?=.*\\d)${edtfPart}(/${edtfPart})?$`)
const during = z.string({ error: 'edtf' }).regex(edtfPattern, { error: 'edtf' })
/** One date, as it is known; `XXXX` where nobody knows it. */
const when = z.string({ error: 'edtf' }).regex(/^(\d{4}(-\d{2}(-\d{2})?)?[~?%]?|XXXX)$/, { error: 'edtf' })
const whenKnown = z.string({ error: 'edtf' }).regex(/^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$/, { error: 'edtf' })
/** In the source language of the file, or in several. */
const said = (longest = 300) => z.union([plainText(longest), words(longest)], { error: 'words' })
const circle = z.enum(['internal', 'network', 'public'])
const amount = z.number({ error: 'amount' }).min(-1e12).max(1e12)
const currency = z.string({ error: 'currency' }).regex(/^[A-Z]{3}$/, { error: 'currency' })

type Shape = Record<string, z.ZodType>
type Partly<S extends Shape> = { [K in keyof S]: z.ZodOptional<S[K]> }

/**
 * A record: what it says, its parts, who sees it (`circle`), on which day the office wrote it down (`written`), and what it
 * said before it was last mended (`before`, oldest first, each until a day).
 */
function record<S extends Shape, P extends Shape = Record<never, never>>(shape: S, parts: P = {} as P) {
  const partly = Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, one.optional()])) as Partly<S>
  const before = list(z.strictObject({ until: date, ...partly }, block)).optional()
  return list(
    z.strictObject({ key, circle: circle.optional(), written: date.optional(), before, ...shape, ...parts }, block),
  ).optional()
}
const part = <S extends Shape>(shape: S) => list(z.strictObject(shape, block)).optional()

const service = {
  organisation: key,
  role: z.enum(['leads', 'contributes', 'is-consulted', 'decides', 'key-actor']),
  contact: key.optional(),
  during: during.optional(),
}
const commitment = {
  owed_by: z.enum(['us', 'them']),
  what: plainText(1000),
  due: date.optional(),
  settled: z
    .strictObject({ on: date, outcome: z.enum(['kept', 'dropped']), why: plainText(1000).optional() }, block)
    .optional(),
  organisation: key.optional(),
  contact: key.optional(),
  relationship: key.optional(),
  language: language.optional(),
}
const eventKinds = [
  'negotiated',
  'approved',
  'signed',
  'in-force',
  'amended',
  'renewed',
  'suspended',
  'denounced',
  'expired',
  'reactivated',
] as const
const agreement = {
  key,
  kind: z.enum(['charter', 'convention', 'addendum', 'letter']),
  title: said(),
  amends: key.optional(),
  first_end: whenKnown.optional(),
  renewal: z.enum(['none', 'tacit', 'express', 'indefinite']).optional(),
  renewal_months: z.int().min(1).max(1200).optional(),
  most_renewals: z.int().min(0).max(1000).optional(),
  notice_months: z.int().min(0).max(240).optional(),
  notice_days: z.int().min(0).max(3650).optional(),
  languages: list(language).optional(),
  events: part({ kind: z.enum(eventKinds), on: when, ends: whenKnown.optional(), decision: key.optional() }),
}

export const memoryFile = z.strictObject(
  {
    perenne: z.literal('memory/1'),
    space: z.strictObject({ kind: z.enum(['territory', 'network']), slug: key }, block),
    source: language,
    since: date.meta({ description: 'The day on which the office began to write its memory down here' }),
    organisations: record(
      {
        kind: z.enum([
          'network',
          'association',
          'company',
          'local-government',
          'university',
          'institution',
          'service',
          'ngo',
          'state',
          'donor',
          'international',
          'other',
        ]),
        name: said(),
        short: plainText(80).optional(),
        country: country.optional(),
        website: url.optional(),
        during: during.optional(),
        parent: key.optional(),
        successor: key.optional(),
        same_as: key.optional(),
      },
      {
        identifiers: part({
          scheme: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, { error: 'scheme' }),
          value: plainText(200),
        }),
      },
    ),
    contacts: record({
      given: shortText,
      family: shortText,
      organisation: key.optional(),
      role: said().optional(),
      languages: list(spoken).optional(),
      during: during.optional(),
      public_office: yesOrNo.optional(),
      email: email.optional(),
      telephone: plainText(40).optional(),
    }),
    terms: record({ name: said(), during, elected_on: date.optional(), organisation: key.optional() }),
    posts: record(
      {
        title: said(),
        nature: z.enum(['political', 'technical']),
        seats: z.int().min(1).max(100).optional(),
        during: during.optional(),
      },
      {
        held: part({
          by: key,
          term: key.optional(),
          during,
          acting: yesOrNo.optional(),
          carried_over: yesOrNo.optional(),
        }),
      },
    ),
    decisions: record(
      {
        number: plainText(100),
        on: date,
        object: said(2000),
        body: shortText.optional(),
        subject: z
          .string()
          .regex(/^[1-9](\.\d{1,2}){1,4}$/, { error: 'subject' })
          .optional(),
        voters: z.int().min(0).optional(),
        votes: z
          .strictObject({ for: z.int().min(0), against: z.int().min(0), abstentions: z.int().min(0) }, block)
          .optional(),
      },
      { about: list(key).optional() },
    ),
    relationships: record(
      {
        kind: z.enum(['twinning', 'cooperation', 'triangular', 'network', 'declaration']),
        name: said(),
        during,
        reason: said(20_000).optional(),
        narrative: said(20_000).optional(),
        sensitivity: said(20_000).optional(),
      },
      {
        parties: part({
          organisation: key,
          role: z.enum(['partner', 'donor', 'facilitator', 'network', 'other']).optional(),
          during: during.optional(),
        }),
        services: part(service),
        agreements: part(agreement),
        fees: part({
          year: z.int().min(1900).max(2200),
          amount,
          currency,
          due: date.optional(),
          paid: date.optional(),
        }),
        seats: part({ key, body: said(), held_by: z.enum(['city', 'person']), contact: key.optional(), during }),
      },
    ),
    projects: record(
      {
        title: said(),
        description: said(20_000).optional(),
        identifier: plainText(200).optional(),
        status: z.enum(['pipeline', 'implementation', 'finalisation', 'closed', 'cancelled', 'suspended']),
        planned_start: whenKnown.optional(),
        actual_start: whenKnown.optional(),
        planned_end: whenKnown.optional(),
        actual_end: whenKnown.optional(),
        relationship: key.optional(),
        parent: key.optional(),
      },
      {
        parties: part({
          organisation: key.optional(),
          role: z.enum(['funding', 'accountable', 'extending', 'implementing']),
        }),
        places: part({ country: country.optional(), name: shortText.optional() }),
        classes: part({
          vocabulary: z.enum(['sector', 'goal', 'target', 'marker', 'own']),
          code: plainText(60),
          significance: z.int().min(0).max(4).optional(),
        }),
        money: part({
          kind: z.enum([
            'budget',
            'incoming',
            'commitment',
            'disbursement',
            'expenditure',
            'planned-disbursement',
            'in-kind',
          ]),
          value: amount,
          currency,
          on: date,
          from: date.optional(),
          to: date.optional(),
          provider: key.optional(),
          receiver: key.optional(),
          description: plainText(1000).optional(),
          circle: circle.optional(),
        }),
        services: part(service),
      },
    ),
    journal: record(
      {
        kind: z.enum(['mission', 'delegation', 'meeting', 'call', 'letter', 'event', 'other']),
        during,
        title: shortText,
        place: shortText.optional(),
        body: plainText(20_000).optional(),
        language: language.optional(),
      },
      {
        with: part({
          contact: key.optional(),
          organisation: key.optional(),
          side: z.enum(['own', 'partner', 'other']).optional(),
        }),
        about: list(key).optional(),
        commitments: part({ key, ...commitment }),
      },
    ),
    commitments: record(commitment),
    documents: record(
      {
        title: said(),
        category: z.enum(categories, { error: 'document-category' }),
        language: language.optional(),
        during: during.optional(),
        licence: shortText.optional(),
        keep_until: date.optional(),
        legal_hold: yesOrNo.optional(),
      },
      {
        about: list(key).optional(),
        // Each a version, added on its day at the earliest.
        files: part({ file: z.string().regex(/^[a-z0-9-]+\.(pdf|docx|odt)$/, { error: 'file' }), on: date.optional() }),
      },
    ),
    notes: record(
      {
        kind: z.enum(['fact', 'context', 'lesson', 'warning', 'contact-tip', 'oral-memory']),
        body: plainText(50_000),
        language: language.optional(),
        during: during.optional(),
        told_by: key.optional(),
        confidential: yesOrNo.optional(),
      },
      { about: list(key).optional() },
    ),
  },
  block,
)

export type MemoryFile = z.infer<typeof memoryFile>
export type Circle = z.infer<typeof circle>
type Items<T> = T extends readonly (infer One)[] ? One : never
type Kinds = Exclude<keyof MemoryFile, 'perenne' | 'space' | 'source' | 'since'>
export type RecordKind = Kinds
export type RecordOf<K extends Kinds> = Items<NonNullable<MemoryFile[K]>>
export const recordKinds = [
  'organisations',
  'contacts',
  'terms',
  'posts',
  'decisions',
  'relationships',
  'projects',
  'journal',
  'commitments',
  'documents',
  'notes',
] as const satisfies readonly Kinds[]
export type Said = string | Partial<Record<'fr' | 'es' | 'pt' | 'en', string | undefined>>
