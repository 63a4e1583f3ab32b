import { spawn } from 'node:child_process'
import { endOf } from '../journeys/support/process.ts'

/** What a program writes on standard output. @throws when it ends with anything but 0, with what it said was wrong */
export async function output(program: string, words: readonly string[]): Promise<string> {
  const { code, out, errors } = await endOf(spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] }))
  if (code !== 0) throw new Error(`${program} ${words[0]} ended with ${code}: ${errors}`)
  return out
}
