import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Card, Meter } from '#ground/web/parts/text.tsx'
import { seminarMessages } from '../../messages/seminar.ts'
import { type Life, type Meaning, meaning } from '../rules/life.ts'
import type { SeminarPage } from '../store/read-seminar.ts'
import { deadlineOf, stateSentence } from './words.ts'

const acceptsAnswers: ReadonlySet<Meaning['form']> = new Set(['open', 'waiting-list'])
const countsPlaces: ReadonlySet<Meaning['form']> = new Set(['open', 'waiting-list', 'not-yet-open'])

/** The one thing to do on the page: whether, until when and for how many places one can register. */
export function RegistrationCard(props: { seminar: SeminarPage; life: Life; locale: Locale }) {
  const { seminar, life, locale } = props
  const { form } = meaning[life]
  const t = seminarMessages[locale].registration
  const sentence = stateSentence(seminar, life, locale)
  return (
    <Card title={t.title}>
      {sentence ? <p>{sentence}</p> : null}
      {acceptsAnswers.has(form) || life === 'draft' ? (
        <p>
          {seminar.mandatory ? t.mandatory : t.optional} {deadlineOf(seminar, locale)}
        </p>
      ) : null}
      {seminar.places && countsPlaces.has(form) ? (
        <Meter
          t={parts[locale]}
          taken={seminar.places.taken + seminar.places.held}
          capacity={seminar.places.capacity}
        />
      ) : null}
      {acceptsAnswers.has(form) ? (
        <p class="buttons">
          <LinkButton href={`/${locale}/seminars/${seminar.slug}/register`}>
            {form === 'waiting-list' ? t.joinWaiting : t.register}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  )
}
