import { severities } from '#convene/programme/rules/findings.ts'
import { lives } from '#convene/seminar/rules/life.ts'
import { locales } from '#ground/languages/locales.ts'
import { apiChecks } from '../../messages/api-checks.ts'
import { apiRefusals } from '../../messages/api-refusals.ts'
import { registration } from '../../messages/registration.ts'
import { categories } from '../../registration/rules/answers.ts'
import { includable, toldCodes } from '../rules/public-findings.ts'
import { refusedWith } from '../rules/refusals.ts'
import { requestSchema } from './request-schema.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const words = (description: string) => ({ type: 'string', description })
const object = (properties: Record<string, unknown>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})
const answer = (description: string, schema: unknown, more: object = {}) => ({
  description,
  content: { 'application/json': { schema } },
  ...more,
})

const reference = words('Told in the log of the server: name it when you ask for help.')
const message = words('A sentence for people, in the language that Accept-Language or `language` asks for.')
const problem = (code: string) => object({ code: { const: code }, message, reference })
const refusal = (status: 409 | 422) =>
  object({
    code: { type: 'string', enum: refusedWith(status) },
    message,
    errors: { type: 'array', items: ref('FieldError') },
  })

const notFound = answer('There is no such seminar, or it is not public.', problem('not-found'))
const tooMany = answer(
  'Too many requests, or too many registrations of one address within the hour.',
  problem('too-many'),
  {
    headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } },
  },
)
const otherwise = answer(
  'What is not foreseen for this address: `error` is a fault of ours.',
  object({ code: words('For programs.'), message, reference }),
)
const anyOrigin = {
  'Access-Control-Allow-Origin': { description: 'Pages of any site may read it.', schema: { const: '*' } },
}

/** What may be wrong with one answer: every code has its sentence. */
const fieldCodes = [
  ...Object.keys(registration.en.errors).filter(code => code !== 'trap'), // of the form alone
  ...Object.keys(apiRefusals.en.answers),
  ...Object.keys(apiRefusals.en).filter(code => code.startsWith('invitation-')),
  ...Object.keys(apiChecks.en.errors),
]

const schemas = () => ({
  RegistrationRequest: requestSchema(),
  Registration: object({
    id: { type: 'string', format: 'uuid' },
    state: {
      type: 'string',
      enum: Object.keys(registration.en.states),
      description:
        'Of a new registration `requested`, `waiting` or `confirmed`. The others are told only when a request comes again ' +
        'with its `Idempotency-Key`.',
    },
    rank: {
      type: ['integer', 'null'],
      minimum: 1,
      description: 'While waiting: the people ahead who compete for the same places, plus one.',
    },
  }),
  FieldError: object({
    field: words('Which part of the request, with dots: `email`, `consents.data`, `answers.parts`.'),
    code: { ...words('For programs. More may be added.'), examples: fieldCodes },
    message,
  }),
  Place: object({
    quota: words('Key of the quota; `overall` is that of the whole seminar.'),
    capacity: { type: 'integer', minimum: 0 },
    taken: { type: 'integer', minimum: 0, description: 'Above the capacity when that was lowered since.' },
    seminar: { type: 'string', enum: lives, description: 'What the seminar is now: docs/life.md.' },
    waiting: { type: 'integer', minimum: 0, description: 'People in the line who wait for this quota.' },
  }),
  ProgrammeFinding: object({
    code: { type: 'string', enum: toldCodes },
    slots: {
      type: 'array',
      items: words('Key of a slot.'),
      description: 'In the order of the timetable; empty when only texts that are in no slot lack a translation.',
    },
    severity: { type: 'string', enum: [...new Set(toldCodes.map(code => severities[code]))] },
    what: words('What it is, as a title.'),
    found: {
      type: ['string', 'null'],
      description: 'What exactly: the room, the hours, the language, the person if everybody may know the name.',
    },
    where: words('The slots with their day, hours and title, or which texts outside of them.'),
    why: words('Why it matters.'),
    advice: words('What to do.'),
    language: {
      type: 'string',
      enum: locales,
      description: 'Of the words. A title that has no translation in it stands in the language it was written in.',
    },
  }),
})

/**
 * The API of docs/api.md in OpenAPI 3.1. In English, as the code: it is read by programs and by those who write them.
 *
 * @param publicUrl where this installation is reached
 */
