// Writes samples/seminar.schema.json again, after a change of the seminar file's schema.
import { writeFile } from 'node:fs/promises'
import { publishedSchema } from '../source/convene/seminar/rules/published-schema.ts'

await writeFile(new URL('../samples/seminar.schema.json', import.meta.url), publishedSchema())
