import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import { Button, Buttons, TextField } from '#ground/web/parts/form.tsx'
import { State } from '#ground/web/parts/text.tsx'
import { edtfInWords } from '../../acts/edtf-in-words.ts'
import { postsWords } from '../../messages/posts.ts'
import { addressIn, type Memory } from '../../pages/memory.ts'
import type { Holding, PostLine } from '../store/posts.ts'
import type { AskedDay } from './asked-day.ts'
import { nameOf } from './parts.tsx'

/** Asks for a day or a year, and says for which one the page was read. */
export function AskDay(props: { visit: Visit; memory: Memory; asked: AskedDay; path: string; label: string }) {
  const { visit, memory, asked, path, label } = props
  const { locale } = visit
  const words = postsWords[locale]
  const t = parts[locale]
  return (
    <form class="form" method="get" action={addressIn(visit, { ...memory, knownOn: null }, path)}>
      {memory.knownOn ? <input type="hidden" name="on" value={memory.knownOn.toString()} /> : null}
      <TextField
        t={t}
        name="when"
        label={label}
        hint={words.askHint}
        error={asked.problem ? words.notRead : undefined}
        value={asked.typed}
        short
      />
      <Buttons>
        <Button kind="secondary">{words.show}</Button>
        {asked.typed === '' ? null : <a href={addressIn(visit, memory, path)}>{words.today}</a>}
      </Buttons>
      <p class="small" role="status">
        {words.asked(asked.words, asked.isDay)}
      </p>
    </form>
  )
}

/** Who holds a post, and what is to be said of how: acting, carried over, perhaps. */
export function Holder({ visit, memory, holding }: { visit: Visit; memory: Memory; holding: Omit<Holding, 'term'> }) {
  const { locale } = visit
  const words = postsWords[locale]
  const { contact } = holding
  const name = nameOf(locale, contact, memory.inside)
  const linked = contact && (contact.given || contact.family)
  const said = [
    holding.held === 'perhaps' ? words.notSure : '',
    holding.acting ? lowerFirst(locale, words.acting) : '',
    holding.carriedOver ? lowerFirst(locale, words.carriedOver) : '',
  ].filter(Boolean)
  return (
    <>
      {linked ? <a href={addressIn(visit, memory, `/contacts/${contact.id}`)}>{name}</a> : name}
      {said.length > 0 ? <span class="small"> ({said.join(', ')})</span> : null}
    </>
  )
}

/** Everybody who holds a post then, and of which seats that is not known. Who sees only a part of the appointments is told of no vacancy. */
export function Holders({ visit, memory, post }: { visit: Visit; memory: Memory; post: Omit<PostLine, 'title'> }) {
  const words = postsWords[visit.locale]
  if (post.existed === null) return <>{words.notThen}</>
  const holding = post.holdings.filter(one => one.held !== null)
  return (
    <>
      {holding.map(one => (
        <div>
          <Holder visit={visit} memory={memory} holding={one} />
        </div>
      ))}
      {memory.inside && post.perhapsVacant > 0 ? (
        <State kind="waiting">{words.perhapsVacant(post.perhapsVacant)}</State>
      ) : null}
      {memory.inside && post.unknownHolders > 0 ? (
        <div class="small">{post.seats === 1 ? words.unknownHolder : words.unknownHolders(post.unknownHolders)}</div>
      ) : null}
      {!memory.inside && holding.length === 0 ? words.noneShown : null}
    </>
  )
}

export const whenOf = (visit: Visit, during: string) => edtfInWords(visit.locale, during)