export function openApiDocument(publicUrl: URL): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Perenne',
      version: '1',
      description:
        'Registering for the public seminars of this installation. Messages are in French, Spanish, Portuguese or ' +
        'English, as Accept-Language asks; codes never change with the language. Properties may be added to answers.',
      license: { name: 'European Union Public Licence 1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl.origin }],
    security: [],
    paths: {
      '/api/v1/seminars/{slug}/registrations': { parameters: [slug], post: register },
      '/api/v1/seminars/{slug}/places': {
        parameters: [slug],
        get: {
          operationId: 'places',
          summary: 'How many places each quota has, and how many are taken',
          responses: {
            200: answer('Every quota.', { type: 'array', items: ref('Place') }, { headers: anyOrigin }),
            404: notFound,
            429: tooMany,
            default: otherwise,
          },
        },
      },
      '/api/v1/seminars/{slug}/checks': {
        parameters: [slug],
        get: {
          operationId: 'checks',
          summary: 'What is worth looking at in the programme as it was last released',
          description:
            'The same for everybody. Without `include` it is about the timetable, the moderation and the balance of panels.',
          parameters: [wordsIn, include],
          responses: {
            200: answer(
              'Every finding, in the order of the timetable; empty when all is well, and while no programme was released.',
              {
                type: 'array',
                items: ref('ProgrammeFinding'),
              },
              { headers: anyOrigin },
            ),
            404: notFound,
            422: answer(
              'A parameter has another value than those that are told: every error at once.',
              object({ code: { const: 'invalid' }, message, errors: { type: 'array', items: ref('FieldError') } }),
              { headers: anyOrigin },
            ),
            429: tooMany,
            default: otherwise,
          },
        },
      },
    },
    components: { schemas: schemas() },
  }
}

const slug = {
  name: 'slug',
  in: 'path',
  required: true,
  description: 'The end of the address of the seminar.',
  schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
}

const wordsIn = {
  name: 'language',
  in: 'query',
  description: 'Of the words; without it as Accept-Language asks, else the language of the seminar.',
  schema: { type: 'string', enum: locales },
}

const include = {
  name: 'include',
  in: 'query',
  description:
    'What is told besides, with commas between. `seats`: those that are to be confirmed, whether or not somebody was asked ' +
    '(`seat-unanswered`). `translations`: texts that are missing or out of date in the languages the version is published ' +
    'in (`translation-missing`, `translation-stale`).',
  style: 'form',
  explode: false,
  schema: { type: 'array', minItems: 1, items: { type: 'string', enum: Object.keys(includable) } },
}

const register = {
  operationId: 'register',
  summary: 'Register one person',
  description:
    'The answer is the same for a person who is registered already: a mail tells them, and nobody else, where they stand. ' +
    'A program without a session speaks for the person, who must have agreed to the consents that it sends: they are kept ' +
    'as the person’s own statement. Those that somebody sends who is signed in are kept as said in the person’s name, and ' +
    'the mail asks the person to look at them.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Stands for one request about one person (their name and address). Sent again, the request registers nobody twice ' +
        'and answers with the registration as it is now, whatever else it says; for a person who had been registered before ' +
        'it, with what it answered first. A key is remembered for two days. With another person it is another request. ' +
        'Printable ASCII.',
      schema: { type: 'string', pattern: '^[\\x20-\\x7e]{1,200}$' },
    },
  ],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: ref('RegistrationRequest'),
        example: {
          givenName: 'Ana',
          familyName: 'Duarte',
          email: 'ana.duarte@example.org',
          category: categories[1],
          organisation: 'Prefeitura de Rio Claro',
          country: 'BR',
          language: 'pt',
          consents: ['data'],
        },
      },
    },
  },
  responses: {
    201: answer('Registered: confirmed, waiting in the line, or to be examined by an organiser.', ref('Registration')),
    403: answer('Sent by a page of another site.', problem('forbidden')),
    404: notFound,
    409: answer('The seminar does not take this registration now.', refusal(409)),
    413: answer('The body is larger than 256 kB.', problem('too-large')),
    422: answer('Something is missing or wrong: every error at once.', refusal(422)),
    429: tooMany,
    default: otherwise,
  },
}
