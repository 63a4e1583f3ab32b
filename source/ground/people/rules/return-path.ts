import { isLocale } from '../../languages/locales.ts'

/**
 * Where to go back to after signing in, if it is a page of ours: it begins with a language, stays on this site and
 * does not lead back to the sign-in itself.
 *
 * @returns the path with its query, or null for anything else: another site (`//evil.example`), a script, a fragment
 */
export function ownPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > 2000 || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return null
  const here = 'https://here.invalid'
  if (!URL.canParse(wanted, here)) return null
  const url = new URL(wanted, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return null
  const [, language, page] = url.pathname.split('/')
  if (!isLocale(language) || page === 'sign-in' || page === 'sign-out' || page === 'first') return null
  return url.pathname + url.search
}
