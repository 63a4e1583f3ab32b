import type { Visit } from '#ground/house.ts'
import { text } from '#ground/web/answer.ts'
import { publishedSchema } from '../rules/published-schema.ts'

let schema: string | undefined

/** GET /schemas/seminar.schema.json: the same as samples/seminar.schema.json. */
export async function seminarSchema(visit: Visit): Promise<Response> {
  schema ??= publishedSchema()
  return text(visit, schema, 'application/schema+json; charset=utf-8', { 'access-control-allow-origin': '*' })
}
