import type { Child } from 'hono/jsx'
import type { ClientConfig } from 'pg'
import type { Clock } from './clock.ts'
import type { Actor, Database, Tx } from './database/actor.ts'
import type { Capability } from './database/tables.ts'
import type { Keys } from './keys.ts'
import type { Locale } from './languages/locales.ts'
import type { Logger } from './log.ts'
import type { Carried } from './search/rules/lexicon.ts'
import type { Settings } from './settings.ts'
import type { Flash } from './web/flash.ts'

// The plan of the house: its shapes in one place, since each names the others. No code.

/** What every act and page is given: the opened parts of the house. */
export type House = {
  settings: Settings
  log: Logger
  keys: Keys
  db: Database
  /** How the migrating owner connects: migrations, backups, the doctor. Never used to answer a visitor. */
  owner: ClientConfig
  clock: Clock
  rooms: readonly Room[]
  /** The name and the colour that the administrators chose; Perenne's own without it. */
  look?: Look
  /** Above every page: the demo tells its moment there. */
  banner?: (visit: Visit) => Child
  /** Says that mails were written: the sender looks at once instead of at its next round. */
  mailsWritten(): void
}

/** How the installation looks, read again every few seconds: other processes may have changed it. */
export type Look = {
  /** What it is called; null for Perenne. */
  readonly name: string | null
  /** The colour of links and buttons, #rrggbb; null for the house's own. */
  readonly accent: string | null
  /** Reads it again now: whoever changed it sees it at once. */
  refresh(): Promise<void>
}

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
  /** What there is to do for a seminar, on its page of the desk. */
  desk?: readonly DeskDoor[]
  /** What stands above it on that page; null when there is nothing to say to this visitor. */
  deskCard?: (visit: Visit, seminar: { id: string; slug: string }) => Promise<Child>
  /** What this room gives to do on the desk, below the seminars that one works on. */
  deskHome?: (visit: Visit) => Promise<Child>
  /** What this room shows on the home page. */
  home?: (visit: Visit) => Promise<Child>
  /** How a record of a table is named to people who look after its texts. */
  texts?: readonly TextsOfTable[]
  search?: readonly Searchable[]
  /** What its records carry in their fields, by its words in each language. */
  carried?: readonly Carried[]
  lookups?: readonly Lookup[]
  /** How what happens to its records is told in the log of who did what. */
  log?: LogWords
  /**
   * Takes persons out of whatever counts on them, before their names go: in the transaction that erases them, as a job.
   */
  beforeErasing?: (tx: Tx, house: House, personIds: readonly string[]) => Promise<void>
}

export type DeskPart = 'page' | 'programme' | 'people' | 'mails' | 'team'

