import { programmeLanguages } from '#convene/messages/programme-languages.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm, textOf } from '#ground/web/form.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { EmptyPage, Note } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { saveTranslations } from '../acts/save.ts'
import { longestOf } from '../rules/groups.ts'
import { type Attempt, bodyField, readTyped } from './form.ts'
import { languagePage } from './language-page.tsx'
import { languagesPath, translatePath } from './languages-load.ts'
import {
  addressOfChoice,
  type Choice,
  type Chosen,
  choiceOf,
  chosenOf,
  isToDo,
  type TranslatedText,
  type TranslationPage,
  translationHere,
} from './load.ts'
import { Group, labelOf } from './text.tsx'

/** What became of a form of which not everything was saved. */
type Sent = { saved: number; attempts: ReadonlyMap<string, Attempt>; gone: readonly string[] }

/** GET /:l/desk/seminars/:slug/programme/translate/:language: the draft beside one of its languages. */
export async function showTranslations(visit: Visit): Promise<Response> {
  return translatePage(visit, await translationHere(visit))
}

/**
 * POST of the same: saves what was touched, text by text. What cannot be saved as it is (too long, emptied, changed by
 * somebody else meanwhile) is shown again with everything there is to know; the others are saved.
 */
export async function sendTranslations(visit: Visit): Promise<Response> {
  const { house, actor, locale } = visit
  const before = await translationHere(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const { language } = before
  const location = addressOfChoice(translatePath(visit, before.slug, language), choiceOf(visit.url.searchParams))
  const read = readTyped(sent.typed, before.all, textOf(sent.typed, 'as') === 'reviewed' ? 'reviewed' : 'draft')
  const isWhole = read.wrong.size === 0 && read.gone.length === 0
  // A form that comes back is not remembered: it is sent again.
  const once = isWhole ? sent.once : null
  const texts = read.toSave.map(({ text }) => text)
  const results = await saveTranslations(house, actor, language, texts, { once, location })
  const attempts = new Map(read.wrong)
  const gone = [...read.gone]
  for (const [index, { name, text, isRead }] of read.toSave.entries()) {
    const result = results[index]
    if (result === 'gone') gone.push(text.body)
    else if (result !== 'saved' && result !== undefined)
      attempts.set(name, { body: text.body, isRead, trouble: result })
  }
  const saved = results.filter(result => result === 'saved').length
  const m = programmeLanguages[locale]
  if (attempts.size === 0 && gone.length === 0)
    return redirect(visit, location, { tone: saved > 0 ? 'done' : 'note', text: m.saved(saved) })
  return translatePage(visit, await translationHere(visit), { saved, attempts, gone })
}

function troubleInWords(text: TranslatedText, { trouble }: Attempt, locale: Locale): string {
  const m = programmeLanguages[locale]
  const label = labelOf(text, locale)
  return trouble === 'text-too-long' ? m.tooLong(label, longestOf[text.kind]) : m.trouble[trouble](label)
}

const nothingSent: Sent = { saved: 0, attempts: new Map(), gone: [] }

function translatePage(visit: Visit, of: TranslationPage, sent?: Sent) {
  const { locale, house } = visit
  const m = programmeLanguages[locale]
  const { attempts, gone, saved } = sent ?? nothingSent
  const name = languageName(locale, of.language)
  const title = m.translateTitle(name)
  const path = translatePath(visit, of.slug, of.language)
  const chosen = chosenOf(of, choiceOf(visit.url.searchParams), new Set(attempts.keys()))
  const errors = Object.fromEntries(
    chosen.groups.flatMap(group =>
      group.texts.flatMap(text => {
        const attempt = attempts.get(text.name)
        return attempt ? [[bodyField(text.name), troubleInWords(text, attempt, locale)]] : []
      }),
    ),
  )
  const conflict = [...attempts.values()].some(({ trouble }) => trouble === 'translation' || trouble === 'source')
  const status = sent === undefined ? 200 : conflict || attempts.size === 0 ? 409 : 422
  return languagePage(
    visit,
    of,
    { title, lead: m.translateLead, status },
    <>
      <Filter path={path} of={of} chosen={chosen} visit={visit} />
      {sent && saved > 0 ? <Note tone="success">{<p>{m.savedSome(saved)}</p>}</Note> : null}
      {gone.length > 0 ? (
        <Note tone="warning" title={m.gone}>
          <ul>
            {gone.map(body => (
              <li lang={of.language} dir="auto">
                {body}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {chosen.groups.length === 0 ? (
        <EmptyPage
          title={of.groups.length === 0 ? m.noTexts : m.nothingToDo}
          text={of.groups.length === 0 ? m.draftEmpty : m.nothingToDoNext}
          action={{ href: languagesPath(visit, of.slug), label: m.toTable }}
        />
      ) : (
        <Form
          t={parts[locale]}
          action={addressOfChoice(path, chosen)}
          once={newOnceKey(house.keys)}
          errors={errors}
          short
        >
          {chosen.groups.map(group => (
            <Group visit={visit} of={of} group={group} attempts={attempts} errors={errors} />
          ))}
          <p class="small">{m.saveHint}</p>
          <Buttons>
            <Button name="as" value="draft">
              {m.saveDraft}
            </Button>
            <Button kind="secondary" name="as" value="reviewed">
              {m.saveReviewed}
            </Button>
          </Buttons>
        </Form>
      )}
      <Pages path={path} chosen={chosen} visit={visit} />
    </>,
  )
}

type FilterProps = { visit: Visit; path: string; chosen: Chosen }

/** All texts, or those to do: links, with how many there are. */
function Filter({ visit, path, of, chosen }: FilterProps & { of: TranslationPage }) {
  const m = programmeLanguages[visit.locale]
  const all = [...of.all.values()]
  const choice = (show: Choice['show'], label: string) => (
    <a href={addressOfChoice(path, { show, page: 1 })} aria-current={show === chosen.show ? 'page' : undefined}>
      {label}
    </a>
  )
  return (
    <nav class="buttons" aria-label={m.filter}>
      {choice('all', m.showAll(all.length))}
      {choice('to-do', m.showToDo(all.filter(isToDo).length))}
      <a href={languagesPath(visit, of.slug)}>{m.toTable}</a>
    </nav>
  )
}

/** The parts of a long programme. What is typed on one is saved before another is opened. */
function Pages({ visit, path, chosen }: FilterProps) {
  if (chosen.pages < 2) return null
  const { table } = parts[visit.locale]
  return (
    <nav class="pages" aria-label={table.pages}>
      <ul>
        {Array.from({ length: chosen.pages }, (_, index) => index + 1).map(n => (
          <li>
            <a
              href={addressOfChoice(path, { ...chosen, page: n })}
              aria-label={table.page(n)}
              aria-current={n === chosen.page ? 'page' : undefined}
            >
              {n}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
