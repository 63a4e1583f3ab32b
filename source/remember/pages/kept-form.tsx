import type { Visit } from '#ground/house.ts'
import { json } from '#ground/web/answer.ts'
import { alreadySent } from '#ground/web/sent-once.ts'
import { keptFormWords } from '../messages/kept-form.ts'

/** What keeps a form in the browser until it is sent; its page names it among its islands. */
export const keptForm = 'kept-form'

/**
 * Stands in a form, above its buttons.
 *
 * @param typed the form came back with what was typed: nothing older takes its place
 * @param atServer its page takes `_next=keep`: what is typed is kept there as well, as the person types
 */
export function KeptForm({ visit, typed, atServer = false }: { visit: Visit; typed: boolean; atServer?: boolean }) {
  const { house, actor, locale, url } = visit
  const words = keptFormWords[locale]
  // Whoever signs in after them in the same tab has another one; so has the form of another partner (`?about=`).
  const who = actor.kind === 'person' ? actor.id : ''
  const where = `${url.pathname.replace(/^\/[a-z]{2}\//, '/')}${url.search}`
  return (
    <kept-form
      key-of-form={house.keys.hash('form kept in a browser', `${who} ${where}`)}
      typed={typed ? '' : undefined}
      at-server={atServer ? '' : undefined}
      offline={words.offline}
      back={words.back}
      anew={words.anew}
      kept={words.kept}
      other={words.other}
    />
  )
}

/**
 * The answer to `?sent=KEY`, by which a browser that kept a form learns whether it was sent after all; null when nothing of the
 * kind was asked. A key is known to whoever had the form alone.
 */
export async function toldWhetherSent(visit: Visit, alsoKept: string | null = null): Promise<Response | null> {
  const key = visit.url.searchParams.get('sent')
  if (key === null) return null
  return json(visit, {
    sent: (alsoKept !== null && alsoKept === key) || (await alreadySent(visit.house, key)) !== null,
  })
}
