import { z } from 'zod'
import { categories } from '#convene/registration/rules/answers.ts'
import { questionKinds } from '#convene/registration/rules/questions.ts'
import { usualRetention } from '#convene/retention/rules/retention.ts'
import { locales } from '#ground/languages/locales.ts'
import type { Region } from '#ground/people/rules/region.ts'
import type { PlainExpectation } from './problems.ts'

/** The longest text of a seminar file, in characters (UTF-16 units, as JSON Schema's readers count). */
export const longestText = 20_000
/** The largest seminar file, in bytes of UTF-8. */
export const largestFile = 1_048_576

// The `error` of each schema is a code of what is expected (Expectation in problems.ts), never a sentence: the
// sentence is put in the reader's language later.

const isStorable = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL cannot store them, and no reader can see them.
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
const plainText = (longest: number) =>
  z
    .string({ error: 'text' })
    .trim()
    .min(1, { error: 'text-not-empty' })
    .max(longest, { error: 'text-too-long' })
    .refine(isStorable, { error: 'text-characters' })
const shortText = plainText(300)
const key = z
  .string({ error: 'key' })
  .max(80, { error: 'key' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'key' })
const language = z.enum(locales)
const words = (longest: number) =>
  z
    .strictObject(Object.fromEntries(locales.map(l => [l, plainText(longest).optional()])), { error: 'words' })
    .refine(said => Object.keys(said).length > 0, { error: 'words' })
    .meta({ description: 'One text in several languages, the source language among them' })
const title = words(300)
const prose = words(longestText)

const date = z
  .string({ error: 'date' })
  .refine(text => isDate(text), { error: 'date' })
  .meta({ format: 'date', description: 'YYYY-MM-DD' })
