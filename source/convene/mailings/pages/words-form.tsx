import { mailWordsPages } from '#convene/messages/mail-words.ts'
import { sampleRecipient } from '#convene/registration/acts/mail-sample.ts'
import { as } from '#ground/database/actor.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import {
  Button,
  Buttons,
  bindFields,
  type Change,
  Confirm,
  Form,
  LinkButton,
  StaleSave,
  TextareaField,
  TextField,
} from '#ground/web/parts/form.tsx'
import { Note, Paragraphs, State } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { saveMailWords, takeBackMailWords, wordsVersion } from '../acts/save-mail-words.ts'
import { stateOfWords, writtenWords } from '../rules/own-words.ts'
import { mostBody, type WrittenWords } from '../rules/texts.ts'
import { type MailWordsTexts, mailWordsOf } from '../store/mail-words.ts'
import { textField } from './form-fields.ts'
import { languagesFrom, problemsInWords } from './in-words.ts'
import { officePage, officeSeminar, seminarAddress } from './office.tsx'
import { Placeholders } from './placeholders.tsx'
import { MailPreview } from './preview.tsx'
import { kindOfWords, ownableMails } from './words.tsx'

/** GET /:l/desk/seminars/:slug/words/:template; with `?begin=usual` the usual words stand in the fields, unsaved. */
export async function showWordsForm(visit: Visit): Promise<Response> {
  const at = await open(visit)
  const begun = visit.url.searchParams.get('begin') === 'usual'
  const words = begun ? withUsual(writtenWords(at.there), at.usual) : writtenWords(at.there)
  return formPage(visit, at, { words, version: wordsVersion(at.there), begun })
}

/** POST: saves the words, or goes back to the usual ones once that was confirmed. */
export async function sendWords(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const m = mailWordsPages[locale]
  const at = await open(visit)
  const { seminar, name, address } = at
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const remember = { once: sent.once, location: address }
  if (textOf(sent.typed, 'do') === 'take-back') {
    if (textOf(sent.typed, 'sure') !== 'yes') return askTakeBack(visit, at)
    await takeBackMailWords(house, actor, seminar.slug, name, remember)
    return redirect(visit, address, { tone: 'done', text: m.takenBack })
  }
  const words = typedWords(sent.typed)
  const version = sent.version ?? ''
  if (textOf(sent.typed, '_next') === 'edit') return formPage(visit, at, { words, version, once: sent.once })
  const saved = await saveMailWords(house, actor, seminar.slug, name, { words, version }, remember)
  switch (saved.outcome) {
    case 'saved':
      return redirect(visit, address, { tone: 'done', text: m.saved })
    case 'invalid': {
      const errors = problemsInWords(locale, saved.problems)
      return formPage(visit, at, { words, version, once: sent.once, errors })
    }
    case 'stale':
      return staleWords(visit, await open(visit), words, sent)
  }
}

/** A mail of the seminar whose words may be written, with the usual ones and what was written. */
async function open(visit: Visit) {
  const { house, locale } = visit
  const seminar = await officeSeminar(visit, 'edit')
  const name = visit.param('template')
  const template = ownableMails(house).find(([known]) => known === name)?.[1]
  if (!template) throw notFound()
  const read = await as(house.db, visit.actor, async tx => {
    const usual = new Map<Locale, { subject: string; body: string }>()
    for (const language of locales) {
      const found = await template.usual?.(house, tx, seminar.id, language)
      if (found) usual.set(language, found)
    }
    return { usual, there: (await mailWordsOf(tx, seminar.id)).get(name) }
  })
  const label = template.name?.(locale) ?? name
  return { seminar, name, template, label, ...read, address: seminarAddress(visit, seminar, `/words/${name}`) }
}
type Opened = Awaited<ReturnType<typeof open>> & { there: MailWordsTexts | undefined }

const typedWords = (typed: Typed): WrittenWords => {
  const of = (field: 'subject' | 'body') =>
    Object.fromEntries(locales.map(locale => [locale, textOf(typed, textField(field, locale))]))
  return { subject: of('subject'), body: of('body') }
}

/** What is empty is filled with the usual words. */
function withUsual(words: WrittenWords, usual: Opened['usual']): WrittenWords {
  const of = (field: 'subject' | 'body') =>
    Object.fromEntries(locales.map(locale => [locale, words[field][locale] || (usual.get(locale)?.[field] ?? '')]))
  return { subject: of('subject'), body: of('body') }
}

type Shown = {
  words: WrittenWords
  version: string
  begun?: boolean
  once?: string | null
  errors?: FieldErrors
}

