import type { Visit } from '#ground/house.ts'
import { languageName, moment } from '#ground/languages/format.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import type { FieldErrors, Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, Form, fieldId } from '#ground/web/parts/form.tsx'
import { Note, PageHead } from '#ground/web/parts/text.tsx'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { seminarMessages } from '../../messages/seminar.ts'
import { seminarImport } from '../../messages/seminar-import.ts'
import type { Conflict, ImportedSeminar, Side } from '../acts/import-seminar.ts'
import { Changes, pathOf } from './import-changes.tsx'
import { placeInWords } from './place-in-words.ts'

/** So many are shown one by one; what is beyond has one answer for all. A form has room for 2,000 fields. */
const mostOneByOne = 300
const theRest = 'side:*'
const nameOf = (path: string) => `side:${path}`

/** What was chosen in the form, conflict by conflict, and for all of those that were not shown. */
export function choicesIn(typed: Typed): (path: string, index: number) => Side | undefined {
  return (path, index) => {
    const side = typed[index < mostOneByOne ? nameOf(path) : theRest]
    return isSide(side) ? side : undefined
  }
}

const isSide = (value: unknown): value is Side => value === 'file' || value === 'browser'

/** The same side for each conflict, as the two buttons above the list choose it. */
export function everywhere(conflicts: readonly Conflict[], side: Side): Typed {
  return Object.fromEntries([...conflicts.map(({ path }) => [nameOf(path), side]), [theRest, side]])
}

export type Undecided = Exclude<ImportedSeminar, { ok: true } | { why: 'problems' }>

type Shown = {
  text: string
  announce: boolean
  result: Undecided
  /** What was chosen before, kept. */
  typed: Typed
  /** The seminar has changed since somebody looked. */
  meanwhile: boolean
  /** Somebody wanted to import: what is not chosen yet is an error. */
  asked: boolean
}

/** Each field that the file and the browser say differently, with both sides; nothing is chosen by itself. */
export function showConflicts(
  visit: Visit,
  { text, announce, result, typed, meanwhile, asked }: Shown,
): Promise<Response> {
  const { locale, house } = visit
  const t = seminarImport[locale]
  const { conflicts, lastImportAt, timeZone, version } = result
  const title = t.title(conflicts.length)
  const oneByOne = conflicts.slice(0, mostOneByOne)
  const more = conflicts.length - oneByOne.length
  const places: [string, string][] = oneByOne.map(conflict => [nameOf(conflict.path), placeOf(visit, conflict)])
  if (more > 0) places.push([theRest, t.rest(more)])
  const missing = asked && result.why !== 'mixed'
  const errors: FieldErrors = Object.fromEntries(
    places.flatMap(([name, place]) => (missing && !isSide(typed[name]) ? [[name, t.chooseNamed(place)]] : [])),
  )
  const lead = lastImportAt ? t.since(moment(locale, lastImportAt, timeZone)) : t.neverImported
  return page(
    visit,
    layout(
      visit,
      { title, office: true, failed: asked || meanwhile },
      <div class="stack">
        <PageHead title={title} lead={lead} />
        <Told visit={visit} result={result} meanwhile={meanwhile} />
        <Form
          t={parts[locale]}
          action={pathOf(visit)}
          errors={errors}
          once={newOnceKey(house.keys)}
          hidden={{ text, seen: version, listed: 'yes', ...(announce ? { 'announce[]': 'yes' } : {}) }}
          files
          short
        >
          {/* First in the form, what the enter key presses: it saves nothing. */}
          <Buttons>
            <Button kind="secondary" name="step" value="all-browser">
              {t.allBrowser}
            </Button>
            <Button kind="secondary" name="step" value="all-file">
              {t.allFile}
            </Button>
          </Buttons>
          {oneByOne.map(conflict => (
            <TwoSides
              visit={visit}
              conflict={conflict}
              imported={lastImportAt !== null}
              chosen={typed[nameOf(conflict.path)]}
              errors={errors}
            />
          ))}
          {more > 0 ? <Rest visit={visit} count={more} chosen={typed[theRest]} errors={errors} /> : null}
          <Buttons>
            <Button name="step" value="save">
              {t.import}
            </Button>
            <a href={pathOf(visit)}>{seminarMessages[locale].importing.another}</a>
          </Buttons>
        </Form>
        {result.changes.length > 0 ? <Changes visit={visit} changes={result.changes} caption={t.others} /> : null}
      </div>,
    ),
    meanwhile ? 409 : asked ? 422 : 200,
  )
}