const time = z
  .string({ error: 'time' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time' })
  .meta({ description: 'HH:MM at the venue, in quotation marks' })
const moment = z
  .string({ error: 'moment' })
  .refine(text => isMoment(text), { error: 'moment' })
  .meta({ description: 'YYYY-MM-DDTHH:MM:SS at the venue' })
const country = z.string({ error: 'country' }).regex(/^[A-Z]{2}$/, { error: 'country' })
const spoken = z.string({ error: 'spoken-language' }).regex(/^[a-z]{2,3}$/, { error: 'spoken-language' })
const yesOrNo = z.boolean({ error: 'yes-or-no' })
const list = <T extends z.ZodType>(of: T) => z.array(of, { error: 'list' }).max(200, { error: 'list-too-long' })
const url = z
  .string({ error: 'web-address' })
  .max(2000, { error: 'web-address' })
  .regex(/^https?:\/\/[^\s]+$/, { error: 'web-address' })
const email = z
  .string({ error: 'email' })
  .max(254, { error: 'email' })
  .regex(/^[^\s@<>]+@[^\s@<>]+$/, { error: 'email' })
const block = { error: 'block' }
const whole = (least: number, most: number, error: PlainExpectation) =>
  z.int({ error }).min(least, { error }).max(most, { error })
const days = whole(0, 3650, 'days')
const category = z.enum(categories)

export const slotKinds = [
  'registration',
  'welcome',
  'introduction',
  'part',
  'talk',
  'workshop',
  'break',
  'meal',
  'closing',
] as const
export const organisationKinds = [
  'network',
  'association',
  'company',
  'local-government',
  'university',
  'institution',
  'other',
] as const
export const regions = ['latin-america', 'europe', 'other'] as const satisfies readonly Region[]
export const organisationRoles = ['organiser', 'partner', 'supporter'] as const

const organisation = z.strictObject(
  {
    key,
    name: title,
    short: plainText(80).optional(),
    kind: z.enum(organisationKinds),
    country: country.optional(),
    website: url.optional(),
    roles: list(z.enum(organisationRoles)).default([]),
  },
  block,
)
const contact = z.strictObject(
  { organisation: key.optional(), email: email.optional(), telephone: plainText(40).optional(), label: title },
  block,
)
const slot = z.strictObject(
  {
    key,
    kind: z.enum(slotKinds),
    part: plainText(12).optional().meta({ description: 'The numeral of a part: I, II' }),
    from: time,
    to: time,
    title,
    themes: list(words(2000)).default([]),
    method: prose.optional(),
    moderators: list(key).default([]),
    coordination: list(key).default([]),
  },
  block,
)
const consent = z.strictObject({ key, required: yesOrNo, text: prose }, block)
const capacity = z.int({ error: 'capacity' }).min(0, { error: 'capacity' }).max(1_000_000, { error: 'capacity' })
const quota = z.strictObject(
  {
    key,
    name: title,
    capacity,
    categories: list(category).min(1, { error: 'list-not-empty' }).optional(),
    regions: list(z.enum(regions)).min(1, { error: 'list-not-empty' }).optional(),
    territory: key.optional().meta({ description: 'Slug of a public territory' }),
  },
  block,
)
const question = z.strictObject(
  {
    key,
    kind: z.enum(questionKinds),
    required: yesOrNo.default(false),
    label: title,
    hint: words(1000).optional(),
    options: list(z.strictObject({ key, label: title }, block))
      .min(1, { error: 'list-not-empty' })
      .optional()
      .meta({ description: 'What can be chosen, for the kinds choice and several' }),
    when: z
      .strictObject(
        {
          question: key.optional(),
          is: list(key).min(1, { error: 'list-not-empty' }).optional(),
          category: list(category).min(1, { error: 'list-not-empty' }).optional(),
        },
        block,
      )
      .optional()
      .meta({ description: 'Asked after some answers to an earlier question, or of some categories' }),
  },
  block,
)

/** A seminar as one file says it. What one field cannot tell alone is checked in file-checks.ts. */
export const seminarFile = z
  .strictObject(
    {
      perenne: z.literal('seminar/1'),
      slug: key,
      network: z.strictObject({ slug: key, name: title }, block),
      source: language,
      languages: list(language).min(1, { error: 'list-not-empty' }),
      demonstration: prose.optional().meta({ description: 'What is invented; shown above every page of the seminar' }),
      title,
      subtitle: title.optional(),
      theme: prose.optional(),
      question: prose.optional(),
      presentation: prose.optional(),
      audience: prose.optional(),
      objective: prose.optional(),
      method: prose.optional(),
      date,
      hours: z.strictObject({ from: time, to: time }, block),
      time_zone: z.string({ error: 'time-zone' }).refine(isTimeZone, { error: 'time-zone' }).meta({
        description: 'IANA name, such as Europe/Paris',
      }),
      venue: z.strictObject(
        {
          name: title,
          address: shortText,
          country,
          entrance: words(2000).optional(),
          access: list(words(2000)).default([]),
        },
        block,
      ),
      spoken_languages: z
        .strictObject({ floor: list(spoken).default([]), interpretation: list(spoken).default([]) }, block)
        .default({ floor: [], interpretation: [] }),
      cancelled: yesOrNo.optional(),
      registration: z.strictObject(
        {
          capacity: capacity.meta({ description: 'Places of the whole seminar' }),
          opens: moment.optional(),
          closes: moment.meta({ description: 'The last second in which a registration is accepted' }),
          mandatory: yesOrNo.default(true),
          approval: list(category).default([]).meta({ description: 'Categories that organisers examine first' }),
          perOrganisation: whole(1, 1_000_000, 'per-organisation').optional(),
          perForm: whole(1, 20, 'per-form').default(10),
          promotion: z.enum(['direct', 'offer']).default('direct'),
          offerHours: whole(1, 720, 'offer-hours').default(48),
          promoteUntil: moment.optional(),
          changeUntil: moment.optional(),
          quotas: list(quota).default([]),
          questions: list(question).default([]),
          retention: z
            .strictObject(
              {
                needs: days.default(usualRetention.needs),
                answers: days.default(usualRetention.answers),
                persons: days.default(usualRetention.persons),
              },
              block,
            )
            .default(usualRetention)
            .meta({ description: 'Days after the seminar for which each is kept' }),
          consents: list(consent).default([]),
        },
        block,
      ),
      organisations: list(organisation).default([]),
      contacts: list(contact).default([]),
      programme: z
        .strictObject(
          { name: title.optional(), provisional: yesOrNo.default(true), slots: list(slot).default([]) },
          block,
        )
        .default({ provisional: true, slots: [] }),
    },
    { error: 'seminar-file' },
  )
  .meta({
    title: 'A seminar, for Perenne',
    description: 'One seminar as a file that a person can write: docs/seminar-file.md',
  })

export type SeminarFile = z.infer<typeof seminarFile>
export type FileWords = z.infer<typeof title>

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d)?$/.test(text)) return false
  try {
    Temporal.PlainDateTime.from(text)
    return true
  } catch {
    return false
  }
}

/** A zone with a name. An offset is refused: it does not know summer. */
export function isTimeZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return !text.includes(':')
  } catch {
    return false
  }
}
