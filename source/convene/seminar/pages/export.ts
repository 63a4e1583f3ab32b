import type { Visit } from '#ground/house.ts'
import { text } from '#ground/web/answer.ts'
import { exportSeminar } from '../acts/export-seminar.ts'

/** GET /:l/desk/seminars/:slug/seminar.yaml: the file of the seminar as it stands now. */
export async function seminarYaml(visit: Visit): Promise<Response> {
  const { file, text: yaml } = await exportSeminar(visit.house, visit.actor, visit.param('slug'))
  return text(visit, yaml, 'application/yaml; charset=utf-8', {
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${file.slug}.yaml"`,
  })
}
