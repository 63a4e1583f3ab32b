import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** How the house was opened: for real use, as the demo, or by its own tests. */
export type Mode = 'start' | 'demo' | 'test'

export type Settings = {
  mode: Mode
  port: number
  /** Where to listen. The demo keeps to loopback unless told otherwise. */
  host: string
  /** Absolute path. Everything that is not in the database is under it. */
  dataFolder: string
  publicUrl: URL
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** Both, or neither: without them the embedded PostgreSQL is used. */
  database: { url: string; ownerUrl: string } | null
  smtpUrl: string | null
  mailFrom: string
  /** Where mails that cannot be delivered come back to, as an address; null for the one of MAIL_FROM. */
  mailReturnPath: string | null
  /** The mailbox in which they arrive; null when nobody reads it, or the mail server pipes them to us. */
  bouncesUrl: string | null
  /** The organisation's own sign-in, by OpenID Connect; null without one. */
  oidc: OidcSettings | null
  logLevel: LogLevel
  /** The instant at which the clock starts, in the demo and in tests. */
  clock: Temporal.Instant | null
}

export type OidcSettings = {
  /** As the provider writes it in its tokens: compared letter by letter. */
  issuer: string
  clientId: string
  /** Null for a public client: the exchange is bound to this browser by PKCE in any case. */
  clientSecret: string | null
  /** What people call it: the word on the button. */
  name: string
  /** Whether the provider's word that a second factor was shown is taken for one. */
  trustsSecondFactor: boolean
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof logLevels)[number]

export type Environment = Readonly<Record<string, string | undefined>>

/** Settings are wrong; each problem is one line that names the variable, what was found and what is expected. */
export class WrongSettings extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/**
 * Reads the environment (design: the contract's list of variables).
 *
 * @throws WrongSettings with every problem at once
 */
export function readSettings(environment: Environment, mode: Mode): Settings {
  const problems: string[] = []
  const problem = (name: string, found: string, expected: string) => {
    problems.push(`${name} is ${JSON.stringify(found)}; expected ${expected}.`)
  }
  const given = (name: string) => {
    const value = environment[name]?.trim()
    return value === undefined || value === '' ? null : value
  }

  const port = readPort(given('PORT'), problem)
  const database = readDatabase(given('DATABASE_URL'), given('DATABASE_OWNER_URL'), problem, problems)
  const smtpUrl = given('SMTP_URL')
  if (smtpUrl !== null && !isUrlOf(smtpUrl, ['smtp:', 'smtps:'])) {
    problem('SMTP_URL', hideSecrets(smtpUrl), 'smtp://user:password@host:port or smtps://…')
  }
  const mailFrom = given('MAIL_FROM') ?? 'Perenne <perenne@localhost>'
  if (!/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/.test(mailFrom)) {
    problem('MAIL_FROM', mailFrom, 'an address, such as Perenne <perenne@example.org>')
  }
  if (smtpUrl !== null && given('MAIL_FROM') === null) {
    problems.push('MAIL_FROM is not set; expected the address that mails come from, since SMTP_URL is set.')
  }

  const mailReturnPath = given('MAIL_RETURN_PATH')
  if (mailReturnPath !== null && !/^[^<>@\s]+@[^<>@\s]+$/.test(mailReturnPath)) {
    problem('MAIL_RETURN_PATH', mailReturnPath, 'an address alone, such as returned@example.org')
  }
  const bouncesUrl = given('BOUNCES_URL')
  if (bouncesUrl !== null && !(isUrlOf(bouncesUrl, ['imap:', 'imaps:']) && new URL(bouncesUrl).username !== '')) {
    problem('BOUNCES_URL', hideSecrets(bouncesUrl), 'imaps://user:password@host/INBOX')
  }

  const settings: Settings = {
    mode,
    port,
    host: readHost(given('HOST'), mode, problem),
    dataFolder: resolve(given('PERENNE_DATA') ?? (mode === 'demo' ? '.perenne-demo' : '.perenne')),
    publicUrl: readPublicUrl(given('PUBLIC_URL'), port, problem),
    trustedProxies: readProxies(given('TRUSTED_PROXIES'), problem),
    database,
    smtpUrl,
    mailFrom,
    mailReturnPath,
    bouncesUrl,
    oidc: readOidc(given, problem, problems),
    logLevel: readLogLevel(given('LOG_LEVEL'), mode, problem),
    clock: readClock(given('PERENNE_CLOCK'), mode, problem),
  }
  if (problems.length > 0) throw new WrongSettings(problems)
  return settings
}

type Problem = (name: string, found: string, expected: string) => void

function readPort(found: string | null, problem: Problem): number {
  if (found === null) return 3000
  const port = Number(found)
  if (!/^\d+$/.test(found) || port > 65535) {
    problem('PORT', found, 'a number from 0 to 65535')
    return 3000
  }
  return port
}

function readHost(found: string | null, mode: Mode, problem: Problem): string {
  const usual = mode === 'demo' ? '127.0.0.1' : '0.0.0.0'
  if (found === null) return usual
  // Four numbers that are no address are a slip, not a name.
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(found) && !/^[\d.]+$/.test(found)
  if (isIP(found) !== 0 || isName) return found
  problem('HOST', found, 'an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them')
  return usual
}

