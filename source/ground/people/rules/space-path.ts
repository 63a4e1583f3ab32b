import type { SpaceKind } from '../../database/tables.ts'
import type { Locale } from '../../languages/locales.ts'

/**
 * Where somebody who may do something for a space arrives: a territory or a network has its memory there, a seminar its office
 * page. Null for the installation, which has no page of its own.
 */
export function pathOfSpace(locale: Locale, { kind, slug }: { kind: SpaceKind; slug: string }): string | null {
  if (kind === 'seminar') return `/${locale}/desk/seminars/${slug}`
  return kind === 'installation' ? null : `/${locale}/territories/${slug}`
}
