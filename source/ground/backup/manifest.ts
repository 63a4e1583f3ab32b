import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().nonnegative()
/** A path below PERENNE_DATA, in one of the folders that a backup holds; no part of it climbs out. */
const path = z
  .string()
  .regex(/^(files|keys)(\/[^/\\\0]+)+$/)
  .refine(text => !text.split('/').some(part => part === '.' || part === '..'))

/** The first entry of a backup: what it holds and how to know that it is whole. */
export const manifestSchema = z.object({
  format: z.literal('perenne-backup'),
  formatVersion: z.number().int().positive(),
  programVersion: z.string(),
  postgresMajor: z.number().int(),
  /** Number of the newest migration of the database. */
  migration: z.number().int().positive(),
  created: z.string(),
  /** In an order in which each table comes after those it refers to. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string()),
      rows: size,
      bytes: size,
      sha256,
    }),
  ),
  files: z.array(z.object({ path, bytes: size, sha256 })),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Grows when an older program could not read the archive any more. */
export const formatVersion = 1

export const manifestName = 'manifest.json'
export const tableEntry = (name: string): string => `tables/${name}.copy`
