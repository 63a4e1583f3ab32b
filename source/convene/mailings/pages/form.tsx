import { mailingsWords } from '#convene/messages/mailings.ts'
import { registration } from '#convene/messages/registration.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { number } from '#ground/languages/say.ts'
import { isUuid } from '#ground/people/rules/uuid.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Button, Buttons, bindFields, CheckboxesField, Form } from '#ground/web/parts/form.tsx'
import { Note } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { addDraft, changeDraft, type Saved } from '../acts/save-mailing.ts'
import { shownVersion } from '../acts/start-mailing.ts'
import { mostChosen } from '../rules/audience.ts'
import { isOpen, mailingState } from '../rules/mailing-state.ts'
import { namesOfChosen } from '../store/audience.ts'
import { namesOfInvitations } from '../store/invitations.ts'
import { type Mailing, readMailing } from '../store/mailings.ts'
import {
  type Choice,
  choices,
  chosenIn,
  greetingIn,
  readMailingForm,
  textField,
  typedAgain,
  typedFrom,
} from './form-fields.ts'
import { languagesFrom, nameOfMailing, problemsInWords } from './in-words.ts'
import {
  aboveMailings,
  mailingsAddress,
  momentInZone,
  type OfficeSeminar,
  officePage,
  officeSeminar,
} from './office.tsx'
import { Placeholders } from './placeholders.tsx'
import { staleMailing } from './stale.tsx'
import { TextFields } from './text-fields.tsx'

type Shown = {
  /** Null for a new one. */
  there: Mailing | null
  typed: Record<string, string>
  errors?: FieldErrors
  version?: string | null
  once?: string | null
}

/**
 * GET …/mailings/new: a message that is not written yet. `?registration=` names people one by one, and `state`, `category`,
 * `region` and the other choices of the list of registrations are taken over.
 */
export async function showNewMailing(visit: Visit): Promise<Response> {
  const seminar = await officeSeminar(visit)
  return formPage(visit, seminar, { there: null, typed: begun(visit.locale, fromAddress(visit.url.searchParams)) })
}

/**
 * POST …/mailings/new: saves a draft. Sent by the list of registrations, with people that were ticked there and nothing to
 * save, it opens the form for them.
 */
export async function sendNewMailing(visit: Visit): Promise<Response> {
  const { house, actor } = visit
  const seminar = await officeSeminar(visit)
  const sent = await readForm(visit.request)
  if (textOf(sent.typed, 'do') !== 'save')
    return formPage(visit, seminar, { there: null, typed: begun(visit.locale, typedAgain(sent.typed)) })
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const asked = readMailingForm(sent.typed)
  const location = (id: string) => mailingsAddress(visit, seminar, `/${id}`)
  const saved: Saved = asked.tooMany
    ? { outcome: 'invalid', problems: [], nobody: false }
    : await addDraft(house, actor, seminar.slug, asked, { once: sent.once, location })
  return answer(visit, seminar, null, sent, saved)
}

/** GET …/mailings/:id/edit. */
export async function showMailingForm(visit: Visit): Promise<Response> {
  const { seminar, there } = await open(visit)
  if (!isOpen(mailingState({ ...there, waiting: 0 }, seminar.now)) || there.daysBefore !== null)
    return gone(visit, seminar, there.id)
  return formPage(visit, seminar, { there, typed: typedFrom(there), version: shownVersion(there) })
}

