import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Environment,
  hideSecrets,
  type Mode,
  readSettings,
  WrongSettings,
} from '../../../source/ground/settings.ts'

function problems(environment: Environment, mode: Mode = 'start'): string[] {
  try {
    readSettings(environment, mode)
    return []
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems
    throw error
  }
}

test('nothing set: what one expects of a program that was just fetched', () => {
  expect(readSettings({}, 'start')).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    dataFolder: resolve('.perenne'),
    trustedProxies: [],
    database: null,
    smtpUrl: null,
    logLevel: 'info',
    clock: null,
  })
  expect(readSettings({}, 'start').publicUrl.href).toBe('http://localhost:3000/')
  expect(readSettings({}, 'demo')).toMatchObject({
    host: '127.0.0.1',
    dataFolder: resolve('.perenne-demo'),
    logLevel: 'warn',
  })
})

test('a blank value is none', () => {
  expect(readSettings({ PORT: ' ', HOST: '', DATABASE_URL: '  ', PERENNE_CLOCK: '' }, 'start').port).toBe(3000)
})

const url = 'postgres://app:x@db.example.org/perenne'
const smtp = { MAIL_FROM: 'Perenne <perenne@example.org>' }

const right: [Environment, Mode?][] = [
  [{ PORT: '0' }],
  [{ PORT: '65535' }],
  [{ HOST: '::' }],
  [{ HOST: 'localhost' }],
  [{ HOST: '10.1.2.3' }],
  [{ PUBLIC_URL: 'https://perenne.example.org' }],
  [{ PUBLIC_URL: 'http://localhost:8080' }],
  [{ PUBLIC_URL: 'http://127.0.0.1' }],
  [{ PUBLIC_URL: 'http://[::1]:3000' }],
  [{ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,2001:db8::/32,,::1' }],
  [{ DATABASE_URL: url, DATABASE_OWNER_URL: url.replace('postgres', 'postgresql') }],
  [{ SMTP_URL: 'smtps://u:p@mail.example.org:465', ...smtp }],
  [{ MAIL_FROM: 'perenne@example.org' }],
  [{ LOG_LEVEL: 'silent' }],
  [{ PERENNE_CLOCK: '2018-06-04T09:00:00+02:00' }, 'demo'],
]
test.each(right)('%j is right', (environment, mode = 'start') => {
  expect(problems(environment, mode)).toEqual([])
})

const wrong: [Environment, string, Mode?][] = [
  [{ PORT: 'http' }, 'PORT is "http"; expected a number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is "65536"; expected a number'],
  [{ PORT: '-1' }, 'PORT is "-1"; expected a number'],
  [{ PORT: '1e3' }, 'PORT is "1e3"; expected a number'],
  [{ HOST: '300.1.1.1' }, 'HOST is "300.1.1.1"; expected an address'],
  [{ HOST: 'http://localhost' }, 'HOST is "http://localhost"; expected an address'],
  [{ PUBLIC_URL: 'perenne.example.org' }, 'PUBLIC_URL is "perenne.example.org"; expected the address'],
  [{ PUBLIC_URL: 'ftp://example.org' }, 'PUBLIC_URL is "ftp://example.org"; expected the address'],
  [{ PUBLIC_URL: 'http://example.org' }, 'PUBLIC_URL is "http://example.org"; expected https'],
  [{ PUBLIC_URL: 'http://127.0.0.1.example.org' }, 'PUBLIC_URL is "http://127.0.0.1.example.org"; expected https'],
  [{ PUBLIC_URL: 'https://example.org/perenne' }, 'PUBLIC_URL is "https://example.org/perenne"; expected an address w'],
  [{ PUBLIC_URL: 'https://a:b@example.org' }, 'PUBLIC_URL is "https://…@example.org"; expected an address without a'],
  [{ TRUSTED_PROXIES: 'nginx' }, 'TRUSTED_PROXIES is "nginx"; expected addresses'],
  [{ TRUSTED_PROXIES: '127.0.0.1;10.0.0.1' }, 'TRUSTED_PROXIES is "127.0.0.1;10.0.0.1"; expected'],
  [{ TRUSTED_PROXIES: '999.0.0.1' }, 'TRUSTED_PROXIES is "999.0.0.1"; expected'],
  [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES is "10.0.0.0/33"; expected'],
  [{ TRUSTED_PROXIES: '2001:db8::/129' }, 'TRUSTED_PROXIES is "2001:db8::/129"; expected'],
  [{ TRUSTED_PROXIES: '10.0.0.0/8/8' }, 'TRUSTED_PROXIES is "10.0.0.0/8/8"; expected'],
  [{ DATABASE_URL: url }, 'DATABASE_OWNER_URL is not set; expected with DATABASE_URL'],
  [{ DATABASE_OWNER_URL: url }, 'DATABASE_URL is not set; expected with DATABASE_OWNER_URL'],
  [
    { DATABASE_URL: 'mysql://u:p@h/d', DATABASE_OWNER_URL: url },
    'DATABASE_URL is "mysql://…@h/d"; expected postgres://',
  ],
  [{ SMTP_URL: 'mail.example.org', ...smtp }, 'SMTP_URL is "mail.example.org"; expected smtp://'],
  [{ SMTP_URL: 'smtp://mail.example.org' }, 'MAIL_FROM is not set; expected the address'],
  [{ MAIL_FROM: 'Perenne' }, 'MAIL_FROM is "Perenne"; expected an address'],
  [{ MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, 'MAIL_FROM is "a@example.org\\r\\nBcc: b@example.org"; exp'],
  [{ LOG_LEVEL: 'verbose' }, 'LOG_LEVEL is "verbose"; expected silent, error, warn, info, debug.'],
  [{ PERENNE_CLOCK: '2018-06-04T09:00:00+02:00' }, 'PERENNE_CLOCK is "2018-06-04T09:00:00+02:00"; expected no'],
  [{ PERENNE_CLOCK: '2018-06-04 09:00' }, 'PERENNE_CLOCK is "2018-06-04 09:00"; expected an instant', 'demo'],
  [{ PERENNE_CLOCK: '2018-06-31T09:00:00Z' }, 'PERENNE_CLOCK is "2018-06-31T09:00:00Z"; expected an instant', 'demo'],
]
test.each(wrong)('%j is told in one line', (environment, start, mode = 'start') => {
  const found = problems(environment, mode)
  expect(found).toHaveLength(1)
  expect(found[0]?.slice(0, start.length)).toBe(start)
  expect(found[0]).toMatch(/\.$/)
  expect(found[0]).not.toContain('\n')
})

test('every problem comes at once', () => {
  const found = problems({ PORT: 'x', LOG_LEVEL: 'x', PUBLIC_URL: 'x', MAIL_FROM: 'x' })
  expect(found.map(line => line.split(' ')[0]).sort()).toEqual(['LOG_LEVEL', 'MAIL_FROM', 'PORT', 'PUBLIC_URL'])
})

describe('a secret is never shown', () => {
  test.each([
    'smtp://user:hush@mail.example.org',
    'smtp://user:hu/hush@mail.example.org',
    'smtp://user:a@hush@mail.example.org',
    'user:hush@mail.example.org',
    'postgres:user:hush@db',
  ])('%s', text => {
    expect(hideSecrets(text)).not.toContain('hush')
    expect(hideSecrets(text)).toMatch(/@(mail\.example\.org|db)$/)
  })
  test('what has none stays as it is', () => {
    expect(hideSecrets('smtp://mail.example.org:25')).toBe('smtp://mail.example.org:25')
  })
})
