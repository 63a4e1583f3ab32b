import { formWords } from '#convene/messages/form.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, Form, StaleSave, TextField } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { titleOf } from '../../acts/seminar-in-words.ts'
import type { OwnAnswers } from '../../store/own.ts'
import { dayAfter } from '../form/open.ts'
import { type Asked, OrganisationFields } from '../form/organisation.tsx'
import { Folded, PersonFields } from '../form/person.tsx'
import { ToSay } from '../form/to-do.tsx'
import { fieldWords } from '../form/voice.ts'
import { changesBetween, typedOf } from './change-fields.ts'
import { type Change, territoryName } from './hands.ts'

/** The form with what was answered until now. */
export function filledPage(visit: Visit, change: Change) {
  const { opened, form, territory } = change
  return changePage(visit, change, {
    typed: typedOf(opened.own.answers, territory, form.questions),
    errors: {},
    asked: {},
    version: String(opened.own.version),
    once: newOnceKey(visit.house.keys),
  })
}

type Filled = { typed: Typed; errors: FieldErrors; asked: Asked; version: string; once: string }

/** The form, with what was typed. */
export function changePage(
  visit: Visit,
  { form, here, voice, words: w, frame }: Change,
  { typed, errors, asked, version, once }: Filled,
) {
  const { locale } = visit
  const t = parts[locale]
  const f = formWords[locale]
  const said = fieldWords(voice, locale)
  const failed = Object.keys(errors).length > 0
  const asks = Object.keys(asked).length > 0
  return frame(
    {
      title: w.title,
      failed,
      islands: [
        'search-suggestions',
        ...(form.questions.some(({ condition }) => condition) ? ['conditional-question'] : []),
      ],
      children: (
        <>
          <PageHead title={w.title} lead={w.lead} />
          {asks && !failed ? <ToSay asked={asked} typed={typed} locale={locale} /> : null}
          <Form t={t} action={`${here}/change`} version={version} once={once} errors={errors} whole>
            <section class="part">
              <h2>{said.organisation}</h2>
              <OrganisationFields {...{ opened: form, locale, typed, errors, asked, voice }} />
              <Folded
                title={said.code}
                locale={locale}
                open={textOf(typed, 'invitation') !== '' || errors.invitation !== undefined}
              >
                <TextField
                  {...bindFields(t, typed, errors)('invitation')}
                  label={f.organisation.invitation}
                  hint={said.invitationHint}
                  autocomplete="off"
                  optional
                  short
                />
              </Folded>
            </section>
            <section class="part">
              <h2>{said.person}</h2>
              <PersonFields
                {...{ locale, typed, errors, voice }}
                mayBeReader={voice === 'self'}
                prefix=""
                questions={form.questions}
                languages={form.languages}
                // Whoever corrects is who would examine.
                examined={voice === 'self' ? form.admission.approvalFor : []}
                needsErasedOn={dayAfter(form.seminar, form.admission.needsDays)}
              >
                <p class="small">{w.address}</p>
              </PersonFields>
            </section>
            <Buttons>
              <Button>{w.save}</Button>
              <a href={here}>{t.form.cancel}</a>
            </Buttons>
          </Form>
        </>
      ),
    },
    failed || asks ? 422 : 200,
  )
}

type Stale = { typed: Typed; once: string; now: OwnAnswers; version: number }

/**
 * Somebody saved meanwhile: both texts of each answer, and nothing typed is lost.
 *
 * @param fields the fields that the form asked for, when it did not ask for all
 */
export async function stalePage(
  visit: Visit,
  { opened, form, reader, here, voice, words, frame }: Change,
  { typed, once, now, version }: Stale,
  fields?: readonly string[],
) {
  const { locale } = visit
  const territory = await as(visit.house.db, reader, tx => territoryName(tx, now, visit))
  const theirs = typedOf(now, territory, form.questions)
  const changes = changesBetween(theirs, typed, { locale, voice }, form.questions).filter(
    ({ name }) => fields?.includes(name) ?? true,
  )
  const shown = new Set(changes.map(({ name }) => name))
  const kept = Object.entries(typed).flatMap(([name, value]) =>
    shown.has(name) || name.startsWith('_') || fields?.includes(name) === false
      ? []
      : (typeof value === 'string' ? [value] : value).map(item => [name, item] as const),
  )
  return frame(
    {
      title: words.title,
      failed: true,
      children: (
        <>
          <PageHead title={words.title} kicker={titleOf(opened.words, opened.seminar, locale)} />
          <StaleSave
            t={parts[locale]}
            action={`${here}/change`}
            version={String(version)}
            once={once}
            changes={changes}
            kept={kept}
            cancel={here}
          />
        </>
      ),
    },
    409,
  )
}
