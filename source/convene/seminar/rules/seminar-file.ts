import { z } from 'zod'
import { questionKinds } from '#convene/registration/rules/questions.ts'
import { usualRetention } from '#convene/retention/rules/retention.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { isTimeZone } from '#ground/people/rules/time-zones.ts'
import {
  block,
  category,
  country,
  date,
  days,
  email,
  key,
  language,
  list,
  longList,
  moment,
  plainText,
  prose,
  shortText,
  time,
  title,
  url,
  whole,
  words,
  yesOrNo,
} from './file-values.ts'
import { emptyProgramme, programmeBlock, programmePerson, regions, spokenLanguages } from './programme-file.ts'

export const organisationKinds = [
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
] as const
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

/** By language, places such as `title` or `programme.slots.part-1.themes.0`. */
const older = z
  .strictObject(Object.fromEntries(locales.map(one => [one, longList(plainText(1000)).optional()])), block)
  .meta({
    description: 'The places of translations that are older than their original; left out, they stay as they are',
  })

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
      spoken_languages: spokenLanguages.default({ floor: [], interpretation: [] }),
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
      people: list(programmePerson).default([]).meta({ description: 'Who moderates, speaks or sits on a panel' }),
      programme: programmeBlock.default(emptyProgramme),
      older: older.optional(),
    },
    { error: 'seminar-file' },
  )
  .meta({
    title: 'A seminar, for Perenne',
    description: 'One seminar as a file that a person can write: docs/seminar-file.md',
  })

export type FileOlder = Partial<Record<Locale, string[]>>
export type SeminarFile = z.infer<typeof seminarFile>
