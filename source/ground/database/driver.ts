import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'

type Opening = { statements: string; used: boolean }
const opening = new AsyncLocalStorage<Opening>()

/**
 * Runs `begin` with statements that go to PostgreSQL in the same round trip as the transaction's own beginning: who
 * asks, and in which role. For the first transaction that `work` begins; one inside it begins plainly.
 *
 * @param statements plain SQL without parameters; values are escaped by whoever builds it
 */
export function openingWith<T>(statements: string, work: () => Promise<T>): Promise<T> {
  return opening.run({ statements, used: false }, work)
}

/** Kysely's own PostgreSQL dialect, but for how a transaction begins. */
export class OneTripDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver(): Driver {
    return new OneTripDriver(this.#config)
  }
}

class OneTripDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const asked = opening.getStore()
    if (!asked || asked.used) return super.beginTransaction(connection as never, settings)
    asked.used = true
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin${level}; ${asked.statements}`))
    } catch (error) {
      // `begin` itself may have gone through; the connection must not go back to the pool inside a transaction.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
      throw error
    }
  }
}

// A statement that comes often is named, and PostgreSQL plans it once for a connection instead of each time: the page of
// a seminar is one large statement whose planning takes longer than its running. Names are few: statements that are put
// together anew each time (long lists) would fill the server's memory.
const oftenEnough = 3
const mostNames = 100
const shortest = 60

/** A connection that names the statements it sees often. */
export class NamingClient extends pg.Client {
  readonly #seen = new Map<string, number>()
  readonly #names = new Map<string, string>()

  // biome-ignore lint/suspicious/noExplicitAny: pg.Client's query has nine overloads; only the plain one is touched.
  override query(...args: any[]): any {
    const [text, values] = args
    if (typeof text === 'string' && Array.isArray(values) && values.length > 0 && text.length >= shortest) {
      const name = this.#nameOf(text)
      if (name) return super.query({ name, text, values } as never, ...(args.slice(2) as []))
    }
    return super.query(...(args as [never]))
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text)
    if (known) return known
    if (this.#names.size >= mostNames) return null
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < oftenEnough) {
      if (this.#seen.size > 1000) this.#seen.clear()
      this.#seen.set(text, times)
      return null
    }
    this.#seen.delete(text)
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    this.#names.set(text, name)
    return name
  }
}