/** POST …/mailings/:id/edit. */
export async function sendMailingForm(visit: Visit): Promise<Response> {
  const { house, actor } = visit
  const { seminar, there } = await open(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  if (textOf(sent.typed, '_next') === 'edit')
    return formPage(visit, seminar, { there, typed: typedAgain(sent.typed), version: sent.version, once: sent.once })
  const asked = readMailingForm(sent.typed)
  const location = mailingsAddress(visit, seminar, `/${there.id}`)
  const saved: Saved = asked.tooMany
    ? { outcome: 'invalid', problems: [], nobody: false }
    : await changeDraft(
        house,
        actor,
        seminar.slug,
        there.id,
        { ...asked, version: sent.version },
        { once: sent.once, location },
      )
  return answer(visit, seminar, there, sent, saved)
}

async function open(visit: Visit): Promise<{ seminar: OfficeSeminar; there: Mailing }> {
  const seminar = await officeSeminar(visit)
  const id = visit.param('id')
  const there = isUuid(id) ? await as(visit.house.db, visit.actor, tx => readMailing(tx, seminar.id, id)) : null
  if (!there) throw notFound()
  return { seminar, there }
}

const gone = (visit: Visit, seminar: OfficeSeminar, id: string) =>
  redirect(visit, mailingsAddress(visit, seminar, `/${id}`), {
    tone: 'problem',
    text: mailingsWords[visit.locale].errors.notWritten,
  })

/** That a message leaves by itself, and when: whoever changes it changes what leaves. Empty for any other. */
function leavesByItself(visit: Visit, seminar: OfficeSeminar, there: Mailing | null): string {
  if (!there?.sendAt || mailingState({ ...there, waiting: 0 }, seminar.now) !== 'scheduled') return ''
  return mailingsWords[visit.locale].one.scheduled(momentInZone(visit, seminar, there.sendAt))
}

async function answer(visit: Visit, seminar: OfficeSeminar, there: Mailing | null, sent: SentForm, saved: Saved) {
  const { locale } = visit
  const m = mailingsWords[locale]
  switch (saved.outcome) {
    case 'saved':
      return redirect(visit, mailingsAddress(visit, seminar, `/${saved.id}`), {
        tone: 'done',
        text: [m.form.saved, leavesByItself(visit, seminar, there)].filter(Boolean).join(' '),
      })
    case 'gone':
      return gone(visit, seminar, there?.id ?? '')
    case 'stale': {
      const { there: now } = await open(visit)
      return staleMailing(visit, seminar, now, typedAgain(sent.typed), sent.once)
    }
    case 'invalid': {
      const many = readMailingForm(sent.typed).tooMany
      const errors = {
        ...(saved.nobody ? { 'states[]': m.errors.nobody } : {}),
        ...(many ? { 'registrations[]': m.errors.tooManyChosen(number(locale, mostChosen)) } : {}),
        ...problemsInWords(locale, saved.problems),
      }
      return formPage(visit, seminar, {
        there,
        typed: typedAgain(sent.typed),
        errors,
        version: sent.version,
        once: sent.once,
      })
    }
  }
}

/** A new message begins with those who have a place, and with a greeting in the language of whoever writes it. */
function begun(locale: Locale, typed: Record<string, string>): Record<string, string> {
  return {
    ...typed,
    states: typed.states || (typed.registrations ? '' : 'confirmed'),
    [textField('body', locale)]: typed[textField('body', locale)] || `${greetingIn(locale)}\n\n`,
  }
}

/** The choices that an address names, by the words of the list of registrations or by those of this form. */
function fromAddress(query: URLSearchParams): Record<string, string> {
  const singular: Partial<Record<Choice, string>> = {
    states: 'state',
    categories: 'category',
    regions: 'region',
    invitations: 'invitation',
  }
  const typed: Typed = Object.fromEntries([
    ...(Object.keys(choices) as Choice[]).map(name => [
      `${name}[]`,
      [...query.getAll(name), ...query.getAll(singular[name] ?? name)],
    ]),
    ['registrations[]', [...query.getAll('registration'), ...query.getAll('registration[]')]],
  ])
  return typedAgain(typed)
}

async function formPage(visit: Visit, seminar: OfficeSeminar, { there, typed, errors = {}, version, once }: Shown) {
  const { locale, house, actor } = visit
  const t = parts[locale]
  const m = mailingsWords[locale]
  const words = registration[locale]
  const ids = chosenIn(typed)
  const { chosen, invitations } = await as(house.db, actor, async tx => ({
    chosen: await namesOfChosen(tx, seminar.id, ids),
    invitations: await namesOfInvitations(tx, seminar.id),
  }))
  const source = there?.body?.source ?? locale
  const field = bindFields(t, typed, errors)
  const boxes = (name: Choice, label: string, named: Readonly<Record<string, string>>, hint?: string) => (
    <CheckboxesField
      t={t}
      name={`${name}[]`}
      error={errors[`${name}[]`]}
      label={label}
      hint={hint}
      values={(typed[name] ?? '').split(' ')}
      choices={Object.entries(named).map(([value, shown]) => ({ value, label: shown }))}
      optional={name !== 'states' || chosen.length > 0}
    />
  )
  const leaves = leavesByItself(visit, seminar, there)
  const title = there ? m.form.editTitle : m.form.newTitle
  const address = there ? `/${there.id}/edit` : '/new'
  const cancel = there ? mailingsAddress(visit, seminar, `/${there.id}`) : mailingsAddress(visit, seminar)
  return officePage(
    visit,
    seminar,
    {
      title,
      lead: m.form.lead,
      above: [
        aboveMailings(visit),
        ...(there ? [{ label: nameOfMailing(locale, seminar, there).text, path: `/mailings/${there.id}` }] : []),
      ],
      failed: Object.keys(errors).length > 0,
    },
    <Form
      t={t}
      action={mailingsAddress(visit, seminar, address)}
      version={version ?? undefined}
      once={once ?? newOnceKey(house.keys)}
      hidden={{ do: 'save' }}
      errors={errors}
    >
      {leaves ? <Note tone="warning">{<p>{leaves}</p>}</Note> : null}
      <h2>{m.audience.title}</h2>
      {chosen.length > 0
        ? boxes(
            'registrations',
            m.form.chosen,
            Object.fromEntries(chosen.map(({ id, name }) => [id, name ?? words.desk.erased])),
            m.form.chosenHint,
          )
        : null}
      {boxes(
        'states',
        m.form.states,
        inOrder(choices.states, words.states),
        chosen.length > 0 ? m.form.statesChosen : m.form.statesHint,
      )}
      {boxes('categories', m.form.categories, inOrder(choices.categories, words.categories), m.form.all)}
      {boxes('regions', m.form.regions, words.regions, m.form.all)}
      {boxes('languages', m.form.languages, inOrder(choices.languages, nameOfLocale), m.form.all)}
      {invitations.size > 0
        ? boxes('invitations', m.form.invitations, Object.fromEntries(invitations), m.form.all)
        : null}
      <Placeholders locale={locale} />
      <p>{m.form.oneLanguage(languageName(locale, seminar.sourceLanguage))}</p>
      {languagesFrom(source).map(language => (
        <TextFields visit={visit} field={field} language={language} />
      ))}
      <Buttons>
        <Button>{m.form.save}</Button>
        <a href={cancel}>{t.form.cancel}</a>
      </Buttons>
    </Form>,
  )
}

const inOrder = <K extends string>(keys: readonly K[], named: Readonly<Record<K, string>>) =>
  Object.fromEntries(keys.map(key => [key, named[key]]))
