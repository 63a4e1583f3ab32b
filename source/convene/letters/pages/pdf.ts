import { lettersWords } from '#convene/messages/letters.ts'
import { openPersonalToken } from '#convene/registration/acts/personal-link.ts'
import { as, job, link } from '#ground/database/actor.ts'
import { disposition } from '#ground/files/rules/name.ts'
import type { Visit } from '#ground/house.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { text } from '#ground/web/answer.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { letterNumber } from '../rules/number.ts'
import { type Letter, readLetter } from '../store/letters.ts'
import { type SeminarOnPaper, seminarOnPaper } from '../store/seminar-on-paper.ts'
import { letterPdf } from './letter-pdf.ts'
import { officeSeminar } from './office-seminar.ts'

/**
 * GET /:l/me/:token/letter.pdf: a person's own valid letter, by the link of their mails.
 *
 * The letter is read by that link, which sees its own registration alone; the seminar as a job: whoever took part keeps
 * their letter when the seminar is public no more.
 */
export async function ownLetter(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  const id = await openPersonalToken(house, 'registration', visit.param('token'))
  if (id === null) throw new Refusal('not-found', m.badLink)
  const letter = await as(house.db, link(id), tx => readLetter(tx, { registrationId: id }))
  if (letter === null) throw new Refusal('not-found', m.noLetter)
  const about = await as(house.db, job('own-letter'), tx => seminarOnPaper(tx, letter.seminarId))
  if (about === null) throw new Refusal('not-found', m.noLetter)
  return answer(visit, letter, about)
}

/** GET /:l/desk/seminars/:slug/letters/:file (ID.pdf): any letter of a seminar, for who looks after its people. */
export async function officeLetter(visit: Visit): Promise<Response> {
  const seminar = await officeSeminar(visit)
  const [, id = ''] = /^(.+)\.pdf$/.exec(visit.param('file')) ?? []
  if (!isUuid(id)) throw notFound()
  const found = await as(visit.house.db, visit.actor, async tx => {
    const letter = await readLetter(tx, { id, seminarId: seminar.id })
    const about = letter && (await seminarOnPaper(tx, seminar.id))
    return about && { letter, about }
  })
  if (!found) throw notFound()
  // A withdrawn letter is told of in the list; nobody is given a copy that looks valid.
  if (found.letter.withdrawnAt) throw new Refusal('not-found', lettersWords[visit.locale].noLetter)
  return answer(visit, found.letter, found.about)
}

async function answer(visit: Visit, letter: Letter, about: SeminarOnPaper): Promise<Response> {
  const { house, locale } = visit
  const m = lettersWords[locale]
  if (letter.name === null) throw new Refusal('not-found', m.nobodyLeft)
  const made = await letterPdf(house, { ...letter, name: letter.name }, about, locale)
  if (made.standard === 'plain') {
    // Code points alone: the name they come from is not for the log.
    const missing = made.missing.map(character => character.codePointAt(0)?.toString(16))
    house.log.warn({ reference: visit.reference, letter: letter.id, missing }, 'no font for a letter: not PDF/A')
  }
  const name = `${m.fileName}-${letterNumber(about.seminar.heldOn, letter.number)}.pdf`
  return text(visit, new Uint8Array(made.pdf), 'application/pdf', {
    'content-disposition': disposition('attachment', name),
    'content-language': locale,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
}
