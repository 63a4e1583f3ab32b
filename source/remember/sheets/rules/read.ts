import type { ErrorCode, WarningCode } from './problems.ts'

/** What a cell says: nothing; a value, perhaps with a remark; or an error, perhaps with what may be meant. */
export type Read =
  | null
  | { value: string; remark?: { code: WarningCode; detail: string | null } }
  | { error: ErrorCode; detail?: string | null; suggestion?: string | null }
