import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import { isLocale } from '#ground/languages/locales.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { LinkButton } from '#ground/web/parts/form.tsx'
import { Facts, Paragraphs } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { aboutWords } from '../../messages/about.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { journalWords } from '../../messages/journal.ts'
import { memoryWords } from '../../messages/memory.ts'
import { AboutLinks } from '../../pages/about-field.tsx'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { RecordLinks } from '../../pages/record-links.tsx'
import { NameWithin } from '../../pages/record-name.tsx'
import { withWhy } from '../../pages/why.tsx'
import { isId, memoryToWrite, removalPage } from '../../pages/writing.tsx'
import { removeInteraction } from '../acts/save-interaction.ts'
import { undoWriting } from '../acts/undo.ts'
import { sides } from '../rules/kinds.ts'
import { listCommitments } from '../store/commitments.ts'
import { readInteraction } from '../store/journal.ts'
import { CommitmentTable } from './commitments.tsx'

/** GET /:l/territories/:slug/journal/:id: one line of the journal, with what was promised there. */
export async function showInteraction(visit: Visit): Promise<Response> {
  const { locale } = visit
  const m = journalWords[locale]
  const memory = await memoryOf(visit)
  const id = visit.param('id')
  if (!isId(id)) throw notFound()
  const { line, promised } = await reading(visit, memory, async tx => ({
    line: await readInteraction(tx, memory.id, id, locale),
    promised: await listCommitments(
      tx,
      memory.id,
      locale,
      { state: 'open', owedBy: null, interaction: id },
      { page: 1, size: 100 },
    ),
  }))
  if (!line) throw notFound()
  const at = (path: string) => addressIn(visit, memory, path)
  const foreign = line.language === locale ? undefined : line.language
  return memoryPage(
    visit,
    memory,
    {
      title: line.title,
      heading: (
        <span lang={foreign} dir="auto">
          {line.title}
        </span>
      ),
      section: 'journal',
    },
    <>
      <Facts
        facts={[
          { term: m.page.when, value: edtfInWords(locale, line.during) },
          { term: m.page.kind, value: m.kinds[line.kind] },
          ...(line.place ? [{ term: m.page.place, value: <span dir="auto">{line.place}</span> }] : []),
          ...sides.flatMap(side => {
            const there = line.with.filter(one => one.side === side && one.name !== null)
            return there.length === 0
              ? []
              : [
                  {
                    term: m.page.present[side],
                    value: <AboutLinks visit={visit} memory={memory} refs={there} />,
                  },
                ]
          }),
          ...(line.about.length > 0
            ? [{ term: m.page.about, value: <AboutLinks visit={visit} memory={memory} refs={line.about} /> }]
            : []),
          ...(foreign ? [{ term: fieldsWords[locale].language, value: languageName(locale, foreign) }] : []),
          ...(memory.inside ? [{ term: m.page.circle, value: memoryWords[locale].circles[line.visibility] }] : []),
        ]}
      />
      {line.fromMail ? <p class="small">{m.page.fromMail}</p> : null}
      {line.body ? (
        <div class="prose" lang={foreign}>
          <Paragraphs text={line.body} language={isLocale(line.language) && foreign ? line.language : undefined} />
        </div>
      ) : null}
      {memory.edits ? (
        <p class="buttons">
          <LinkButton href={at(`/journal/${id}/edit`)}>{aboutWords[locale].edit}</LinkButton>
          <LinkButton href={at(`/commitments/new?interaction=${id}`)} kind="secondary">
            {m.page.addCommitment}
          </LinkButton>
          <RecordLinks visit={visit} memory={memory} table="interaction" id={id} />
          <a href={at(`/journal/${id}/remove`)}>{aboutWords[locale].remove}</a>
        </p>
      ) : null}
      {promised.commitments.length > 0 ? (
        <section class="stack" aria-labelledby="promised">
          <h2 id="promised">{m.page.commitments}</h2>
          <CommitmentTable
            visit={visit}
            memory={memory}
            caption={m.page.commitments}
            commitments={promised.commitments}
            quiet
          />
        </section>
      ) : null}
    </>,
  )
}

/** GET …/journal/:id/remove: the page before. */
export async function showRemoval(visit: Visit): Promise<Response> {
  const memory = await memoryToWrite(visit)
  const m = journalWords[visit.locale]
  const id = visit.param('id')
  const line = isId(id) ? await reading(visit, memory, tx => readInteraction(tx, memory.id, id, visit.locale)) : null
  if (!line) throw notFound()
  return removalPage(visit, memory, {
    title: m.removeTitle(line.title),
    named: { text: line.title, language: line.language },
    text: m.removeText,
    section: 'journal',
    above: [
      {
        label: (
          <NameWithin locale={visit.locale} said={line.title} name={{ text: line.title, language: line.language }} />
        ),
        path: `/journal/${id}`,
      },
    ],
    back: `/journal/${id}`,
  })
}

/** POST …/journal/:id/remove, and …/undo for what was just written. */
export const sendRemoval = (way: 'remove' | 'undo') => async (visit: Visit) => {
  const { house, locale } = visit
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(house, sent.once)
  if (led) return redirect(visit, led)
  const id = visit.param('id')
  if (!isId(id)) throw notFound()
  const location = addressIn(visit, memory, '/journal')
  const given = { space: memory.id, id, once: { key: sent.once, location } }
  await (way === 'remove' ? removeInteraction : undoWriting)(house, withWhy(visit, sent, 'why-removed'), given)
  const text = way === 'remove' ? aboutWords[locale].removed : journalWords[locale].written.undone
  return redirect(visit, location, { tone: 'done', text })
}
