/**
 * Headers of every answer. No inline script or style anywhere: what a page needs is a file of ours.
 * JSON-LD is a data block, which the policy does not concern.
 */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'x-frame-options': 'DENY',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/**
 * Whether a request that changes something comes from our own pages.
 *
 * Browsers say where a request comes from (Sec-Fetch-Site, else Origin); a page of another site can forge neither.
 * A request that says nothing at all does not come from a browser of this decade and carries no one's session by
 * accident. This is the rule of Go's net/http CrossOriginProtection; it needs no token in the form, so a page that
 * stayed open overnight still sends.
 */
export function isFromOurPages(request: Request, publicUrl: URL): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  return (
    new URL(origin).host === (request.headers.get('host') ?? publicUrl.host) || new URL(origin).host === publicUrl.host
  )
}
