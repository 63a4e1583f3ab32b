import { z } from 'zod'
import { seminarFile } from './seminar-file.ts'

/** The schema of a seminar file as JSON Schema 2020-12, as editors read it. What it cannot say, the import checks. */
export function publishedSchema(): string {
  const schema = z.toJSONSchema(seminarFile, { io: 'input', reused: 'inline' })
  return `${JSON.stringify(schema, null, 2)}\n`
}