/** What changed meanwhile, or why the choices do not go together. */
function Told({ visit, result, meanwhile }: { visit: Visit; result: Undecided; meanwhile: boolean }) {
  const t = seminarImport[visit.locale]
  if (meanwhile)
    return (
      <Note tone="warning" title={t.meanwhileTitle}>
        {t.meanwhile}
      </Note>
    )
  if (result.why !== 'mixed') return null
  return (
    <Note tone="problem" title={t.mixedTitle}>
      <p>{t.mixed}</p>
      <ul>
        {result.problems.map(({ path, found, expected }) => (
          <li>
            <code>{path}</code> {found === null ? null : <bdi>“{found}”</bdi>} {expected}
          </li>
        ))}
      </ul>
    </Note>
  )
}

function placeOf({ locale }: Visit, { path, kind, language }: Conflict): string {
  if (kind === 'order') return seminarImport[locale].order(placeInWords(locale, path.replace(/:order$/, '')))
  if (language === null) return placeInWords(locale, path)
  return `${placeInWords(locale, path.replace(/\.[a-z]+$/, ''))} – ${languageName(locale, language)}`
}

type Choosing = { visit: Visit; chosen: Typed[string] | undefined; errors: FieldErrors }

type TwoSidesProps = Choosing & {
  conflict: Conflict
  /** Whether there was an import before: only then is there something to compare both sides with. */
  imported: boolean
}

function TwoSides({ visit, conflict, imported, chosen, errors }: TwoSidesProps) {
  const t = seminarImport[visit.locale]
  const { path, base, now, wanted, language } = conflict
  const name = nameOf(path)
  return (
    <fieldset class={classOf(errors[name])} aria-describedby={errors[name] ? `${idOf(name)}-error` : undefined}>
      <legend>{placeOf(visit, conflict)}</legend>
      <p class="hint">
        {t.inFile} <code>{path}</code>
      </p>
      {imported ? (
        <p class="hint">
          {base === null ? (
            t.beforeNothing
          ) : (
            <>
              {t.before} <bdi lang={language ?? undefined}>{inShort(base)}</bdi>
            </>
          )}
          {base === wanted ? <> · {t.fileSame}</> : null}
        </p>
      ) : null}
      {errors[name] ? <ChooseError visit={visit} name={name} /> : null}
      <div class="sides">
        <SideOf visit={visit} name={name} side="browser" chosen={chosen} text={now} language={language} />
        <SideOf visit={visit} name={name} side="file" chosen={chosen} text={wanted} language={language} />
      </div>
    </fieldset>
  )
}

function Rest({ visit, count, chosen, errors }: Choosing & { count: number }) {
  const t = seminarImport[visit.locale]
  return (
    <fieldset class={classOf(errors[theRest])}>
      <legend>{t.rest(count)}</legend>
      <p class="hint">{t.restHint}</p>
      {errors[theRest] ? <ChooseError visit={visit} name={theRest} /> : null}
      <div class="sides">
        <SideOf visit={visit} name={theRest} side="browser" chosen={chosen} />
        <SideOf visit={visit} name={theRest} side="file" chosen={chosen} />
      </div>
    </fieldset>
  )
}

const classOf = (error: string | undefined) => (error ? 'field versions wrong' : 'field versions')

/** Two paths may differ in a sign that ids do not have. */
const idOf = (name: string) => fieldId(name.replaceAll('.', '__').replaceAll('*', '_rest_').replaceAll(':', '-'))

function ChooseError({ visit, name }: { visit: Visit; name: string }) {
  return (
    <p class="error" id={`${idOf(name)}-error`}>
      <span class="hidden-text">{parts[visit.locale].form.errorPrefix} </span>
      {seminarImport[visit.locale].choose}
    </p>
  )
}

type SideProps = {
  visit: Visit
  name: string
  side: Side
  chosen: Typed[string] | undefined
  /** Left out where there is none to show. */
  text?: string | null
  language?: string | null
}

function SideOf({ visit, name, side, chosen, text, language }: SideProps) {
  const t = seminarImport[visit.locale]
  // The summary of errors leads to the first choice of each.
  const id = side === 'browser' ? fieldId(name) : `${idOf(name)}-file`
  return (
    <div class="side">
      <div class="choice">
        <input
          type="radio"
          id={id}
          name={name}
          value={side}
          checked={chosen === side}
          required
          aria-describedby={text ? `${idOf(name)}-${side}-text` : undefined}
        />
        <label for={id}>{t[side]}</label>
      </div>
      {text === undefined ? null : text === null ? (
        <p class="small">{t.nothing}</p>
      ) : (
        <blockquote id={`${idOf(name)}-${side}-text`} dir="auto" lang={language ?? undefined}>
          {inShort(text)}
        </blockquote>
      )}
    </div>
  )
}

/** Enough to tell two texts apart; the whole of both is in the file and on the page of the seminar. */
const inShort = (text: string) => (text.length > 1500 ? `${text.slice(0, 1500)}…` : text)
