import type { Visit } from '#ground/house.ts'
import { text } from '#ground/web/answer.ts'
import { openApiDocument } from './document.ts'
import { openToAll } from './open-to-all.ts'

/** GET /api/v1/openapi.json: what the API is, for programs. docs/api.md tells it to people. */
export async function getOpenApi(visit: Visit): Promise<Response> {
  openToAll(visit)
  const document = openApiDocument(visit.house.settings.publicUrl)
  return text(visit, `${JSON.stringify(document, null, 2)}\n`, 'application/json; charset=utf-8')
}
