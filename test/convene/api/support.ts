import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { apiRoutes } from '#convene/api/index.ts'
import type { Room } from '#ground/house.ts'
import { rooms as registrationRooms } from '../registration/support.ts'

export const rooms: readonly Room[] = [...registrationRooms, { name: 'api', routes: apiRoutes }]

export type Described = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
type Operation = {
  requestBody?: { content: { 'application/json': { schema: object; example: unknown } } }
  responses: Record<
    string,
    { content?: { 'application/json': { schema: object } }; headers?: Record<string, { schema: object }> }
  >
}

/** Checks answers against what the document says, more strictly than it does: what is not described is an error. */
export function contract(document: Described) {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['components'])
  ajv.addSchema({ $id: 'openapi', components: closed(document.components) })
  const described = (path: string, method: string, status: number) => {
    const found = document.paths[path]?.[method]?.responses[String(status)]
    if (found === undefined) throw new Error(`the document says nothing of ${method} ${path} ${status}`)
    return found
  }
  const validate = (schema: object, value: unknown, said: string) => {
    const check = ajv.compile(closed(absolute(schema)) as object)
    expect(check(value) ? [] : check.errors, `${said}: ${JSON.stringify(value)}`).toEqual([])
  }
  return {
    validate,
    /** The answer must be one that the document foresees for this address. */
    async expectAsDescribed(path: string, method: 'get' | 'post', response: Response): Promise<unknown> {
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
      const body: unknown = await response.json()
      const { content, headers } = described(path, method, response.status)
      validate(content?.['application/json'].schema ?? {}, body, `${method} ${path} ${response.status}`)
      for (const [name, { schema }] of Object.entries(headers ?? {})) {
        const value = response.headers.get(name) ?? ''
        validate(schema, /^\d+$/.test(value) ? Number(value) : value, `${method} ${path} ${name}`)
      }
      return body
    },
  }
}

/** The same schema in which every object has the properties that are told, and no others. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...inside, additionalProperties: false }
    : inside
}

function absolute(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'))
}
