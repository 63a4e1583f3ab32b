import { z } from 'zod'
import {
  block,
  date,
  email,
  key,
  language,
  list,
  longList,
  plainText,
  prose,
  spoken,
  time,
  title,
  whole,
  words,
  yesOrNo,
} from './file-values.ts'

// The programme of a seminar as its file says it, and the people who are on it.

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
export const regions = ['latin-america', 'europe', 'other'] as const
/** A seat is open until somebody is asked; whoever was asked says yes or no. */
export const seatStates = ['open', 'invited', 'confirmed', 'declined'] as const

/** The two sets of languages of a room: what is spoken from the floor, and what it is interpreted into. */
export const spokenLanguages = z.strictObject(
  { floor: list(spoken).default([]), interpretation: list(spoken).default([]) },
  block,
)

/** An address elsewhere, or a file of this installation. */
const documentAddress = z
  .string({ error: 'document-address' })
  .max(2000, { error: 'document-address' })
  .regex(/^(https?:\/\/[^\s]+|\/files\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, { error: 'document-address' })

const seat = z.strictObject(
  {
    key,
    region: z.enum(regions),
    organisation: key.optional(),
    person: key.optional().meta({ description: 'Key of one of the people' }),
    state: z.enum(seatStates).default('open'),
  },
  block,
)
const slot = z.strictObject(
  {
    key,
    kind: z.enum(slotKinds),
    part: plainText(12).optional().meta({ description: 'The numeral of a part: I, II' }),
    day: date.optional().meta({ description: 'The day it begins, when it is not the day of the seminar' }),
    from: time,
    until: date.optional().meta({ description: 'The day it ends, when it is not the day it begins' }),
    to: time,
    room: key.optional(),
    provisional: yesOrNo.default(false).meta({ description: 'Not confirmed yet' }),
    title,
    themes: list(words(2000)).default([]),
    method: prose.optional(),
    moderators: list(key).default([]).meta({ description: 'Keys of organisations' }),
    moderatorPersons: list(key).default([]).meta({ description: 'Keys of people' }),
    coordination: list(key).default([]).meta({ description: 'Keys of organisations' }),
    speakers: list(key).default([]).meta({ description: 'Keys of people' }),
    seats: list(seat).default([]).meta({ description: 'The panel: a seat for each, by region' }),
    spoken_languages: spokenLanguages.optional().meta({ description: 'When they are not those of the seminar' }),
    documents: list(z.strictObject({ title, url: documentAddress }, block)).default([]),
  },
  block,
)

/** What somebody who moderates or speaks was asked, or said. Whoever is not in the list was not asked. */
export const roleStates = ['invited', 'confirmed', 'declined'] as const
const answer = z.strictObject(
  {
    slot: key,
    as: z.enum(['moderator', 'speaker']),
    person: key.meta({ description: 'Key of one of those who moderate or speak there' }),
    state: z.enum(roleStates),
  },
  block,
)

/** Who moderates, speaks or sits on a panel. */
export const programmePerson = z.strictObject(
  {
    key,
    givenName: plainText(100),
    familyName: plainText(100),
    email: email.optional(),
    language: language.optional().meta({ description: 'In which we write to them' }),
    organisation: key.optional(),
    role: title.optional().meta({ description: 'Their post, such as: mayor of …' }),
    about: prose.optional().meta({ description: 'A few lines about them' }),
    named: yesOrNo.default(false).meta({ description: 'Everybody may read their name: they agreed to it' }),
  },
  block,
)

export const programmeBlock = z.strictObject(
  {
    name: title.optional(),
    provisional: yesOrNo.default(true),
    days: list(z.strictObject({ date, hours: z.strictObject({ from: time, to: time }, block) }, block))
      .default([])
      .meta({ description: 'Days after the first, each with its announced hours' }),
    rooms: list(z.strictObject({ key, name: title, capacity: whole(0, 1_000_000, 'capacity').optional() }, block))
      .default([])
      .meta({ description: 'Rooms in which things happen at the same time' }),
    slots: list(slot).default([]),
    answers: longList(answer)
      .optional()
      .meta({ description: 'What those who moderate or speak were asked and said; left out, it stays as it is' }),
  },
  block,
)
/** A programme of which nothing is said yet. */
export const emptyProgramme: z.infer<typeof programmeBlock> = { provisional: true, days: [], rooms: [], slots: [] }

export type FileProgramme = z.infer<typeof programmeBlock>
export type FileSlot = z.infer<typeof slot>
export type FileAnswer = z.infer<typeof answer>
export type FileSeat = z.infer<typeof seat>
export type FilePerson = z.infer<typeof programmePerson>
