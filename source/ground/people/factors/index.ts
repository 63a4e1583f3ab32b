import { as, job } from '../../database/actor.ts'
import type { Job, LogWords, MenuEntry, Route } from '../../house.ts'
import { factorsWords } from '../../languages/messages/factors.ts'
import { historyWords } from '../../languages/messages/history.ts'
import { get, post } from '../../web/route.ts'
import { may } from '../../web/visit.ts'
import { renewCodes } from './pages/codes.tsx'
import { sendGenerator, showGenerator } from './pages/generator.tsx'
import { showOwnFactors } from './pages/overview.tsx'
import { enterByPasskey, signInOptions } from './pages/passkey-sign-in.ts'
import { newPasskeyOptions, sendNewPasskey, showNewPasskey } from './pages/passkeys.tsx'
import { askRemove, sendRemove } from './pages/remove.tsx'
import { askReset, sendReset } from './pages/reset.tsx'
import { secondOptions, sendSecond, showSecond } from './pages/second.tsx'
import { sendSecurity, showSecurity } from './pages/security.tsx'
import { removeExpiredChallenges } from './store/challenges.ts'

export { resetSecondFactorVerb } from './commands.ts'
export { factorMails } from './mails.ts'
export { type SecondFactorRule, secondFactorRule } from './store/rule.ts'

const tried = { allowance: 'sign-in' } as const
const asked = { allowance: 'sign-in', api: true } as const

/** Before those of the sign-in link, whose token could be any word. */
export const factorRoutes: readonly Route[] = [
  get('/:l/sign-in/second', 'everyone', showSecond),
  post('/:l/sign-in/second', 'everyone', sendSecond, tried),
  post('/:l/sign-in/second/options', 'everyone', secondOptions, asked),
  post('/:l/sign-in/passkey', 'everyone', enterByPasskey, tried),
  post('/:l/sign-in/passkey/options', 'everyone', signInOptions, asked),
  get('/:l/account/second-factor', 'signed-in', showOwnFactors),
  get('/:l/account/second-factor/app', 'signed-in', showGenerator),
  post('/:l/account/second-factor/app', 'signed-in', sendGenerator, tried),
  get('/:l/account/second-factor/passkeys', 'signed-in', showNewPasskey),
  post('/:l/account/second-factor/passkeys', 'signed-in', sendNewPasskey),
  post('/:l/account/second-factor/passkeys/options', 'signed-in', newPasskeyOptions, { api: true }),
  post('/:l/account/second-factor/codes', 'signed-in', renewCodes),
  get('/:l/account/second-factor/remove/:id', 'signed-in', askRemove),
  post('/:l/account/second-factor/remove/:id', 'signed-in', sendRemove),
  get('/:l/administration/security', 'administrators', showSecurity),
  post('/:l/administration/security', 'administrators', sendSecurity),
  get('/:l/administration/people/:id/second-factor', 'administrators', askReset),
  post('/:l/administration/people/:id/second-factor', 'administrators', sendReset),
]

export const factorMenu: readonly MenuEntry[] = [
  {
    place: 'office',
    path: '/administration/security',
    label: locale => factorsWords[locale].security.title,
    shownTo: visit => may(visit, 'administer'),
  },
]

/** Each night: what browsers were asked and never answered. As a job: it is nobody's. */
export const factorJobs: readonly Job[] = [
  {
    name: 'forget-challenges',
    schedule: '35 2 * * *',
    run: async house => {
      const challenges = await as(house.db, job('retention'), removeExpiredChallenges)
      house.log.info({ challenges }, 'challenges that had expired were removed')
    },
  },
]

/** What the log of acts calls what is noted here. */
export const factorLog: LogWords = {
  tables: {},
  noted: {
    'second-factor-reset': { part: 'access', say: locale => historyWords[locale].noted.factorReset },
    'second-factor-required': { part: 'access', say: locale => factorsWords[locale].log.required },
    'second-factor-offered': { part: 'access', say: locale => factorsWords[locale].log.offered },
  },
}
