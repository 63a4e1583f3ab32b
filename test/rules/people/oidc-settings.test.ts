import { describe, expect, test } from 'vitest'
import { readSettings, WrongSettings } from '../../../source/ground/settings.ts'

const whole = {
  OIDC_ISSUER: 'https://login.ville.example/realms/ville',
  OIDC_CLIENT_ID: 'perenne',
  OIDC_NAME: 'Ville de Brécourt',
}
const read = (environment: Record<string, string>) => readSettings(environment, 'start').oidc
function problemsWith(environment: Record<string, string>): string[] {
  try {
    readSettings(environment, 'start')
    return []
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems
    throw error
  }
}

describe('the organisation’s own sign-in', () => {
  test('is off when nothing is said, and whole when it is', () => {
    expect(read({})).toBeNull()
    expect(read({ OIDC_ISSUER: '  ' })).toBeNull()
    expect(read(whole)).toEqual({
      issuer: 'https://login.ville.example/realms/ville',
      clientId: 'perenne',
      clientSecret: null,
      name: 'Ville de Brécourt',
      trustsSecondFactor: false,
    })
    expect(read({ ...whole, OIDC_CLIENT_SECRET: 's3cret', OIDC_MFA: 'trust' })).toMatchObject({
      clientSecret: 's3cret',
      trustsSecondFactor: true,
    })
  })

  test('half of it is one line for each part that is missing', () => {
    for (const name of Object.keys(whole)) {
      const { [name as keyof typeof whole]: _, ...rest } = whole
      expect(problemsWith(rest)).toEqual([
        expect.stringMatching(new RegExp(`^${name} is not set; expected .*, since OIDC_`)),
      ])
    }
    expect(problemsWith({ OIDC_CLIENT_SECRET: 'x' })).toHaveLength(3)
  })

  test.each([
    'http://login.ville.example',
    'login.ville.example',
    'https://login.ville.example/?realm=ville',
    'https://login.ville.example/#x',
    'https://user:password@login.ville.example',
  ])('%s is no issuer', issuer => {
    const [problem, ...more] = problemsWith({ ...whole, OIDC_ISSUER: issuer })
    expect(problem).toMatch(/^OIDC_ISSUER is .*; expected .*https unless the host is localhost/)
    expect(problem).not.toContain('password@')
    expect(more).toEqual([])
  })

  test('localhost needs no https; a word that is not known is told', () => {
    expect(read({ ...whole, OIDC_ISSUER: 'http://localhost:4000' })?.issuer).toBe('http://localhost:4000')
    expect(problemsWith({ ...whole, OIDC_MFA: 'yes' })).toEqual([
      expect.stringMatching(/^OIDC_MFA is "yes"; expected trust/),
    ])
    expect(problemsWith({ ...whole, OIDC_NAME: 'x'.repeat(61) })).toEqual([expect.stringMatching(/^OIDC_NAME is/)])
  })
})
