import { sql } from 'kysely'
import { as, job } from '../database/actor.ts'
import type { MailTemplate } from '../house.ts'
import { peopleWords } from '../languages/messages/people.ts'
import { accessWords } from '../languages/messages/people-access.ts'
import { mayCarryPersonalLink } from '../mail/store/personal-links.ts'
import { publicAddress } from '../web/answer.ts'
import { signInToken } from './acts/use-sign-in-link.ts'
import { pathOfSpace } from './rules/space-path.ts'
import { stateOfLink } from './store/sign-in-links.ts'
import { namedSpaces } from './store/spaces.ts'

/** The link is put together when the mail is shown or sent: nothing that opens a session is stored. */
const signIn: MailTemplate = {
  name: locale => peopleWords[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const link = String(data.link)
    const words = peopleWords[locale].mail
    const text = { subject: words.subject, paragraphs: [words.hello(to.givenName), words.text] }
    if (!(await mayCarryPersonalLink(house, tx))) return { ...text, after: [words.hidden] }
    // With a mail server only the sender comes this far; without one it may be somebody who reads the list.
    const state =
      house.settings.smtpUrl === null
        ? await as(house.db, job('sign-in'), own => stateOfLink(own, link))
        : await stateOfLink(tx, link)
    if (state !== 'open') return null
    return {
      ...text,
      action: { label: words.button, url: publicAddress(house, `/${locale}/sign-in/${signInToken(house, link)}`) },
      after: [words.after, words.notYou],
    }
  },
}

/** Tells a person that they may do something here, and where to sign in: they arrive at what it is for. Null when the right was ended meanwhile. */
const rightGiven: MailTemplate = {
  name: locale => accessWords[locale].mail.name,
  words: async (house, tx, data, locale, to) => {
    const right = await tx
      .selectFrom('access_right')
      .select(['role', 'space_id'])
      .where('id', '=', String(data.right))
      .where('person_id', '=', to.id)
      .where(sql<boolean>`coalesce(ends_at > perenne.now(), true)`)
      .executeTakeFirst()
    if (!right) return null
    const words = accessWords[locale]
    const role = words.roles[right.role]
    const [space] = await namedSpaces(tx, locale, [right.space_id])
    const place = space?.name ?? ''
    // Whoever works at a network's seminars finds them at the desk; everybody else what they were invited to.
    const desk = space?.kind === 'network' && right.role !== 'evaluator' ? `/${locale}/desk` : null
    const there = desk ?? (space && pathOfSpace(locale, space)) ?? `/${locale}/account`
    return {
      subject: words.mail.subject(place),
      paragraphs: [
        peopleWords[locale].mail.hello(to.givenName),
        words.mail.text(role, place),
        words.explain[right.role],
      ],
      action: {
        label: peopleWords[locale].signIn.title,
        url: publicAddress(house, `/${locale}/sign-in?then=${encodeURIComponent(there)}`),
      },
      after: [words.mail.how(to.email)],
    }
  },
}

export const peopleMails: Readonly<Record<string, MailTemplate>> = { 'sign-in': signIn, 'right-given': rightGiven }
