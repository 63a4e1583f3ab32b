import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Buttons, LinkButton } from '#ground/web/parts/form.tsx'
import { DataTable } from '#ground/web/parts/table.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { dayOf } from '../../acts/edtf-in-words.ts'
import { postsWords } from '../../messages/posts.ts'
import { addressIn, type Memory, memoryOf, reading } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import { InItsLanguage } from '../../pages/record-name.tsx'
import { listPosts, listTerms, type PostLine, type TermLine } from '../store/posts.ts'
import { addressOf } from './actors.tsx'
import { askedDay } from './asked-day.ts'
import { Name } from './parts.tsx'
import { AskDay, Holders, whenOf } from './post-parts.tsx'

/** GET /:l/territories/:slug/posts: the posts with who holds them on the day that is read, and the terms of office. */
export async function showPosts(visit: Visit): Promise<Response> {
  const { locale } = visit
  const memory = await memoryOf(visit)
  const asked = askedDay(visit, memory)
  const { posts, terms } = await reading(visit, memory, async tx => ({
    posts: await listPosts(tx, memory.id, locale, asked),
    terms: await listTerms(tx, memory.id, locale, asked),
  }))
  const words = postsWords[locale]
  const at = (path: string) => addressIn(visit, memory, path)
  return memoryPage(
    visit,
    memory,
    { title: words.title, lead: words.lead, section: 'posts', failed: asked.problem },
    <>
      {memory.edits ? (
        <Buttons>
          <LinkButton href={at('/posts/new')}>{words.addPost}</LinkButton>
          <a href={at('/terms/new')}>{words.addTerm}</a>
        </Buttons>
      ) : null}
      <AskDay visit={visit} memory={memory} asked={asked} path="/posts" label={words.ask} />
      <InItsLanguage
        locale={locale}
        names={[...posts.map(row => row.title), ...terms.map(row => row.name)].concat(
          [...posts, ...terms].map(row => row.organisation?.name ?? null),
        )}
      />
      <DataTable<PostLine>
        t={parts[locale]}
        caption={words.title}
        quiet
        address={addressOf(visit, memory, '/posts')}
        rows={posts}
        rowLink={row =>
          at(`/posts/${row.id}${asked.typed && !asked.problem ? `?when=${encodeURIComponent(asked.typed)}` : ''}`)
        }
        columns={[
          { key: 'post', heading: words.post, cell: row => <Name locale={locale} name={row.title} /> },
          {
            key: 'holder',
            heading: words.holder,
            cell: row => <Holders visit={visit} memory={memory} post={row} />,
          },
          { key: 'since', heading: words.since, cell: row => <Whens visit={visit} post={row} /> },
          {
            key: 'nature',
            heading: words.nature,
            cell: row =>
              [words.natures[row.nature], row.seats > 1 ? words.seatsOf(row.seats) : ''].filter(Boolean).join(', '),
          },
          {
            key: 'organisation',
            heading: words.organisation,
            cell: row => (row.organisation ? <Name locale={locale} name={row.organisation.name} /> : memory.name),
          },
        ]}
        empty={{ title: words.emptyPosts, text: memory.inside ? words.emptyPostsText : words.emptyOutside }}
      />
      <section class="stack">
        <h2>{words.terms}</h2>
        {terms.length === 0 ? (
          <p>{words.noTerms}</p>
        ) : (
          <ol class="stack">
            {terms.map(term => (
              <li>
                <Term visit={visit} memory={memory} term={term} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </>,
  )
}

function Whens({ visit, post }: { visit: Visit; post: PostLine }) {
  const words = postsWords[visit.locale]
  return (
    <>
      {post.holdings.map(one => (
        <div>
          {whenOf(visit, one.during)}
          {one.carriedOver ? `, ${words.carriedOverUntil}` : ''}
        </div>
      ))}
    </>
  )
}

function Term({ visit, memory, term }: { visit: Visit; memory: Memory; term: TermLine }) {
  const { locale } = visit
  const words = postsWords[locale]
  // A name mostly has years in it: days stand under it, not behind one more dash.
  const when = [
    ...(term.name ? [whenOf(visit, term.during)] : []),
    ...(term.electedOn ? [words.electedOn(dayOf(locale, term.electedOn))] : []),
  ]
  return (
    <>
      <a href={addressIn(visit, memory, `/terms/${term.id}`)}>
        <Name locale={locale} name={term.name} otherwise={whenOf(visit, term.during)} />
      </a>
      {term.organisation ? (
        <>
          , <Name locale={locale} name={term.organisation.name} />
        </>
      ) : null}{' '}
      {term.runs ? (
        <State kind={term.runs === 'certain' ? 'ok' : 'waiting'}>
          {term.runs === 'certain' ? words.runs : `${words.runs} (${words.notSure})`}
        </State>
      ) : null}
      {when.length > 0 ? <div class="small">{when.join(', ')}</div> : null}
    </>
  )
}
