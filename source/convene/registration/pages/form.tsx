import { formWords } from '#convene/messages/form.ts'
import { type RegistrationMessages, registration } from '#convene/messages/registration.ts'
import { asPublic } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { type FieldErrors, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, ConsentField, Form, TextField } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { titleOf } from '../acts/seminar-in-words.ts'
import { windowState } from '../rules/window.ts'
import { findSeminarToRegisterFor, seminarWords } from '../store/seminar.ts'
import { Before, DataInWords } from './form/before.tsx'
import { countPeople, onlyOthersField, prefixOf, trapField } from './form/fields.ts'
import { dayAfter, type OpenForm, openForm } from './form/open.ts'
import { type Asked, OrganisationFields } from './form/organisation.tsx'
import { ConsentFields, Folded, PersonFields } from './form/person.tsx'
import { newSendingKey } from './form/served.ts'
import { shut } from './form/shut.tsx'
import { ToDo, ToSay } from './form/to-do.tsx'

/**
 * A public seminar and what every page of a registration says about it.
 *
 * @throws Refusal `not-found` when there is no public seminar at this address
 */
export async function openSeminar(visit: Visit) {
  return asPublic(visit.house.db, async tx => {
    const seminar = await findSeminarToRegisterFor(tx, { slug: visit.param('slug') })
    if (seminar === null) throw notFound()
    return { seminar, words: await seminarWords(tx, seminar.id) }
  })
}

/** The form, empty but for the code of an invitation that the address brings; or the page that says why there is none. */
export async function showForm(visit: Visit): Promise<Response> {
  const opened = await openForm(visit)
  const window = windowState(opened.seminar, opened.seminar.now)
  if (window !== 'open') return shut(visit, opened, window)
  const code = (visit.url.searchParams.get('code') ?? '').replace(/[^\p{L}\p{N} -]/gu, '').slice(0, 60)
  return formPage(visit, opened, {
    typed: { language: visit.locale, invitation: code },
    once: newSendingKey(visit.house.keys),
  })
}

type Filled = {
  typed: Typed
  once: string
  /** Field → sentence, in the order of the fields. */
  errors?: FieldErrors
  /** Names that what was typed resembles. */
  asked?: Asked
  /** It came back faster than a person reads: to be sent again as it is. */
  again?: boolean
  /** The person whose fields have just been added, or the one before those that were removed: where to go on reading. */
  goOnAt?: number
}