function readPublicUrl(found: string | null, port: number, problem: Problem): URL {
  const fallback = new URL(`http://localhost:${port}`)
  if (found === null) return fallback
  if (!isUrlOf(found, ['http:', 'https:'])) {
    problem('PUBLIC_URL', hideSecrets(found), 'the address that people type, such as https://perenne.example.org')
    return fallback
  }
  const url = new URL(found)
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    problem('PUBLIC_URL', hideSecrets(found), 'https, unless the host is localhost')
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    problem('PUBLIC_URL', hideSecrets(found), 'an address without a path')
  }
  if (url.username !== '' || url.password !== '') {
    problem('PUBLIC_URL', hideSecrets(found), 'an address without a user name and password')
  }
  return url
}

function readOidc(given: (name: string) => string | null, problem: Problem, problems: string[]): OidcSettings | null {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_NAME'] as const
  const optional = ['OIDC_CLIENT_SECRET', 'OIDC_MFA'] as const
  const set = [...needed, ...optional].filter(name => given(name) !== null)
  if (set.length === 0) return null
  for (const name of needed) {
    if (given(name) === null)
      problems.push(`${name} is not set; expected ${oidcExpected[name]}, since ${set[0]} is set.`)
  }
  const issuer = given('OIDC_ISSUER') ?? ''
  if (issuer !== '' && !isIssuer(issuer)) problem('OIDC_ISSUER', hideSecrets(issuer), oidcExpected.OIDC_ISSUER)
  const name = given('OIDC_NAME') ?? ''
  if (name.length > 60) problem('OIDC_NAME', name, 'at most 60 characters: it stands on a button')
  const mfa = given('OIDC_MFA')
  if (mfa !== null && mfa !== 'trust') {
    problem('OIDC_MFA', mfa, 'trust, or nothing: whether the provider’s word on a second factor is taken for one')
  }
  return {
    issuer,
    clientId: given('OIDC_CLIENT_ID') ?? '',
    clientSecret: given('OIDC_CLIENT_SECRET'),
    name,
    trustsSecondFactor: mfa === 'trust',
  }
}

const oidcExpected = {
  OIDC_ISSUER: 'the address of the provider, as its tokens say it, in https unless the host is localhost',
  OIDC_CLIENT_ID: 'the name under which the provider knows this installation',
  OIDC_NAME: 'what people call their sign-in, for its button',
}

// OpenID Connect Core 1.0, §2: no query, no fragment; and nobody's password in it.
function isIssuer(text: string): boolean {
  if (!isUrlOf(text, ['http:', 'https:'])) return false
  const url = new URL(text)
  return (
    (url.protocol === 'https:' || isLoopback(url.hostname)) &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === ''
  )
}

function readProxies(found: string | null, problem: Problem): string[] {
  if (found === null) return []
  const proxies = found
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
  for (const proxy of proxies) {
    if (!isAddressOrRange(proxy)) {
      problem('TRUSTED_PROXIES', proxy, 'addresses or ranges separated by commas, such as 127.0.0.1,10.0.0.0/8')
    }
  }
  return proxies
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0 || address.includes('%')) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function readDatabase(
  url: string | null,
  ownerUrl: string | null,
  problem: Problem,
  problems: string[],
): Settings['database'] {
  if (url === null && ownerUrl === null) return null
  for (const [name, value] of [
    ['DATABASE_URL', url],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    if (value === null) {
      problems.push(
        `${name} is not set; expected with ${name === 'DATABASE_URL' ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'}: the one is the application's login, the other the owner that migrates.`,
      )
    } else if (!isUrlOf(value, ['postgres:', 'postgresql:'])) {
      problem(name, hideSecrets(value), 'postgres://user:password@host:5432/database')
    }
  }
  return url !== null && ownerUrl !== null ? { url, ownerUrl } : null
}

function readLogLevel(found: string | null, mode: Mode, problem: Problem): LogLevel {
  const usual = mode === 'start' ? 'info' : mode === 'demo' ? 'warn' : 'error'
  if (found === null) return usual
  if ((logLevels as readonly string[]).includes(found)) return found as LogLevel
  problem('LOG_LEVEL', found, logLevels.join(', '))
  return usual
}

function readClock(found: string | null, mode: Mode, problem: Problem): Temporal.Instant | null {
  if (found === null) return null
  if (mode === 'start') {
    problem('PERENNE_CLOCK', found, 'no value: it is for the demo and tests, in real use time is the real time')
    return null
  }
  try {
    return Temporal.Instant.from(found)
  } catch {
    problem('PERENNE_CLOCK', found, 'an instant with its offset, such as 2018-06-04T09:00:00+02:00')
    return null
  }
}

function isUrlOf(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** A URL fit for a log line: what stands before the last `@` is not shown, also when it is no URL at all. */
export function hideSecrets(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)?.*@/is, (_, scheme = '') => `${scheme}…@`)
}
