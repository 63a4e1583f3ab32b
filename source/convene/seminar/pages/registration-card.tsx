import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Card, Meter } from '#ground/web/parts/text.tsx'
import { seminarMessages } from '../../messages/seminar.ts'
import type { RegistrationState } from '../rules/registration-state.ts'
import type { SeminarPage } from '../store/read-seminar.ts'
import { deadlineOf, stateSentence } from './words.ts'

const acceptsAnswers: ReadonlySet<RegistrationState> = new Set(['open', 'waiting-list'])
const countsPlaces: ReadonlySet<RegistrationState> = new Set(['open', 'waiting-list', 'opens-later'])

/** The one thing to do on the page: whether, until when and for how many places one can register. */
export function RegistrationCard(props: { seminar: SeminarPage; state: RegistrationState; locale: Locale }) {
  const { seminar, state, locale } = props
  const t = seminarMessages[locale].registration
  const sentence = stateSentence(seminar, state, locale)
  return (
    <Card title={t.title}>
      {sentence ? <p>{sentence}</p> : null}
      {acceptsAnswers.has(state) ? (
        <p>
          {seminar.mandatory ? t.mandatory : t.optional} {deadlineOf(seminar, locale)}
        </p>
      ) : null}
      {seminar.places && countsPlaces.has(state) ? (
        <Meter t={parts[locale]} taken={seminar.places.taken} capacity={seminar.places.capacity} />
      ) : null}
      {acceptsAnswers.has(state) ? (
        <p class="buttons">
          <LinkButton href={`/${locale}/seminars/${seminar.slug}/register`}>
            {state === 'waiting-list' ? t.joinWaiting : t.register}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  )
}
