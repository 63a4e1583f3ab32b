import { z } from 'zod'

const answer = z.object({ id: z.string().max(2000), response: z.object({ clientDataJSON: z.string().max(10_000) }) })
const clientData = z.object({ challenge: z.string().min(16).max(500) })

/** What a browser sends in a form field: JSON, or nothing sensible. */
export function readAnswer(typed: string): unknown {
  try {
    return typed.length > 20_000 ? null : JSON.parse(typed)
  } catch {
    return null
  }
}

/**
 * The challenge that a browser says it answers (WebAuthn §5.8.1). Only to find it: whether the answer is right, and signed,
 * is verified afterwards.
 */
export function challengeOf(response: unknown): string | null {
  const checked = answer.safeParse(response)
  if (!checked.success) return null
  const said = readAnswer(Buffer.from(checked.data.response.clientDataJSON, 'base64url').toString())
  return clientData.safeParse(said).data?.challenge ?? null
}
