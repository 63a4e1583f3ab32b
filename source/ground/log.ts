import pino, { type Logger } from 'pino'
import type { LogLevel } from './settings.ts'

export type { Logger }

/**
 * Structured logs, one JSON object a line, on standard error: standard output carries the ready line and what a
 * command answers. Written in small groups, so that a rush does not wait for the disk.
 */
export function openLog(level: LogLevel): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['email', 'token', 'password'] },
    pino.destination({ dest: 2, sync: false, minLength: 0 }),
  )
}