/** The form with what was typed. 422 when there is something to do about it before it can be sent. */
export function formPage(visit: Visit, opened: OpenForm, filled: Filled) {
  const { seminar, words, admission } = opened
  const { typed, once, errors = {}, asked = {}, again = false } = filled
  const { locale } = visit
  const m = registration[locale]
  const w = formWords[locale]
  const t = parts[locale]
  const title = titleOf(words, seminar, locale)
  const failed = Object.keys(errors).length > 0
  const asks = Object.keys(asked).length > 0
  const back = `/${locale}/seminars/${seminar.slug}`
  const people = countPeople(typed)
  const several = people > 1
  return page(
    visit,
    layout(
      visit,
      {
        title: `${m.form.title} – ${title}`,
        failed,
        breadcrumb: trail(m, locale, title, back, m.form.title),
        islands: [
          'search-suggestions',
          ...(opened.questions.some(({ condition }) => condition !== null) ? ['conditional-question'] : []),
        ],
      },
      <div class="stack measure">
        <PageHead title={m.form.title} lead={m.form.lead(title)} />
        <Before opened={opened} locale={locale} invited={textOf(typed, 'invitation') !== ''} />
        <DataInWords opened={opened} locale={locale} />
        {again ? (
          <ToDo title={w.again.title}>
            <p>{w.again.text}</p>
          </ToDo>
        ) : null}
        {asks && !failed ? <ToSay asked={asked} typed={typed} locale={locale} /> : null}
        <Form t={t} action={`${back}/register`} once={once} errors={errors} whole hidden={{ people: String(people) }}>
          {several ? (
            // What the Enter key presses is the first button: it must not be one that removes somebody.
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no key leads to it, and the button itself stands below.
            <button type="submit" class="hidden-text" tabindex={-1} aria-hidden="true">
              {w.delegation.submit(people)}
            </button>
          ) : null}
          <section class="part">
            <h2>{w.organisation.title}</h2>
            <OrganisationFields {...{ opened, locale, typed, errors, asked }} voice="self" />
            <Invitation locale={locale} typed={typed} errors={errors} />
          </section>
          {Array.from({ length: people }, (_, index) => (
            <section class="part">
              <PersonHead locale={locale} index={index} several={several} here={filled.goOnAt === index} />
              {index === 1 ? <OnlyOthers locale={locale} typed={typed} /> : null}
              <PersonFields
                {...{ locale, typed, errors }}
                prefix={prefixOf(index)}
                // Of one person of several nobody knows whether it is the one who writes.
                voice={several ? 'other' : 'self'}
                questions={opened.questions}
                languages={opened.languages}
                examined={admission.approvalFor}
                needsErasedOn={dayAfter(seminar, admission.needsDays)}
              >
                {index === 0 ? <Trap label={m.form.trap} /> : null}
              </PersonFields>
              <ConsentFields
                {...{ locale, typed, errors }}
                prefix={prefixOf(index)}
                consents={words.consents}
                forOthers={several}
              />
            </section>
          ))}
          {several ? <p class="small">{w.delegation.together}</p> : null}
          <Buttons>
            <Button>{several ? w.delegation.submit(people) : m.form.submit}</Button>
            {people < admission.perForm ? (
              <Button kind="secondary" name="_do" value="add">
                {w.delegation.add}
              </Button>
            ) : null}
            <a href={back}>{t.form.cancel}</a>
          </Buttons>
          {admission.perForm > 1 ? <p class="small">{w.delegation.most(admission.perForm)}</p> : null}
        </Form>
      </div>,
    ),
    failed || asks || again ? 422 : 200,
  )
}

function Invitation({ locale, typed, errors }: { locale: Locale; typed: Typed; errors: FieldErrors }) {
  const w = formWords[locale].organisation
  const name = 'invitation'
  const open = textOf(typed, name) !== '' || errors[name] !== undefined
  return (
    <Folded title={w.code} locale={locale} open={open}>
      <TextField
        {...bindFields(parts[locale], typed, errors)(name)}
        label={w.invitation}
        hint={w.invitationHint}
        autocomplete="off"
        optional
        short
      />
    </Folded>
  )
}

function PersonHead(props: { locale: Locale; index: number; several: boolean; here: boolean }) {
  const w = formWords[props.locale]
  const number = props.index + 1
  const title = props.several ? w.person.numbered(number) : w.person.title
  return (
    <div class="part-head">
      {props.here ? (
        <h2 tabindex={-1} autofocus>
          {title}
        </h2>
      ) : (
        <h2>{title}</h2>
      )}
      {props.index > 0 ? (
        <Button kind="secondary" name="_do" value={`remove-${number}`}>
          {w.person.remove(number)}
        </Button>
      ) : null}
    </div>
  )
}

/** Asked once there is a second person: whose page says “somebody filled in the form for you” hangs on it. */
function OnlyOthers({ locale, typed }: { locale: Locale; typed: Typed }) {
  const { value, ...field } = bindFields(parts[locale], typed)(onlyOthersField)
  const text = { text: formWords[locale].delegation.onlyOthers, language: locale, stale: false }
  return <ConsentField {...field} text={text} pageLanguage={locale} optional checked={value === 'yes'} />
}

// Out of sight and out of the order of the tab key: nobody who reads the page, by eye or by ear, comes across it.
function Trap({ label }: { label: string }) {
  return (
    <div class="hidden-text" aria-hidden="true">
      <label for="field-nickname">{label}</label>
      <input id="field-nickname" type="text" name={trapField} value="" tabindex={-1} autocomplete="off" />
    </div>
  )
}

export const trail = (m: RegistrationMessages, locale: Locale, title: string, href: string, here: string) => [
  { label: m.seminars, href: `/${locale}/seminars` },
  { label: title, href },
  { label: here },
]
