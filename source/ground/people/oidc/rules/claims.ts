/** What a provider says of whoever signed in there (OpenID Connect Core 1.0, §2 and §5.1). */
export type Claims = Readonly<Record<string, unknown>>

/** An address that the provider has checked; null when it says none, or does not vouch for it. */
export function verifiedAddress(claims: Claims): string | null {
  const { email } = claims
  if (typeof email !== 'string' || email.trim() === '' || email.length > 254) return null
  return isVerified(claims) ? email.trim() : null
}

// Some providers write the truth as a word.
const isVerified = ({ email_verified: said }: Claims) => said === true || said === 'true'

/** “Multi-factor authentication” among the methods used (RFC 8176, §2). */
const method = 'mfa'

/** Levels that no single factor reaches: REFEDS, and OpenID's EAP ACR Values (phishing-resistant, hardware or not). */
const levels = ['https://refeds.org/profile/mfa', 'phr', 'phrh']

/** Whether the provider says that a second factor was shown there. Whether it is believed is a setting. */
export function saysSecondFactor({ amr, acr }: Claims): boolean {
  return (Array.isArray(amr) && amr.includes(method)) || (typeof acr === 'string' && levels.includes(acr))
}
