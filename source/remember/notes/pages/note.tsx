import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Paragraphs, Note as Remark } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { memoryWords } from '../../messages/memory.ts'
import { noteWords } from '../../messages/notes.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { RecordLinks } from '../../pages/record-links.tsx'
import { withWhy } from '../../pages/why.tsx'
import { isId, memoryToWrite, removalPage } from '../../pages/writing.tsx'
import { removeNote } from '../acts/save-note.ts'
import { firstWords } from '../rules/first-words.ts'
import { type Note, readNote } from '../store/notes.ts'

/** GET /:l/territories/:slug/notes/:id: a note, in the words it was written in. */
export async function showNote(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = noteWords[locale]
  const memory = await memoryOf(visit)
  const note = await found(visit, memory)
  const at = (path: string) => addressIn(visit, memory, `/notes/${note.id}${path}`)
  const foreign = note.language === locale ? undefined : note.language
  const toldBy = note.toldBy
  return memoryPage(
    visit,
    memory,
    {
      title: firstWords(note.body),
      heading: m.kinds[note.kind],
      section: 'notes',
    },
    <>
      {note.confidential ? <Remark title={m.confidential}>{m.confidentialHint}</Remark> : null}
      <div class="prose" lang={foreign}>
        <Paragraphs text={note.body} language={foreign && isLocale(foreign) ? foreign : undefined} />
      </div>
      <Facts
        facts={[
          ...(toldBy
            ? [
                {
                  term: m.told,
                  value:
                    toldBy.name === null ? (
                      m.somebody
                    ) : (
                      <a href={addressIn(visit, memory, `/contacts/${toldBy.id}`)}>
                        <bdi>{toldBy.name}</bdi>
                      </a>
                    ),
                },
              ]
            : []),
          ...(note.during ? [{ term: m.when, value: edtfInWords(locale, note.during) }] : []),
          ...(note.about.length > 0
            ? [{ term: m.about, value: <AboutLinks visit={visit} memory={memory} refs={note.about} /> }]
            : []),
          ...(foreign ? [{ term: m.language, value: languageName(locale, foreign) }] : []),
          ...(memory.inside ? [{ term: m.circle, value: memoryWords[locale].circles[note.visibility] }] : []),
        ]}
      />
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at('/edit')}>{aboutWords[locale].edit}</LinkButton>
          <RecordLinks visit={visit} memory={memory} table="note" id={note.id} />
          <a href={at('/remove')}>{aboutWords[locale].remove}</a>
        </p>
      ) : null}
    </>,
  )
}

async function found(visit: Visit, memory: Memory): Promise<Note> {
  const id = visit.param('id')
  const note = isId(id) ? await reading(visit, memory, tx => readNote(tx, memory.id, id, visit.locale)) : null
  if (!note) throw notFound()
  return note
}

/** GET …/notes/:id/remove */
export async function showNoteRemoval(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const note = await found(visit, memory)
  const m = noteWords[visit.locale]
  return removalPage(visit, memory, {
    title: m.removeTitle,
    text: m.removeText,
    section: 'notes',
    above: [
      {
        label: (
          <span lang={note.language === visit.locale ? undefined : note.language} dir="auto">
            {firstWords(note.body)}
          </span>
        ),
        path: `/notes/${note.id}`,
      },
    ],
    back: `/notes/${note.id}`,
  })
}

export async function sendNoteRemoval(visit: Visit): Promise<Response> {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const note = await found(visit, memory)
  const location = addressIn(visit, memory, '/notes')
  await removeNote(house, withWhy(visit, sent, 'why-removed'), {
    space: memory.id,
    id: note.id,
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: aboutWords[locale].removed })
}
