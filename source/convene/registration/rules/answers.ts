import { z } from 'zod'
import { locales } from '#ground/languages/locales.ts'
import { countryCodes } from './countries.ts'

export const categories = ['elected', 'staff', 'university', 'civil-society', 'other'] as const
export type Category = (typeof categories)[number]

/** How many characters an answer may have. Names longer than this exist nowhere; a pasted document does. */
export const longest = { name: 100, email: 254, organisation: 200 } as const

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

const say = (key: AnswerError) => key
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, key: AnswerError) =>
  z.enum(values, { error: say(key) })

// Control characters and line breaks are not part of anybody's name; what is invisible alone is no name either.
const words = (missing: AnswerError, most: number, tooLong: AnswerError) =>
  z
    .string({ error: say(missing) })
    .transform(text =>
      text
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

// A name goes into a mail that comes from us, to an address that anybody may type: it must not carry a link there.
function isNoAddress(name: string): boolean {
  return !/:\/\/|www\.|\/|@/iu.test(name)
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
})
export type Answers = z.infer<typeof answersSchema>
