import { editing } from '#convene/messages/editing.ts'
import { editingFields } from '#convene/messages/editing-fields.ts'
import { changeSeminar, versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { languageName, list } from '#ground/languages/format.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts as partsWords } from '#ground/languages/messages/parts.ts'
import { page, redirect } from '#ground/web/answer.ts'
import { type FieldErrors, readForm, type Typed } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, CheckboxesField, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { alreadySent, newOnceKey } from '#ground/web/sent-once.ts'
import { countIn, withoutLanguages } from '../rules/drop-languages.ts'
import { dataFrom, inLanguage, linesIn, textOf, typedOf, valuesOf } from '../rules/fields.ts'
import { shapeOf } from '../rules/joined.ts'
import { languagesOf, type PartName, parts, shownIn } from '../rules/parts.ts'
import { errorsInWords } from './errors-in-words.ts'
import { FormFields } from './fields.tsx'
import { FirstButton } from './first-button.tsx'
import { beginningWith, besideOthers, hiddenBase, type Sent, withKept } from './joined.ts'
import { NotesOn } from './notes.tsx'
import { type EditedSeminar, editOf, seminarToEdit, trail } from './office.ts'
import { staleForm } from './stale.tsx'

type Shown = { typed: Typed; errors?: FieldErrors; version: string | null; once: string | null }

/** GET /:l/desk/seminars/:slug/edit/PART */
export const showPart = (part: PartName) => async (visit: Visit) => {
  const seminar = await seminarToEdit(visit)
  const { shown, version, shape } = formOf(part)
  const typed = beginningWith(shown(seminar.file), shape)
  return partPage(visit, seminar, part, { typed, version: version(seminar.file), once: null })
}

/** What the form of a part shows, and what it hangs on. */
const formOf = (part: PartName) => ({
  shown: (file: SeminarFile) => typedOf(parts[part], file, languagesOf(file)),
  version: (file: SeminarFile) => versionOf(shownIn(part, file)),
  shape: shapeOf(parts[part]),
})

/** POST of the same: saves the part; `_next=add` brings it back with one more line, `_next=edit` as it was sent. */
export const sendPart = (part: PartName) => async (visit: Visit) => {
  const seminar = await seminarToEdit(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const { typed, version, once } = sent
  const next = textOf(typed, '_next')
  if (next === 'add') return partPage(visit, seminar, part, { typed: withOneMore(typed, seminar.file), version, once })
  if (next === 'edit') return partPage(visit, seminar, part, { typed, version, once })
  return savePart(visit, seminar, part, sent)
}

async function savePart(visit: Visit, seminar: EditedSeminar, part: PartName, given: Sent): Promise<Response> {
  const { house, locale } = visit
  const form = formOf(part)
  const sent = await besideOthers(visit, seminar.file, given, form)
  if (sent instanceof Response) return sent
  const { typed, version, once } = sent
  const dropped = droppedLanguages(part, seminar.file, typed)
  if (dropped.length > 0 && textOf(typed, 'drop[]') !== 'yes' && countIn(seminar.file, dropped) > 0) {
    const errors = { 'languages[]': editingFields[locale].errors.dropTexts }
    return partPage(visit, seminar, part, { typed, errors, version, once })
  }
  const location = editOf(visit, seminar.slug)
  const done = await changeSeminar(
    house,
    visit.actor,
    seminar.slug,
    version ?? '',
    file => patched(part, file, typed, dropped),
    { part: file => shownIn(part, file), sent: { once, location } },
  )
  switch (done.outcome) {
    case 'stale': {
      // Saved a moment ago: beside that it may be saved at once.
      if (form.version(seminar.file) === version) return savePart(visit, { ...seminar, file: done.now }, part, sent)
      return staleForm(visit, seminar, {
        title: editing[locale].parts[part],
        within: '',
        fields: parts[part],
        languages: [...new Set([...languagesOf(done.now), ...languagesOf(seminar.file)])],
        theirs: form.shown(done.now),
        yours: typed,
        shape: form.shape,
        version: form.version(done.now),
        once: once ?? newOnceKey(house.keys),
        action: `${location}/${part}`,
      })
    }
    case 'invalid': {
      const source = part === 'languages' ? sourceIn(typed, seminar.file) : seminar.file.source
      const told = { locale, prefix: [], within: '' as const, fields: parts[part], typed, source }
      return partPage(visit, seminar, part, { typed, errors: errorsInWords(done.problems, told), version, once })
    }
    case 'changed': {
      const text = done.changes.length === 0 ? editing[locale].nothingChanged : editing[locale].saved
      return redirect(visit, location, { tone: 'done', text: withKept(visit, sent, text) })
    }
  }
}

const sourceIn = (typed: Typed, file: SeminarFile): Locale => {
  const source = textOf(typed, 'source')
  return isLocale(source) ? source : file.source
}

function droppedLanguages(part: PartName, file: SeminarFile, typed: Typed): Locale[] {
  if (part !== 'languages') return []
  const wanted = [...valuesOf(typed, 'languages'), sourceIn(typed, file)]
  return file.languages.filter(language => !wanted.includes(language))
}

function patched(part: PartName, file: SeminarFile, typed: Typed, dropped: readonly Locale[]): SeminarFile {
  const saved = dataFrom(parts[part], file, typed, file.source)
  if (part !== 'languages') return saved
  // The source is always among the languages: its box need not be ticked.
  const languages = [...new Set([...saved.languages, sourceIn(typed, file)])]
  return withoutLanguages({ ...saved, languages }, dropped)
}

/** The form with an empty line after the others. */
function withOneMore(typed: Typed, file: SeminarFile): Typed {
  const path = ['venue', 'access']
  const next = Math.max(-1, ...linesIn(path, typed)) + 1
  return {
    ...typed,
    ...Object.fromEntries(languagesOf(file).map(language => [inLanguage([...path, next], language), ''])),
  }
}

function partPage(visit: Visit, seminar: EditedSeminar, part: PartName, shown: Shown) {
  const { locale, house } = visit
  const words = editing[locale]
  const { typed, errors = {}, version, once } = shown
  const { file } = seminar
  const failed = Object.keys(errors).length > 0
  const at = editOf(visit, seminar.slug)
  return page(
    visit,
    layout(
      visit,
      {
        title: `${words.parts[part]} – ${seminar.title}`,
        office: true,
        failed,
        breadcrumb: trail(visit, seminar, [{ label: words.title, href: at }], words.parts[part]),
      },
      <div class="stack">
        <PageHead kicker={seminar.title} title={words.parts[part]} lead={words.leads[part]} />
        <NotesOn visit={visit} seminar={seminar} part={part} />
        <Form
          t={partsWords[locale]}
          action={`${at}/${part}`}
          version={version ?? undefined}
          once={once ?? newOnceKey(house.keys)}
          hidden={hiddenBase(typed)}
          errors={errors}
        >
          <FirstButton label={words.save} />
          <FormFields
            locale={locale}
            within=""
            fields={parts[part]}
            typed={typed}
            errors={errors}
            languages={languagesOf(file)}
            states={seminar.states}
            venue={{ zone: file.time_zone, country: file.venue.country }}
          />
          {'languages[]' in errors && droppedLanguages(part, file, typed).length > 0 ? (
            <DropTexts visit={visit} file={file} dropped={droppedLanguages(part, file, typed)} />
          ) : null}
          <Buttons>
            <Button>{words.save}</Button>
            <a href={at}>{partsWords[locale].form.cancel}</a>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

function DropTexts({ visit, file, dropped }: { visit: Visit; file: SeminarFile; dropped: readonly Locale[] }) {
  const { locale } = visit
  const words = editing[locale].dropping
  const names = list(
    locale,
    dropped.map(language => languageName(locale, language)),
  )
  return (
    <CheckboxesField
      t={partsWords[locale]}
      name="drop[]"
      label={words.label}
      hint={words.hint(countIn(file, dropped), names)}
      choices={[{ value: 'yes', label: words.choice }]}
      optional
    />
  )
}
