import type { Locale } from './languages/locales.ts'
import type { House } from './house.ts'
import type { Route } from './web/route.ts'
import type { Visit } from './web/visit.ts'
import type { MailTemplate } from './mail/template.ts'
import type { Tx } from './database/actor.ts'

/**
 * A room enrols itself here, so that ground can reach back without importing it: addresses, menu entries, mails,
 * work that runs later, records that carry texts, and what search may find.
 */
export type Room = {
  name: string
  routes: readonly Route[]
  menu?: readonly MenuEntry[]
  mails?: Readonly<Record<string, MailTemplate>>
  jobs?: readonly Job[]
  /** How a record of a table is named to people who look after its texts. */
  texts?: readonly TextsOfTable[]
  search?: readonly Searchable[]
}

export type MenuEntry = {
  /** The public menu, or the one of people who work here. */
  place: 'public' | 'office'
  path: string
  label: (locale: Locale) => string
  /** Whether this visitor finds anything there. */
  shownTo: (visit: Visit) => boolean
}

export type Job = {
  name: string
  /** When it runs by itself, as cron in UTC; without it only on demand. */
  schedule?: string
  run: (house: House) => Promise<void>
}

export type TextsOfTable = {
  table: string
  /** The words for each field, for the page of missing and stale texts. */
  fields: Readonly<Record<string, (locale: Locale) => string>>
  /** Multi-line fields get a text area. */
  long?: readonly string[]
}

/** What a room wants found: asked for each record after it changed, in the transaction that changed it. */
export type Searchable = {
  table: string
  entries: (tx: Tx, ids: readonly string[]) => Promise<SearchEntry[]>
}
export type SearchEntry = {
  id: string
  language: Locale
  title: string
  body: string
  /** Address without the language: `/seminars/slug`. */
  path: string
}
