import { programmePanel } from '#convene/messages/programme-panel.ts'
import { FoldedMails, NoteFields } from '#convene/programme/pages/mail-parts.tsx'
import { as } from '#ground/database/actor.ts'
import type { MailWords, Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { type Locale, locales } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { page } from '#ground/web/answer.ts'
import { type FieldErrors, inWords, type Typed, textOf } from '#ground/web/form.ts'
import { layout } from '#ground/web/layout.tsx'
import { Button, Buttons, bindFields, Form } from '#ground/web/parts/form.tsx'
import { PageHead } from '#ground/web/parts/text.tsx'
import { longestNote, type PanelAsking } from '../acts/invite.ts'
import { panelWords } from '../acts/mail.ts'
import { deskOf, type ListedPerson, nameOf, type OfficePanel, panelTrail } from './office.ts'

type Looking = {
  kind: PanelAsking
  people: readonly ListedPerson[]
  typed: Typed
  errors: FieldErrors
  once: string
}

const noteField = (language: Locale) => `note.${language}`

/** What the organiser adds, by the language of the mail. */
export const notesOf = (typed: Typed): Partial<Record<Locale, string>> =>
  Object.fromEntries(locales.map(language => [language, textOf(typed, noteField(language)).trim()]))

export function readNotes(typed: Typed): { errors: FieldErrors } {
  const long = Object.entries(notesOf(typed)).filter(([, text]) => text.length > longestNote)
  return { errors: Object.fromEntries(long.map(([language]) => [noteField(language as Locale), 'note'])) }
}

/** Before anybody is written to: the mail in each language that one of them gets it in, and a sentence to add. */
export async function lookPage(visit: Visit, panel: OfficePanel, looking: Looking) {
  const { locale } = visit
  const { kind, people, typed, once } = looking
  const m = programmePanel[locale]
  const t = parts[locale]
  const title = m.lookTitle[kind]
  const errors = inWords(m.errors, looking.errors)
  const failed = Object.keys(errors).length > 0
  const bind = bindFields(t, typed, errors)
  const mails = await mailsInEach(visit, looking)
  return page(
    visit,
    layout(
      visit,
      { title: `${title} – ${panel.title}`, office: true, failed, breadcrumb: panelTrail(visit, panel, title) },
      <div class="stack measure">
        <PageHead kicker={panel.title} title={title} lead={m.lookLead(people.length)} />
        <FoldedMails
          locale={locale}
          mails={mails.map(({ language, to, words, count }) => ({
            language,
            words,
            said: m.preview(languageName(locale, language), count, nameOf(to)),
          }))}
          open={0}
          attached={names => names}
        />
        <Form t={t} action={`${deskOf(visit, panel.slug)}/panel`} once={once} hidden={{ kind }} errors={errors} short>
          {people.map(({ id }) => (
            <input type="hidden" name={`${kind}[]`} value={id} />
          ))}
          <NoteFields
            locale={locale}
            languages={mails.map(({ language }) => language)}
            field={bind}
            nameOf={noteField}
            label={m.note}
            hint={() => m.noteHint}
            rows={3}
            most={longestNote}
          />
          <Buttons>
            <Button name="_next" value="send">
              {m.send(people.length)}
            </Button>
            <Button kind="secondary" name="_next" value="look">
              {m.again}
            </Button>
            <Button kind="secondary" name="_next" value="choose">
              {m.goBack}
            </Button>
          </Buttons>
        </Form>
      </div>,
    ),
    failed ? 422 : 200,
  )
}

type Preview = { language: Locale; to: ListedPerson; words: MailWords; count: number }

/** The mail as the first of each language gets it. */
function mailsInEach({ house, actor }: Visit, { kind, people, typed }: Looking): Promise<Preview[]> {
  const notes = notesOf(typed)
  return as(house.db, actor, async tx => {
    const found: Preview[] = []
    for (const language of locales) {
      const readers = people.filter(person => person.language === language)
      const [to] = readers
      if (!to) continue
      const ask = { programmePersonId: to.id, reminder: kind === 'remind', note: notes[language] || null }
      const words = await panelWords(house, tx, ask, language, nameOf(to), { look: true })
      if (words) found.push({ language, to, words, count: readers.length })
    }
    return found
  })
}
