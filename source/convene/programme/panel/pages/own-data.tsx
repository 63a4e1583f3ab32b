import { z } from 'zod'
import { panelOwn } from '#convene/messages/programme-panel-own.ts'
import { titleOf } from '#convene/registration/acts/seminar-in-words.ts'
import type { Visit } from '#ground/house.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { check, inWords, readForm, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { type Change, StaleSave } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent } from '#ground/web/sent-once.ts'
import { type AnswersTaken, type OwnData, type OwnSending, type OwnSent, sendOwnPart } from '../acts/answer.ts'
import type { OwnPanel } from '../acts/own.ts'
import { openOwnPanel, ownAddress, ownPanelPage } from './own.tsx'
import { answerField, answersIn } from './own-answer.tsx'

const name = (error: string) => z.string({ error }).trim().min(1, { error }).max(100, { error: 'long' })
const schema = z.object({
  givenName: name('givenName'),
  familyName: name('familyName'),
  language: z.enum(locales, { error: 'language' }),
  wordsIn: z.enum(locales, { error: 'language' }).optional(),
  role: z.string().trim().max(300, { error: 'roleLong' }).default(''),
  about: z.string().trim().max(2000, { error: 'aboutLong' }).default(''),
})

/** POST /:l/panel/:token: their answers and what they say of themself, in one form. */
export async function sendOwnPage(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const panel = await openOwnPanel(visit)
  const m = panelOwn[locale].data
  const sent = await readForm(visit.request)
  const { typed, once } = sent
  const led = await alreadySent(house, once)
  if (led) return redirect(visit, led)
  const version = sent.version ?? ''
  const checked = check(schema, typed)
  const wordsIn = checked.ok ? (checked.value.wordsIn ?? panel.languages[0]) : undefined
  const errors = checked.ok
    ? wordsIn !== undefined && panel.languages.includes(wordsIn)
      ? {}
      : { wordsIn: 'language' }
    : checked.errors
  if (!checked.ok || wordsIn === undefined || Object.keys(errors).length > 0)
    return ownPanelPage(visit, panel, { typed, errors: inWords(m.errors, errors), once, version })
  if (textOf(typed, '_next') === 'edit') return ownPanelPage(visit, panel, { typed, errors: {}, once, version })
  const { givenName, familyName, language, role, about } = checked.value
  const named = textOf(typed, 'named[]') === 'yes'
  const data: OwnData = { givenName, familyName, language, named, words: { language: wordsIn, role, about } }
  const answers = answersIn(typed)
  const here = ownAddress(visit)
  const done = await sendOwnPart(house, panel.own.id, { answers, data, seen: version }, { once, location: here })
  if (done.outcome === 'erased') return redirect(visit, ownAddress(visit, '/erase'))
  if (done.outcome === 'stale') return stalePage(visit, panel, { data, answers }, { ...done, once })
  return redirect(visit, here, whatBecame(locale, done, { answers, named, own: panel.own }))
}

/** What is said after the button: of the answers, and of the rest when it is another than before. */
function whatBecame(
  locale: Locale,
  done: Extract<OwnSent, { outcome: 'saved' }>,
  { answers, named, own }: { answers: OwnSending['answers']; named: boolean; own: OwnPanel['own'] },
) {
  const m = panelOwn[locale]
  const of: Record<AnswersTaken, string | null> = {
    // Nobody but the team takes them off what else they do.
    taken: !freesSeats(answers, own) ? m.answer.done : own.roles.length > 0 ? m.answer.doneNoStillOn : m.answer.doneNo,
    none: null,
    same: null,
    closed: done.window === 'open' ? null : m.answer.closed[done.window],
    'given-away': m.answer.givenAway,
  }
  const answered = of[done.answers]
  const saved = done.changed ? (named ? m.data.saved : m.data.savedNotNamed) : null
  const nothing = answered === null && saved === null
  const text = [...(nothing ? [m.same] : []), answered, saved, ...(done.missing ? [m.answer.still] : [])]
  const refused = done.answers === 'closed' || done.answers === 'given-away'
  return {
    tone: refused ? ('problem' as const) : nothing ? ('note' as const) : ('done' as const),
    text: text.filter(one => one !== null).join(' '),
  }
}

/** Whether they come for nothing, and had a seat. */
const freesSeats = (answers: OwnSending['answers'], { seats }: OwnPanel['own']) =>
  [...answers.values()].every(answer => answer === 'declined') && seats.some(({ id }) => answers.has(id))

/** What the team changed meanwhile beside what was typed: one of the two is chosen, and neither is lost. */
function stalePage(
  visit: Visit,
  { seminar, words }: OwnPanel,
  { data: yours, answers }: { data: OwnData; answers: OwnSending['answers'] },
  { now, version, once }: { now: OwnData; version: string; once: string | null },
) {
  const { locale } = visit
  const m = panelOwn[locale].data
  const here = ownAddress(visit)
  const both: [name: string, label: string, theirs: string, yours: string, say?: (value: string) => string][] = [
    ['givenName', m.givenName, now.givenName, yours.givenName],
    ['familyName', m.familyName, now.familyName, yours.familyName],
    ['role', m.role, now.words.role, yours.words.role],
    ['about', m.about, now.words.about, yours.words.about],
    ['named[]', m.named, now.named ? 'yes' : '', yours.named ? 'yes' : '', value => (value === 'yes' ? m.yes : m.no)],
    ['language', m.language, now.language, yours.language, value => nameOfLocale[value as OwnData['language']]],
  ]
  const differ = both.filter(([, , theirs, own]) => theirs !== own)
  const changes = differ.map(
    ([field, label, theirs, own, say]): Change => ({
      name: field,
      label,
      theirs: { value: theirs, ...(say ? { shown: say(theirs) } : {}) },
      yours: { value: own, ...(say ? { shown: say(own) } : {}) },
      ...(field === 'about' ? { long: true } : {}),
    }),
  )
  const kept: [string, string][] = [
    ...both.filter(one => !differ.includes(one)).map(([field, , , own]): [string, string] => [field, own]),
    ['wordsIn', yours.words.language],
    ...[...answers].map(([id, answer]): [string, string] => [answerField(id), answer]),
  ]
  return page(
    visit,
    layout(
      visit,
      { title: `${m.stale} – ${titleOf(words, seminar, locale)}`, noIndex: true, failed: true },
      <div class="stack measure">
        <PageHead title={m.stale} />
        <StaleSave
          t={parts[locale]}
          action={here}
          version={version}
          once={once ?? undefined}
          changes={changes}
          kept={kept}
          cancel={here}
        />
      </div>,
    ),
    409,
  )
}
