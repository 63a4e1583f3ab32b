import { z } from 'zod'
import { locales } from '#ground/languages/locales.ts'
import { countryCodes } from './countries.ts'

export const categories = ['elected', 'staff', 'university', 'civil-society', 'other'] as const
export type Category = (typeof categories)[number]

/** How many characters an answer may have. Names longer than this exist nowhere; a pasted document does. */
export const longest = { name: 100, email: 254, organisation: 200, role: 200, need: 1000 } as const

/** What somebody may need in order to take part; said in messages `needs`. */
export const accessibilityNeeds = [
  'step-free',
  'reserved-seat',
  'hearing-loop',
  'sign-language',
  'captions',
  'large-print',
  'companion',
] as const
export type AccessibilityNeed = (typeof accessibilityNeeds)[number]
export const diets = ['vegetarian', 'vegan', 'halal', 'kosher', 'gluten-free', 'lactose-free', 'nut-allergy'] as const
export type Diet = (typeof diets)[number]

/** Keys of messages/registration `errors`. */
export type AnswerError =
  | 'givenName'
  | 'familyName'
  | 'nameTooLong'
  | 'nameLink'
  | 'email'
  | 'emailForm'
  | 'category'
  | 'organisation'
  | 'organisationTooLong'
  | 'country'
  | 'language'
  | 'consents'
  | 'consent'
  | 'roleTooLong'
  | 'languages'
  | 'needs'
  | 'needTooLong'
  | 'answers'
  | 'reference'
  | 'invitation'

const say = (key: AnswerError) => key
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, key: AnswerError) =>
  z.enum(values, { error: say(key) })

// Control characters and line breaks are not part of anybody's name; what is invisible alone is no name either. Signs that
// turn the direction of all that follows would turn the mails and lists a name stands in (those of one letter stay).
const words = (missing: AnswerError, most: number, tooLong: AnswerError) =>
  z
    .string({ error: say(missing) })
    .transform(text =>
      text
        .toWellFormed()
        .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(most, say(tooLong))
        .regex(/[\p{L}\p{N}\p{S}\p{P}]/u, say(missing)),
    )

// Several lines are kept: people explain what they need in paragraphs.
const lines = (most: number, tooLong: AnswerError) =>
  z
    .string({ error: say(tooLong) })
    .transform(text =>
      text
        .toWellFormed()
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(most, say(tooLong)))

const needsSchema = z.object(
  {
    accessibility: z.array(oneOf(accessibilityNeeds, 'needs')).default([]),
    diet: z.array(oneOf(diets, 'needs')).default([]),
    note: lines(longest.need, 'needTooLong').default(''),
  },
  { error: say('needs') },
)
export type Needs = z.infer<typeof needsSchema>

// A name goes into a mail that comes from us, to an address that anybody may type: it must not carry a link there.
// Mail programs make a link of “evil.com” alone; names with full stops have a space, a hyphen or one letter after them:
// “M. St. John”, “J.-P.”, “D.C.”. Wide and small forms of the signs count as the signs; what is invisible, as not there.
function isNoAddress(name: string): boolean {
  const seen = name.replace(/\p{Cf}/gu, '').normalize('NFKC')
  return !/:\/\/|www\.|\/|@|[\p{L}\p{M}\p{N}][.\u3002\uff0e][\p{L}\p{M}]{2,}/iu.test(seen)
}

/**
 * What a person answers, by form or by API. The messages are keys, said in the person's language by whoever shows them.
 * An address is checked for its form only: whether it works is known when the mail arrives.
 */
export const answersSchema = z.object({
  givenName: words('givenName', longest.name, 'nameTooLong').refine(isNoAddress, say('nameLink')),
  familyName: words('familyName', longest.name, 'nameTooLong').refine(isNoAddress, say('nameLink')),
  email: z
    .string({ error: say('email') })
    .transform(text => text.trim())
    .pipe(
      z
        .string()
        .min(1, say('email'))
        .max(longest.email, say('emailForm'))
        .regex(
          /^[^\s@<>",;:\\[\]()\p{Cc}]+@[^\s@<>",;:\\[\]()\p{Cc}]+\.[^\s@.<>",;:\\[\]()\p{Cc}]{2,}$/u,
          say('emailForm'),
        ),
    ),
  category: oneOf(categories, 'category'),
  organisation: words('organisation', longest.organisation, 'organisationTooLong'),
  country: z.string({ error: say('country') }).refine(code => countryCodes.has(code), say('country')),
  language: oneOf(locales, 'language'),
  /** Keys of the consents that are given. */
  consents: z.array(z.string().max(80, say('consents')), { error: say('consents') }).max(50, say('consents')),
  /** An organisation that organisers have approved; its name, country and territory then count. */
  organisationId: z.uuid({ error: say('reference') }).nullish(),
  territoryId: z.uuid({ error: say('reference') }).nullish(),
  /** The name of a territory that has no id here. It is kept for the organisers and decides nothing. */
  territory: lines(longest.organisation, 'organisationTooLong')
    .transform(text => text.replaceAll('\n', ' ') || null)
    .nullish(),
  /** What the person does in their organisation. */
  role: lines(longest.role, 'roleTooLong')
    .transform(text => text.replaceAll('\n', ' ') || null)
    .nullish(),
  /** Languages the person understands. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/, say('languages')), { error: say('languages') })
    .max(20, say('languages'))
    .default([]),
  needs: needsSchema.nullish(),
  /** Answers to the organiser's own questions, by the key of the question. */
  answers: z.record(z.string(), z.unknown(), { error: say('answers') }).default({}),
  /** The code of an invitation. */
  invitation: z
    .string({ error: say('invitation') })
    .max(60, say('invitation'))
    .transform(code => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .nullish(),
})
export type Answers = z.infer<typeof answersSchema>
