import { z } from 'zod'
import { as } from '../../database/actor.ts'
import type { Visit } from '../../house.ts'
import { page, redirect } from '../../web/answer.ts'
import { check, readForm, type SentForm, textOf } from '../../web/form.ts'
import { layout } from '../../web/layout.tsx'
import { type Change, StaleSave } from '../../web/parts/form.tsx'
import { forbidden, notFound, Refusal } from '../../web/refusal.ts'
import { alreadySent, newOnceKey } from '../../web/sent-once.ts'
import { keepTranslation } from '../acts/keep-translation.ts'
import { longestText, type Saved, saveText } from '../acts/save-text.ts'
import { shortMoment } from '../format.ts'
import { isLocale, type Locale } from '../locales.ts'
import { parts } from '../messages/parts.ts'
import { texts } from '../messages/texts.ts'
import { formerWordings, lastWriter, readText, rightsIn, wordsAreSettled } from '../store/one-text.ts'
import { versionOf } from '../version.ts'
import { type Attempt, addressOfText, editTextPage, type TextToEdit } from './edit-text.tsx'
import { fieldInWords } from './words-of-records.ts'

/** The page on which one text is translated, or its original changed. */
export async function textPage(visit: Visit): Promise<Response> {
  return page(visit, editTextPage(visit, await load(visit)))
}

/** The form of one language was sent. */
export async function saveTextPage(visit: Visit): Promise<Response> {
  const { house } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const given = await load(visit)
  const language = languageOf(sent)
  const isSource = language === given.text.source
  if (isSource && !given.may.edit) throw forbidden()
  const attempt = { language, typed: sent.typed, errors: {} }
  // From the page of two versions: somebody chose, and goes on writing before saving.
  if (textOf(sent.typed, '_next') === 'edit') return page(visit, editTextPage(visit, given, attempt))
  const checked = checkWords(visit.locale, sent, language, isSource)
  if (!checked.ok) return page(visit, editTextPage(visit, given, { ...attempt, errors: checked.errors }), 422)
  const result = await saveText(house, visit.actor, {
    ...given.text,
    language,
    ...checked.value,
    version: sent.version,
    once: sent.once,
    location: addressOfText(visit, given.text),
  })
  if (result.ok) {
    const text = texts[visit.locale].saved(language)
    return redirect(visit, addressOfText(visit, given.text), { tone: 'done', text })
  }
  if (result.changed === 'settled') {
    const notice = texts[visit.locale].settledRefused
    return page(visit, editTextPage(visit, { ...given, settled: true }, { ...attempt, notice }), 409)
  }
  return meanwhile(visit, result, attempt)
}

/** A translation was found to be valid still. */
export async function keepTextPage(visit: Visit): Promise<Response> {
  const { house } = visit
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { text } = await load(visit)
  const language = languageOf(sent)
  const location = addressOfText(visit, text)
  const which = { table: text.table, record: text.record, field: text.field, language }
  const result = await keepTranslation(house, visit.actor, {
    ...which,
    version: sent.version,
    once: sent.once,
    location,
  })
  const t = texts[visit.locale]
  if (result.ok) return redirect(visit, location, { tone: 'done', text: t.keptValid(language) })
  // Nothing was typed here, so nothing can be lost: the page as it is now, and why.
  const notice = result.changed === 'source' ? t.sourceChanged : t.staleTitle
  return redirect(visit, location, { tone: 'problem', text: notice })
}

async function load(visit: Visit): Promise<TextToEdit> {
  return as(visit.house.db, visit.actor, async tx => {
    const text = await readText(tx, visit.param('table'), visit.param('record'), visit.param('field'))
    if (!text) throw notFound()
    const may = await rightsIn(tx, text.spaceId)
    if (!may.translate) throw forbidden()
    return { text, may, former: await formerWordings(tx, text), settled: await wordsAreSettled(tx, text) }
  })
}

function languageOf(sent: SentForm): Locale {
  const language = textOf(sent.typed, 'language')
  if (!isLocale(language)) throw new Refusal('unprocessable')
  return language
}

type Words = { body: string; state: 'draft' | 'reviewed' | null }

