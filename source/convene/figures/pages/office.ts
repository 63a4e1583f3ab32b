import { figuresWords } from '#convene/messages/figures.ts'
import { findSeminarToRegisterFor } from '#convene/registration/store/seminar.ts'
import { as, job } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { wordsOf } from '#ground/languages/text.ts'
import { textsOf } from '#ground/languages/texts.ts'
import { notFound, Refusal } from '#ground/web/refusal.ts'
import { may } from '#ground/web/visit.ts'
import { figuresOf } from '../store/figures.ts'
import { sheetsOf } from './sheets.ts'

/**
 * A seminar with its figures, for whoever looks after its people or evaluates it; 404 for whoever does not work on it, 403
 * where they do other work.
 *
 * Evaluators see no registration: the program counts for them (`job`), after it has looked at their right, and only
 * numbers leave this function, small ones left out.
 */
export async function seminarInFigures(visit: Visit) {
  const { house, locale, actor } = visit
  const found = await as(house.db, actor, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    return seminar && { ...seminar, title: (await textsOf(tx, [seminar.id])).get(seminar.id)?.title }
  })
  if (!found || !may(visit, 'read', found.id)) throw notFound()
  const exactly = may(visit, 'people', found.id)
  if (!exactly && !may(visit, 'evaluate', found.id)) throw new Refusal('forbidden', figuresWords[locale].mayNot)
  const figures = await as(house.db, exactly ? actor : job('figures'), tx => figuresOf(tx, found))
  const day = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(found.timeZone).toPlainDate()
  return {
    seminar: { ...found, title: wordsOf(found.title, locale) || found.slug },
    exactly,
    anybody: figures.states.size > 0,
    sheets: sheetsOf({
      locale,
      figures,
      exactly,
      opens: found.opensAt && day(found.opensAt),
      closes: day(found.closesAt),
      today: day(found.now),
    }),
  }
}
