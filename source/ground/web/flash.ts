import type { Keys } from '../keys.ts'

/** A message for the next page: what was done, or what could not be. */
export type Flash = { tone: 'done' | 'note' | 'problem'; text: string }

export const flashCookie = 'perenne_flash'

/** The flash as a cookie that dies with the next page. Signed: nobody puts words in our mouth through it. */
export function flashHeader(keys: Keys, flashes: readonly Flash[], secure: boolean): string {
  const value = keys.sign('flash', Buffer.from(JSON.stringify(flashes)).toString('base64url'))
  return `${flashCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60${secure ? '; Secure' : ''}`
}

export function readFlashes(keys: Keys, cookie: string | undefined): Flash[] {
  const payload = cookie ? keys.verify('flash', cookie) : null
  if (!payload) return []
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return []
  }
}

export const forgetFlash = (secure: boolean) =>
  `${flashCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`
