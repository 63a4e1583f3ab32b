import { z } from 'zod'
import { locales } from '#ground/languages/locales.ts'
import { answersSchema, longest } from '../../registration/rules/answers.ts'

/** What JSON Schema cannot say of an answer, or readers would not guess. */
const told: Readonly<Record<string, string>> = {
  givenName: `In any script; no web address. At most ${longest.name} characters, spaces around it not counted.`,
  familyName: `In any script; no web address. At most ${longest.name} characters, spaces around it not counted.`,
  email: `Where the confirmation is sent. At most ${longest.email} characters.`,
  category: 'In which capacity the person comes.',
  organisation: `In its own language. At most ${longest.organisation} characters.`,
  country: 'Of the organisation: ISO 3166-1 alpha-2 in capitals; XK is Kosovo.',
  language: `Of the mails to the person: ${locales.join(', ')}.`,
  consents: 'Keys of the consents that are given. A refusal `consent-missing` names those that are required.',
  organisationId: 'An organisation that organisers have approved: its name, country and territory then count.',
  territoryId: 'The territory the person comes for, when it is a known one. It decides the region.',
  territory:
    'The name of a territory that is none of the known ones. It is kept for the organisers and decides nothing.',
  role: `What the person does in their organisation. At most ${longest.role} characters.`,
  languages: 'Languages the person understands, as ISO 639 codes of two letters.',
  needs: `What the person needs in order to take part; a note has at most ${longest.need} characters.`,
  answers: 'Answers to the organiser’s own questions, by the key of the question.',
  invitation: 'The code of an invitation; capitals, spaces and hyphens make no difference.',
}

/**
 * The body of a registration as JSON Schema 2020-12, made from the schema that checks it: what may be sent, before
 * spaces are trimmed and the like. What JSON Schema cannot say stands in the descriptions.
 */
export function requestSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(answersSchema, { io: 'input', unrepresentable: 'any' })
  const properties = Object.entries(schema.properties ?? {}).map(([field, of]) => [
    field,
    typeof of === 'object' && told[field] !== undefined ? { description: told[field], ...of } : of,
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}
