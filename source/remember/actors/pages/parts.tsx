import type { Visit } from '#ground/house.ts'
import { isLocale, type Locale } from '#ground/languages/locales.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { Button, Buttons, Form } from '#ground/web/parts/form.tsx'
import { Note, Words } from '#ground/web/parts/text.tsx'
import { forbidden, notFound } from '#ground/web/refusal.ts'
import { newOnceKey } from '#ground/web/sent-once.ts'
import { contactsWords } from '../../messages/contacts.ts'
import { type Memory, memoryOf } from '../../pages/memory.ts'
import { memoryPage } from '../../pages/memory-page.tsx'
import type { Section } from '../../pages/sections.ts'
import type { Named } from '../store/standing.ts'

/** A name of a record, marked with its language; `otherwise` where it has none. */
export function Name({ locale, name, otherwise = '–' }: { locale: Locale; name: Named | null; otherwise?: string }) {
  if (!name) return <>{otherwise}</>
  return isLocale(name.language) ? (
    <Words locale={locale} shown={{ text: name.text, language: name.language }} />
  ) : (
    name.text
  )
}

export type Somebody = { given: string | null; family: string | null }

/** Somebody by name. Who has none here had it removed; who may not be named outside is said to be there. */
export function nameOf(locale: Locale, who: Somebody | null, inside: boolean): string {
  const name = [who?.given, who?.family].filter(Boolean).join(' ')
  if (name !== '') return name
  return inside && who ? contactsWords[locale].nameless : contactsWords[locale].notShown
}

/**
 * The memory, for a page that writes in it.
 *
 * @throws Refusal `not-found` when the visitor may not see it, `forbidden` when they may not write in it
 */
export async function memoryToEdit(visit: Visit): Promise<Memory> {
  const memory = await memoryOf(visit)
  if (!memory.edits) throw forbidden()
  return memory
}

/** An id of the address. @throws Refusal `not-found` for what is none */
export function idIn(visit: Visit, name = 'id'): string {
  const id = visit.param(name)
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) throw notFound()
  return id
}

/** The page before something is removed. */
export function confirmPage(
  visit: Visit,
  memory: Memory,
  asked: { section: Section; title: string; text: string; button: string; cancel: string; problem?: string },
): Promise<Response> {
  const t = parts[visit.locale]
  return memoryPage(
    visit,
    memory,
    { title: asked.title, section: asked.section, failed: asked.problem !== undefined },
    <div class="stack measure">
      {asked.problem ? (
        <Note tone="problem">
          <p>{asked.problem}</p>
        </Note>
      ) : null}
      <p>{asked.text}</p>
      <Form t={t} action={visit.url.pathname} once={newOnceKey(visit.house.keys)} short>
        <Buttons>
          <Button kind="danger">{asked.button}</Button>
          <a href={asked.cancel}>{t.form.cancel}</a>
        </Buttons>
      </Form>
    </div>,
  )
}