async function formPage(visit: Visit, at: Opened, { words, version, begun, once, errors = {} }: Shown) {
  const { locale, house } = visit
  const { seminar, there, label, address, usual } = at
  const t = parts[locale]
  const m = mailWordsPages[locale]
  const typed = Object.fromEntries(
    locales.flatMap(language => [
      [textField('subject', language), words.subject[language] ?? ''],
      [textField('body', language), words.body[language] ?? ''],
    ]),
  )
  const field = bindFields(t, typed, errors)
  const previews = await previewsOf(visit, at)
  return officePage(
    visit,
    seminar,
    {
      title: label,
      lead: m.editLead,
      above: [{ label: m.title, path: '/words' }],
      failed: Object.keys(errors).length > 0,
    },
    <>
      {begun ? <Note>{<p role="status">{m.begun}</p>}</Note> : null}
      <p class="small measure">{m.stays}</p>
      {begun || [...usual.values()].every(({ body }) => body === '') ? null : (
        <p>
          <LinkButton href={`${address}?begin=usual`} kind="secondary">
            {m.begin}
          </LinkButton>
        </p>
      )}
      <Form
        t={t}
        action={address}
        version={version}
        once={once ?? newOnceKey(house.keys)}
        hidden={{ do: 'save' }}
        errors={errors}
        short
      >
        <Placeholders locale={locale} />
        {languagesFrom(seminar.sourceLanguage).map(language => (
          <section class="stack">
            <h2>{m.in(languageName(locale, language))}</h2>
            <StateOf visit={visit} there={there} language={language} />
            <TextField {...field(textField('subject', language))} label={m.subject} hint={m.subjectHint} optional />
            <TextareaField
              {...field(textField('body', language))}
              label={m.body}
              hint={m.bodyHint}
              rows={8}
              most={mostBody}
              optional
            />
            <details>
              <summary>{m.usual}</summary>
              <div class="prose">
                <Paragraphs
                  text={[usual.get(language)?.subject, usual.get(language)?.body || m.usualNone].join('\n\n')}
                  language={usual.get(language)?.body && language !== locale ? language : undefined}
                />
              </div>
            </details>
          </section>
        ))}
        <Buttons>
          <Button>{m.save}</Button>
          <a href={seminarAddress(visit, seminar, '/words')}>{t.form.cancel}</a>
        </Buttons>
      </Form>
      {there ? (
        <Form t={t} action={address} once={newOnceKey(house.keys)} short>
          <Button kind="danger" name="do" value="take-back">
            {m.takeBack}
          </Button>
        </Form>
      ) : null}
      <section class="stack">
        <h2>{m.preview}</h2>
        <p class="small">{m.previewText}</p>
        {previews.map(({ language, said }) => (
          <section class="stack">
            <h3>{m.in(languageName(locale, language))}</h3>
            <MailPreview locale={locale} language={language} words={said} />
          </section>
        ))}
      </section>
    </>,
  )
}

function StateOf({ visit, there, language }: { visit: Visit; there: MailWordsTexts | undefined; language: Locale }) {
  const m = mailWordsPages[visit.locale]
  const state = stateOfWords(there, language)
  if (state === 'usual' || state === 'own') return null
  return (
    <p class="small">
      <State kind={kindOfWords[state]}>{m.states[state]}</State> {m.explain[state]}
    </p>
  )
}

/** The mail as it would leave now, in each language, to somebody who does not exist. */
async function previewsOf(visit: Visit, { seminar, template }: Opened) {
  const { house } = visit
  return as(house.db, visit.actor, async tx => {
    const found = []
    for (const language of locales) {
      const said = await template.words(house, tx, { sample: seminar.id }, language, sampleRecipient(language))
      found.push({ language, said })
    }
    return found
  })
}

function askTakeBack(visit: Visit, { seminar, label, address }: Opened) {
  const m = mailWordsPages[visit.locale]
  return officePage(
    visit,
    seminar,
    { title: label, above: [{ label: m.title, path: '/words' }] },
    <Confirm
      t={parts[visit.locale]}
      title={m.takeBackTitle}
      text={m.takeBackText}
      action={address}
      cancel={address}
      button={m.takeBack}
      once={newOnceKey(visit.house.keys)}
      hidden={{ do: 'take-back', sure: 'yes' }}
    />,
  )
}

/** The page after somebody else wrote these words meanwhile. */
function staleWords(visit: Visit, { seminar, label, address, there }: Opened, yours: WrittenWords, sent: SentForm) {
  const { locale } = visit
  const m = mailWordsPages[locale]
  const theirs = writtenWords(there)
  const changes: Change[] = []
  const kept: [string, string][] = [['do', 'save']]
  for (const language of locales)
    for (const field of ['subject', 'body'] as const) {
      const name = textField(field, language)
      const [their, your] = [theirs[field][language] ?? '', yours[field][language] ?? '']
      if (their.trim() === your.trim()) kept.push([name, your])
      else
        changes.push({
          name,
          label: `${m[field]} – ${nameOfLocale[language]}`,
          long: field === 'body',
          theirs: { value: their },
          yours: { value: your },
        })
    }
  return officePage(
    visit,
    seminar,
    { title: label, above: [{ label: m.title, path: '/words' }], failed: true },
    <StaleSave
      t={parts[locale]}
      action={address}
      version={wordsVersion(there)}
      once={sent.once ?? undefined}
      changes={changes}
      kept={kept}
      cancel={address}
    />,
    409,
  )
}
