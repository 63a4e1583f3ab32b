import { editingLeaving } from '#convene/messages/editing-leaving.ts'
import type { Visit } from '#ground/house.ts'
import type { Locale } from '#ground/languages/locales.ts'
import type { Typed } from '#ground/web/form.ts'
import { Button } from '#ground/web/parts/form.tsx'
import { textOf } from '../rules/fields.ts'
import { newKey } from '../rules/parts.ts'
import { deskOf, type EditedSeminar, editOf } from './office.ts'

// A link out of a form would lose what was typed: from there a button leads on, which saves first.

const places = [
  'panel',
  'checks',
  'people',
  'organisations',
  'rooms',
  'files',
  'invitations',
  'person',
  'organisation',
] as const
export type Place = (typeof places)[number]

/** Saves the form, then leads on. What is wrong is told first, with everything typed. */
export function SaveThen({ locale, to, label }: { locale: Locale; to: Place; label: string }) {
  return (
    <Button kind="secondary" name="_next" value={`go:${to}`}>
      {editingLeaving[locale].saveThen(label)}
    </Button>
  )
}

/** Where a form wants to lead once it is saved; null to where it usually leads. */
export function placeIn(typed: Typed): Place | null {
  const [what, to = ''] = textOf(typed, '_next').split(':')
  return what === 'go' ? (places.find(place => place === to) ?? null) : null
}

/** @param slot key of the slot that was saved, to whose panel the form of somebody new leads back */
export function addressOf(visit: Visit, seminar: { slug: string }, place: Place, slot: string): string {
  const at = editOf(visit, seminar.slug)
  const desk = deskOf(visit, seminar.slug)
  switch (place) {
    case 'panel':
      return `${at}/slots/${slot}/panel`
    case 'checks':
      return `${desk}/checks`
    case 'files':
      return `${desk}/programme/documents`
    case 'invitations':
      return `${desk}/panel`
    case 'person':
      return `${at}/people/${newKey}?back=${slot}`
    case 'organisation':
      return `${at}/organisations/${newKey}?back=${slot}`
    default:
      return `${at}/${place}`
  }
}

const backField = '_back'

/** What a form of something new begins with that was opened from the panel of a slot. */
export function cameFrom(visit: Visit): Record<string, string> {
  const slot = visit.url.searchParams.get('back') ?? ''
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slot) ? { [backField]: slot } : {}
}

/** The hidden field of a form that goes on saying where it was opened. */
export const hiddenBack = (typed: Typed): Record<string, string> => {
  const slot = textOf(typed, backField)
  return slot === '' ? {} : { [backField]: slot }
}

/** The panel from which a form was opened, as long as its slot is there; null when it was from none. */
export function panelBehind(visit: Visit, { slug, file }: EditedSeminar, typed: Typed): string | null {
  const slot = textOf(typed, backField)
  const isThere = file.programme.slots.some(({ key }) => key === slot)
  return isThere ? `${editOf(visit, slug)}/slots/${slot}/panel` : null
}

/** What asks before a form is left by a link when something in it was changed; its page names it among its islands. */
export const unsavedWork = 'unsaved-work'

/** @param typed the form came back with what was typed, which is saved nowhere */
export function UnsavedWork({ typed }: { typed: boolean }) {
  return <unsaved-work hidden typed={typed ? '' : undefined} />
}
