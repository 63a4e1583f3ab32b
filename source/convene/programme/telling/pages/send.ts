import type { Reason } from '#convene/life/store/notices.ts'
import { programmeTell } from '#convene/messages/programme-tell.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type SentForm, type Typed, textOf } from '#ground/web/form.ts'
import { Refusal } from '#ground/web/refusal.ts'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { canTell, tellChanges, testTelling } from '../acts/tell.ts'
import { mailLanguage } from '../rules/plan.ts'
import {
  type Group,
  groupShown,
  mostNote,
  noteField,
  notNow,
  type Plan,
  previewsOf,
  type SeminarToTell,
  seenVersion,
  seminarToTell,
  tellAddress,
} from './office.ts'
import { tellPage } from './tell.tsx'

/** GET /:l/desk/seminars/:slug/programme/tell: who would be told of what, and the mail; `?known=` chooses whose. */
export async function showTell(visit: Visit): Promise<Response> {
  const seminar = await seminarToTell(visit)
  const note = waitingNote(seminar)
  const typed = Object.fromEntries(
    seminar.languages.flatMap(language => {
      const text = note?.bodies[language]
      return text === undefined ? [] : [[noteField(language), text]]
    }),
  )
  return shown(visit, seminar, { typed, note, known: visit.url.searchParams.get('known') })
}

/** What a test was sent with and nobody was told yet. */
function waitingNote({ toAdd, languages }: SeminarToTell): Reason {
  if (!toAdd || !languages.includes(toAdd.source)) return null
  const bodies = languages.flatMap(language => {
    const body = toAdd.bodies[language]?.body
    return body === undefined ? [] : [[language, body] as const]
  })
  return { source: toAdd.source, bodies: Object.fromEntries(bodies) }
}

type Shown = {
  typed: Typed
  known: string | null
  errors?: FieldErrors
  note?: Reason
  once?: string | null
  said?: { tone: 'done' | 'problem'; text: string }
  status?: 409
}

async function shown(visit: Visit, seminar: SeminarToTell, given: Shown): Promise<Response> {
  const { plan } = seminar
  const { typed, known, errors = {}, note = null, once = null } = given
  const group = plan && groupShown(plan, known)
  const isOpen = plan !== null && plan.people > 0 && canTell(seminar.life)
  const previews = isOpen ? await previewsOf(visit, seminar, plan, group, note) : []
  return tellPage(visit, seminar, {
    ...{ typed, errors, previews, group },
    once: once ?? newOnceKey(visit.house.keys),
    version: isOpen ? seenVersion(plan, previews) : '',
    said: given.said ?? null,
    status: given.status ?? (Object.keys(errors).length > 0 ? 422 : 200),
  })
}

/** POST: shows the mail with what is added, sends it to whoever asks, or tells everybody. */
export async function sendTell(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const seminar = await seminarToTell(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const m = programmeTell[locale]
  if (!seminar.maySend) throw new Refusal('forbidden', m.mayNotTell)
  const here = tellAddress(visit, seminar)
  const { plan, notices } = seminar
  const gone = (text: string) => redirect(visit, here, { tone: 'problem', text })
  if (!canTell(seminar.life)) return gone(notNow(seminar, locale))
  if (plan && notices.some(({ versionId }) => versionId === plan.to.id)) return gone(m.already)
  if (!plan || plan.people === 0) return gone(m.nobody.text)
  const known = textOf(sent.typed, 'known')
  const read = readNote(seminar, sent.typed)
  const { typed } = sent
  if (!read.ok) return shown(visit, seminar, { typed, known, errors: read.errors })
  const { note } = read
  switch (textOf(typed, 'do')) {
    case 'look':
      return shown(visit, seminar, { typed, known, note, said: { tone: 'done', text: m.looked } })
    case 'test':
      return sendTest(visit, seminar, plan, sent, note)
    case 'tell':
      return send(visit, seminar, plan, sent, note)
    default:
      throw new Refusal('unprocessable')
  }
}

async function sendTest(visit: Visit, seminar: SeminarToTell, plan: Plan, { typed, once }: SentForm, note: Reason) {
  const { house, actor, locale } = visit
  const known = textOf(typed, 'known')
  const group = groupShown(plan, known)
  const language = testLanguage(group, locale)
  const sample = { to: plan.to.id, base: group?.base?.id ?? null, note }
  await testTelling(house, actor, seminar.slug, sample, language, { once, location: tellAddress(visit, seminar) })
  const text = programmeTell[locale].tested(languageName(locale, language))
  return shown(visit, seminar, { typed, known, note, said: { tone: 'done', text } })
}

/** The page's language when somebody reads the mail in it, else the one that most read. */
function testLanguage(group: Group | null, locale: Locale): Locale {
  const languages = (group?.languages ?? []).map(({ language }) => mailLanguage(language))
  return languages.includes(locale) ? locale : (languages[0] ?? locale)
}

async function send(
  visit: Visit,
  seminar: SeminarToTell,
  plan: Plan,
  { typed, once, version }: SentForm,
  note: Reason,
) {
  const { house, actor, locale } = visit
  const m = programmeTell[locale]
  const here = tellAddress(visit, seminar)
  const known = textOf(typed, 'known')
  const again = async (text: string) => {
    const now = await seminarToTell(visit)
    return shown(visit, now, { typed, known, note, said: { tone: 'problem', text }, status: 409 })
  }
  if (textOf(typed, 'to') !== plan.to.id) return again(m.stale)
  const previews = await previewsOf(visit, seminar, plan, groupShown(plan, known), note)
  if (seenVersion(plan, previews) !== version) return again(m.changed)
  const told = await tellChanges(house, actor, seminar.slug, { version: plan.to.id, note }, { once, location: here })
  switch (told.outcome) {
    case 'told':
      return redirect(visit, here, { tone: 'done', text: m.told(told.people) })
    case 'stale':
      return again(m.stale)
    case 'already':
      return redirect(visit, here, { tone: 'problem', text: m.already })
    case 'nothing':
      return redirect(visit, here, { tone: 'problem', text: m.nobody.text })
    case 'not-possible':
      return redirect(visit, here, { tone: 'problem', text: notNow({ life: told.life }, locale) })
  }
}

/** What was typed to be added, or the key of an error for each field: whoever adds words says them in the source too. */
function readNote(
  { sourceLanguage, languages }: SeminarToTell,
  typed: Typed,
): { ok: true; note: Reason } | { ok: false; errors: FieldErrors } {
  const said = languages.map(language => [language, textOf(typed, noteField(language)).trim()] as const)
  const written = said.filter(([, text]) => text !== '')
  const errors = Object.fromEntries(
    written.filter(([, text]) => text.length > mostNote).map(([language]) => [noteField(language), 'tooLong']),
  )
  const isSourceMissing = written.length > 0 && !written.some(([language]) => language === sourceLanguage)
  if (isSourceMissing) errors[noteField(sourceLanguage)] = 'source'
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    note: written.length === 0 ? null : { source: sourceLanguage, bodies: Object.fromEntries(written) },
  }
}