function checkWords(locale: Locale, sent: SentForm, language: Locale, isSource: boolean) {
  const { problems } = texts[locale]
  const schema = z.object({
    [`body_${language}`]: z.string().trim().min(1, problems.empty).max(longestText, problems.long(longestText)),
    [`state_${language}`]: isSource ? z.unknown() : z.enum(['draft', 'reviewed'], problems.state),
  })
  const typed = { [`body_${language}`]: textOf(sent.typed, `body_${language}`), ...statesIn(sent, language) }
  const checked = check(schema, typed)
  if (!checked.ok) return checked
  const body = String(checked.value[`body_${language}`])
  const state = isSource ? null : (checked.value[`state_${language}`] as Words['state'])
  return { ok: true as const, value: { body, state } satisfies Words }
}

const statesIn = (sent: SentForm, language: Locale) => ({
  [`state_${language}`]: textOf(sent.typed, `state_${language}`),
})

/** Somebody saved something else meanwhile: both texts, or, when only the original changed, the form beside the new one. */
async function meanwhile(visit: Visit, result: Saved & { ok: false }, attempt: Attempt): Promise<Response> {
  const given = await load(visit)
  const t = texts[visit.locale]
  if (result.changed === 'source') {
    return page(visit, editTextPage(visit, given, { ...attempt, notice: t.sourceChanged } satisfies Attempt), 409)
  }
  const { language } = attempt
  const changes = differences(visit, given, attempt)
  // The same words twice are no conflict: what is left is to look at the page as it is now.
  if (changes.length === 0) {
    return redirect(visit, addressOfText(visit, given.text), { tone: 'done', text: t.saved(language) })
  }
  const writer = await whoWrote(visit, given.text.bodies[language]?.id)
  const differing = new Set(changes.map(change => change.name))
  const kept = [`body_${language}`, `state_${language}`].filter(
    name => !differing.has(name) && textOf(attempt.typed, name) !== '',
  )
  const title = fieldInWords(visit.house, visit.locale, given.text.table, given.text.field)
  return page(
    visit,
    layout(
      visit,
      {
        title: t.staleTitle,
        office: true,
        breadcrumb: [{ label: t.title, href: `/${visit.locale}/desk/texts` }, { label: title }],
      },
      <>
        <h1>{title}</h1>
        <StaleSave
          t={parts[visit.locale]}
          action={addressOfText(visit, given.text)}
          version={versionOf({
            source: given.text.bodies[given.text.source]?.body ?? '',
            translation: given.text.bodies[language] ?? null,
          })}
          once={newOnceKey(visit.house.keys)}
          changes={changes}
          kept={[['language', language], ...kept.map(name => [name, textOf(attempt.typed, name)] as const)]}
          cancel={addressOfText(visit, given.text)}
          {...writer}
        />
      </>,
    ),
    409,
  )
}

function differences(visit: Visit, { text }: TextToEdit, { language, typed }: Attempt): Change[] {
  const t = texts[visit.locale]
  const present = text.bodies[language]
  const body = textOf(typed, `body_${language}`)
  const changes: Change[] = []
  if (present?.body !== body.trim()) {
    changes.push({
      name: `body_${language}`,
      label: t.inLanguage(language),
      theirs: { value: present?.body ?? '' },
      yours: { value: body },
      long: true,
    })
  }
  const state = textOf(typed, `state_${language}`)
  if (language !== text.source && present?.state !== state) {
    const shown = (value: string) => ({ value, shown: value === 'reviewed' ? t.reviewed : t.draft })
    changes.push({
      name: `state_${language}`,
      label: t.stateOf,
      theirs: shown(present?.state ?? ''),
      yours: shown(state),
    })
  }
  return changes
}

async function whoWrote(visit: Visit, id: string | undefined): Promise<{ by?: string; at?: string }> {
  const { house, locale } = visit
  const writer = id === undefined ? null : await as(house.db, visit.actor, tx => lastWriter(tx, id))
  if (!writer) return {}
  return { ...(writer.name ? { by: writer.name } : {}), at: `${shortMoment(locale, writer.at, 'UTC')} UTC` }
}
