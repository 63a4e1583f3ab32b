import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { show, wordsOf } from '#ground/languages/text.ts'
import { redirect } from '#ground/web/answer.ts'
import { readForm } from '#ground/web/form.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { Facts, Multilingual } from '#ground/web/parts/text.tsx'
import { notFound } from '#ground/web/refusal.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { fieldsWords } from '../../messages/fields.ts'
import { memoryWords } from '../../messages/memory.ts'
import { postsWords } from '../../messages/posts.ts'
import { addressIn, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { withWhy } from '../../pages/why.tsx'
import { confirmPage, idIn, memoryToWrite } from '../../pages/writing.tsx'
import { removeOne } from '../acts/remove-record.ts'
import { type Holding, readPost, readTerm, type TermPage } from '../store/posts.ts'
import { records } from '../store/records.ts'
import { addressOf } from './actors.tsx'
import { askedDay } from './asked-day.ts'
import { Name, nameOf } from './parts.tsx'
import { AskDay, Holder, Holders, whenOf } from './post-parts.tsx'

/** GET /:l/territories/:slug/posts/:id: a post with everybody who held it. */
export async function showPost(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const asked = askedDay(visit, memory)
  const post = await reading(visit, memory, tx => readPost(tx, memory.id, id, locale, asked))
  if (!post) throw notFound()
  const words = postsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const title = wordsOf(post.title, locale) || words.post
  const heading = show(post.title, locale)
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: heading ? <Multilingual t={t} locale={locale} shown={heading} /> : title,
      section: 'posts',
      failed: asked.problem,
    },
    <>
      <Facts
        facts={[
          { term: words.nature, value: words.natures[post.nature] },
          { term: words.seats, value: post.seats },
          {
            term: words.organisation,
            value: post.organisation ? (
              <a href={at(`/actors/${post.organisation.id}`)}>
                <Name locale={locale} name={post.organisation.name} />
              </a>
            ) : (
              memory.name
            ),
          },
          ...(post.during ? [{ term: words.existed, value: whenOf(visit, post.during) }] : []),
          { term: asked.words, value: <Holders visit={visit} memory={memory} post={post} /> },
          ...(memory.inside
            ? [{ term: fieldsWords[locale].circle, value: memoryWords[locale].circles[post.visibility] }]
            : []),
        ]}
      />
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at(`/posts/${id}/edit`)}>{words.edit}</LinkButton>
          <a href={at(`/appointments/new?post=${id}`)}>{words.addAppointment}</a>
          <a href={at(`/posts/${id}/remove`)}>{words.remove}</a>
        </Buttons>
      ) : null}
      <AskDay visit={visit} memory={memory} asked={asked} path={`/posts/${id}`} label={words.askOne} />
      <h2>{words.succession}</h2>
      {post.holdings.length === 0 ? (
        <p>{words.nobodyYet}</p>
      ) : (
        <DataTable<Holding>
          t={t}
          caption={words.succession}
          quiet
          address={addressOf(visit, memory, `/posts/${id}`)}
          rows={post.holdings}
          columns={[
            {
              key: 'person',
              heading: words.person,
              cell: row => <Holder visit={visit} memory={memory} holding={{ ...row, held: null }} />,
            },
            { key: 'during', heading: words.since, cell: row => whenOf(visit, row.during) },
            {
              key: 'term',
              heading: words.term,
              cell: row =>
                row.term ? (
                  <a href={at(`/terms/${row.term.id}`)}>
                    <Name locale={locale} name={row.term.name} otherwise={whenOf(visit, row.term.during)} />
                  </a>
                ) : (
                  words.noTerm
                ),
            },
            {
              key: 'then',
              heading: asked.words,
              cell: row => (row.held ? words[row.held] : '–'),
            },
            ...(memory.edits
              ? [
                  {
                    key: 'edit',
                    heading: words.edit,
                    cell: (row: Holding) => (
                      <>
                        {(
                          [
                            ['edit', words.edit],
                            ['remove', words.remove],
                          ] as const
                        ).map(([what, label]) => (
                          <>
                            <a href={at(`/appointments/${row.id}/${what}`)}>
                              {label}
                              <span class="hidden-text"> – {nameOf(locale, row.contact, memory.inside)}</span>
                            </a>{' '}
                          </>
                        ))}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
          empty={{ title: words.nobodyYet, text: '' }}
        />
      )}
    </>,
  )
}

/** GET /:l/territories/:slug/terms/:id: a term of office, and who held what in it. */
export async function showTerm(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const id = idIn(visit)
  const day = memory.day.toString()
  const term = await reading(visit, memory, tx => readTerm(tx, memory.id, id, locale, { first: day, last: day }))
  if (!term) throw notFound()
  const words = postsWords[locale]
  const t = parts[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  const title = wordsOf(term.name, locale) || `${words.term}, ${whenOf(visit, term.during)}`
  const heading = show(term.name, locale)
  return memoryPage(
    visit,
    memory,
    {
      title,
      heading: heading ? <Multilingual t={t} locale={locale} shown={heading} /> : title,
      section: 'posts',
    },
    <>
      <Facts
        facts={[
          { term: words.during, value: whenOf(visit, term.during) },
          ...(term.electedOn ? [{ term: words.elected, value: dayOf(locale, term.electedOn) }] : []),
          {
            term: words.organisation,
            value: term.organisation ? <Name locale={locale} name={term.organisation.name} /> : memory.name,
          },
        ]}
      />
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at(`/terms/${id}/edit`)}>{words.edit}</LinkButton>
          <a href={at(`/appointments/new?term=${id}`)}>{words.addAppointment}</a>
          <a href={at(`/terms/${id}/remove`)}>{words.remove}</a>
        </Buttons>
      ) : null}
      <h2>{words.heldIn}</h2>
      {term.held.length === 0 ? (
        <p>{words.heldInNone}</p>
      ) : (
        <DataTable<TermPage['held'][number]>
          t={t}
          caption={words.heldIn}
          quiet
          address={addressOf(visit, memory, `/terms/${id}`)}
          rows={term.held}
          rowLink={row => at(`/posts/${row.post.id}`)}
          columns={[
            { key: 'post', heading: words.post, cell: row => <Name locale={locale} name={row.post.name} /> },
            {
              key: 'holder',
              heading: words.holder,
              cell: row => (
                <Holder visit={visit} memory={memory} holding={{ ...row, held: row.own ? null : row.sure }} />
              ),
            },
            { key: 'during', heading: words.since, cell: row => whenOf(visit, row.during) },
            { key: 'nature', heading: words.nature, cell: row => words.natures[row.post.nature] },
          ]}
          empty={{ title: words.heldInNone, text: '' }}
        />
      )}
    </>,
  )
}

type Removable = 'post' | 'term' | 'appointment'

/** GET …/posts/:id/remove, …/terms/:id/remove, …/appointments/:id/remove */
export const showRemoveMandate = (kind: Removable) => async (visit: Visit) => {
  const { locale } = visit
  const memory = await memoryToWrite(visit)
  const id = idIn(visit)
  const words = postsWords[locale]
  const fields = await reading(visit, memory, tx => records[kind].read(tx, { space: memory.id, parent: null, id }))
  if (!fields) throw notFound()
  const name = fields[`title-${fields.source}`] || fields[`name-${fields.source}`] || ''
  const asked = {
    post: { title: words.removePost(name), text: words.removePostText, back: `/posts/${id}` },
    term: { title: words.removeTerm(name), text: words.removeTermText, back: `/terms/${id}` },
    appointment: {
      title: words.removeAppointment,
      text: words.removeAppointmentText,
      back: `/posts/${fields.post}`,
    },
  }[kind]
  return confirmPage(visit, memory, {
    section: 'posts',
    title: asked.title,
    named: { text: name, language: fields.source },
    told: <p>{asked.text}</p>,
    button: words.remove,
    back: asked.back,
  })
}

/** POST of the same. */
export const sendRemoveMandate = (kind: Removable) => async (visit: Visit) => {
  const memory = await memoryToWrite(visit)
  const sent = await readForm(visit.request)
  const led = await alreadySent(visit.house, sent.once)
  if (led) return redirect(visit, led)
  const location = addressIn(visit, memory, '/posts')
  await removeOne(visit.house, withWhy(visit, sent, 'why-removed'), kind, {
    space: memory.id,
    id: idIn(visit),
    once: { key: sent.once, location },
  })
  return redirect(visit, location, { tone: 'done', text: postsWords[visit.locale].removed })
}