/** A door on the office page of a seminar. */
export type DeskDoor = {
  part: DeskPart
  at: (seminar: { locale: Locale; id: string; slug: string }) => string
  /** Who sees it; `evaluates` for whoever looks after people or evaluates, null for everybody who works here. */
  needs: Capability | 'evaluates' | null
  words: (locale: Locale) => { label: string; text: string }
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

/** The parts of the log that can be asked for by themselves. */
export type LogPart = 'seminar' | 'memory' | 'texts' | 'people' | 'mails' | 'access' | 'site'

/** How a room tells what happened. What no room tells is not in the log. */
export type LogWords = {
  /** Versioned tables. */
  tables?: Readonly<Record<string, LogTable>>
  /** What was noted without leaving a version: `noted_act.what` → its words. */
  noted?: Readonly<Record<string, { part: LogPart; say: (locale: Locale, detail: Record<string, unknown>) => string }>>
  /** What leaves neither, newest first. */
  events?: (tx: Tx, wanted: LogWanted) => Promise<LogEvent[]>
}
export type LogTable = {
  part: LogPart
  /** What one of its records is called. */
  name: (locale: Locale) => string
  /** The columns that are told, with their words; others are not worth a word. */
  columns: Readonly<Record<string, LogColumn>>
  /** The column by which people know a record: a key, a label. */
  knownBy?: string
  /** Known by its text: its name, title or object, in the reader’s language or the one it was written in. */
  named?: true
  /** The columns with ids of the records that one of its rows joins to its own. */
  joins?: readonly string[]
  /** The record that one of its rows belongs to; null for one that stands for itself. */
  owner?: (doc: Readonly<Record<string, unknown>>) => { table: string; id: string } | null
  /** Told as a whole: what changes in its texts and in its parts is told as a change of it, and folded under it. */
  whole?: true
}
/** `words` puts a value in words; without it the value is told as it is (numbers, dates, names). */
export type LogColumn = { label: (locale: Locale) => string; words?: (locale: Locale, value: unknown) => string }
export type LogWanted = {
  /** A space, or all that the actor may see. */
  spaceId: string | null
  /** Only what happened before this instant. */
  before: Temporal.Instant | null
  since: Temporal.Instant | null
  /** A person by id; null for everybody. */
  personId: string | null
  /** Only what people did, by hand: not the program, not participants by their links. */
  byHand: boolean
  /** Only this part; null for all. */
  part: LogPart | null
  most: number
}
export type LogEvent = {
  at: Temporal.Instant
  actorKind: string | null
  actorId: string | null
  spaceId: string | null
  part: LogPart
  /** Events of one moment with the same key are told as one, with their number. */
  key: string
  /** When it stands for several: how many, and the first of them. */
  several?: { times: number; since: Temporal.Instant }
  /** The record it is told of, where all that happens to one at one go is told once. */
  record?: string
  /** It happened in a part or a text of that record: the addition or the removal of the record tells it too. */
  within?: true
  /** @param name what the record is called, by whoever knows that better than the log */
  say: (locale: Locale, times: number, name?: string) => string
  /** What exactly, when there is more to say. */
  detail?: (locale: Locale, beside?: LogBeside) => string[]
  /** Other records that it names. */
  names?: readonly string[]
}
/** What else is told in the same entry of the log. */
export type LogBeside = {
  /** Something happened to other records too, so that each detail is to name its own. */
  among: boolean
  /** It stands for several in its line, which names none of them. */
  several: boolean
  /** What a record is called, by whoever knows that better than the log. */
  nameOf: (id: string) => string | undefined
}

/**
 * What a room wants found: asked for each record after it changed, in the transaction that changed it. Where the database makes
 * the entries by itself, `make` makes them anew.
 */
export type Searchable = {
  table: string
  /** What one of its records is called. */
  name?: (locale: Locale) => string
} & (
  | { entries: (tx: Tx, ids: readonly string[]) => Promise<SearchEntry[]> }
  | { make: (tx: Tx, ids: readonly string[]) => Promise<void> }
)
/**
 * What is found by looking, since no index may hold it: people by their names, which stand in `person` alone. As the actor who
 * asks; the closest first.
 */
export type Lookup = {
  heading: (locale: Locale) => string
  find: (
    tx: Tx,
    locale: Locale,
    question: string,
    most: number,
  ) => Promise<{ title: string; body: string; path: string }[]>
}
export type SearchEntry = {
  id: string
  language: Locale
  title: string
  body: string
  /** Address without the language: `/seminars/slug`. */
  path: string
  /** What it carries in its fields: codes that its room has words for (`Room.carried`). */
  carried?: readonly string[]
}

/**
 * Who may come in, as the route says it. The database decides what they then see; this word decides which page
 * they get when they may not: a sign-in page, or a refusal.
 */
export type Door =
  /** Anybody. */
  | 'everyone'
  /** Whoever holds the signed address. */
  | 'link'
  /** Any signed-in person. */
  | 'signed-in'
  /** Signed in and holding some access right, somewhere; what they see depends on it. */
  | 'office'
  /** Administrators of the installation. */
  | 'administrators'

export type Route = {
  method: 'GET' | 'POST'
  /** Hono pattern. `/:l/…` for pages in a language. */
  path: string
  door: Door
  /**
   * A public page that is the same for everybody without a cookie may be kept for a moment (one second) and is
   * served from memory. Never on a page that shows anything of a person.
   */
  kept?: boolean
  /** Largest body in bytes; 256 kB when not said. */
  bodyLimit?: number
  /** Which allowance a request counts against (limits.ts). */
  allowance?: 'read' | 'write' | 'sign-in' | 'register'
  /** Asked every few seconds by machines: told at debug only. */
  quiet?: boolean
  /** JSON instead of pages: errors answer as {code, message}. */
  api?: boolean
  handle: (visit: Visit) => Promise<Response>
}

/** The signed-in person and what they may do, read once at the beginning of a request. */
export type SignedIn = {
  sessionId: string
  personId: string
  name: string
  email: string
  secondFactorAt: Temporal.Instant | null
  /** They must set a second factor up before any office page: until then their rights are not in force (`may` is empty). */
  toSetUp: boolean
  /** capability → ids of the spaces in which it is held, those below included. */
  may: ReadonlyMap<Capability, ReadonlySet<string>>
}

/**
 * Who has shown a first factor and owes the second: nobody yet, to every page but the one that asks for it. Kept apart from
 * `signedIn`, so that a page that forgets the difference shows what the public sees.
 */
export type Halfway = { sessionId: string; personId: string }

/** One request, as pages see it. */
export type Visit = {
  house: House
  request: Request
  url: URL
  locale: Locale
  /** Parts of the address: `:slug`, `:token`. */
  param: (name: string) => string
  signedIn: SignedIn | null
  halfway: Halfway | null
  actor: Actor
  /** The client's address, believed through trusted proxies only. */
  address: string
  /** Told in the log and on a 500 page. */
  reference: string
  /** Messages left by the page before; shown once. */
  flashes: readonly Flash[]
  /** Headers that the answer will carry besides its own (cookies). */
  headers: Headers
}

/** The words of a mail as they are put together when it is shown or sent. */
export type MailWords = {
  subject: string
  /** Paragraphs of plain words, in order. */
  paragraphs: string[]
  /** Whether web addresses in the paragraphs become links in HTML: only where people who work here wrote them. */
  links?: boolean
  /** One thing to do, as a button in HTML and an address in text. */
  action?: { label: string; url: string }
  /** What comes after the button: small print. */
  after?: string[]
  /** Parts that travel with it, such as a calendar entry. */
  attachments?: { name: string; mediaType: string; content: string }[]
}

export type MailRecipient = { id: string; givenName: string; familyName: string; email: string }

/**
 * A kind of mail. `data` holds ids, never names: the words are found again when the mail is shown or sent, so
 * that nothing of an erased person stays behind. Null when what the mail was about is gone: it is then cancelled.
 */
export type MailTemplate = {
  /** What the list of mails calls it. */
  name?: (locale: Locale) => string
  words: (
    house: House,
    tx: Tx,
    data: Record<string, unknown>,
    locale: Locale,
    to: MailRecipient,
  ) => Promise<MailWords | null>
  /**
   * For a mail about a seminar whose words its organisers may write themselves: the usual ones of a language, with
   * placeholders in braces. Asked with `data.sample`, the id of a seminar, `words` is then about a fictitious person there.
   */
  usual?: (house: House, tx: Tx, seminarId: string, locale: Locale) => Promise<{ subject: string; body: string } | null>
}
