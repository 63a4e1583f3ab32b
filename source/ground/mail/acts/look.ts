import { type Actor, as, job } from '#ground/database/actor.ts'
import type { House } from '#ground/house.ts'
import { scrub } from '../rules/reason.ts'
import type { FoundMail } from '../store/read.ts'
import { type Composed, compose } from './compose.ts'

/**
 * What a mail says, for somebody who looks after mails: put together in their own name, so that it shows them nothing
 * that they may not see elsewhere (a sign-in link is its recipient's alone).
 *
 * Where no mail ever leaves (no SMTP_URL: a demo, a trial on one machine) this page is the only letter box there is:
 * there, and for administrators only, it is put together as the sender would (job `mail`).
 *
 * @returns `broken` when the template failed
 */
export async function lookAtMail(
  house: House,
  actor: Actor,
  isAdministrator: boolean,
  mail: FoundMail,
): Promise<Composed | 'broken'> {
  const asTheirs = await tryCompose(house, actor, mail)
  const isSaid = asTheirs !== 'broken' && asTheirs.ok
  if (isSaid || house.settings.smtpUrl !== null || !isAdministrator) return asTheirs
  return tryCompose(house, job('mail'), mail)
}

async function tryCompose(house: House, actor: Actor, mail: FoundMail): Promise<Composed | 'broken'> {
  try {
    return await as(house.db, actor, tx => compose(house, tx, mail))
  } catch (error) {
    house.log.error(
      { mail: mail.id, template: mail.template, error: scrub(String(error)) },
      'a mail could not be shown',
    )
    return 'broken'
  }
}
