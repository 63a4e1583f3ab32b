import { deskPlaces } from '#convene/messages/desk-places.ts'
import type { Visit } from '#ground/house.ts'
import { parts } from '#ground/languages/messages/parts.ts'
import { type Typed, textOf } from '#ground/web/form.ts'
import { type Change, StaleSave } from '#ground/web/parts/form.tsx'
import type { PlacesSettings } from '../../store/places-settings.ts'
import type { OfficeSeminar } from '../desk.tsx'
import { deskPage } from './desk-page.tsx'
import { fieldOf, keysIn, typedFrom, valuesOf } from './places-fields.ts'
import { labelsOf } from './places-labels.ts'

type Now = { now: PlacesSettings; version: string }

/** Somebody saved the places meanwhile: each field that differs, both ways; nothing of either is lost. */
export function stalePlaces(visit: Visit, seminar: OfficeSeminar, typed: Typed, { now, version }: Now, once: string) {
  const { locale } = visit
  const words = deskPlaces[locale]
  const theirs = typedFrom(now, seminar.timeZone)
  const keys = [...new Set([...keysIn(theirs), ...keysIn(typed)])]
  const label = labelsOf(visit, seminar.sourceLanguage, keys, name => textOf(theirs, name) || textOf(typed, name))
  const changes: Change[] = []
  const kept: [string, string][] = keys.map(key => ['quota[]', key])
  for (const key of keys) {
    const field = fieldOf(key, 'remove')
    const isThere = {
      theirs: keysIn(theirs).includes(key),
      yours: keysIn(typed).includes(key) && textOf(typed, field) !== 'yes',
    }
    const side = (there: boolean) => ({
      value: there ? 'no' : 'yes',
      shown: there ? words.quotaThere : words.quotaGone,
    })
    if (isThere.theirs === isThere.yours) {
      if (!isThere.yours) kept.push([field, 'yes'])
    } else
      changes.push({
        name: field,
        label: words.quotaNamed(label.quota(key)),
        theirs: side(isThere.theirs),
        yours: side(isThere.yours),
      })
  }
  for (const { name, title, shown } of label.fields) {
    const yours = typed[`${name}[]`] === undefined ? textOf(typed, name) : valuesOf(typed, name).join(' ')
    const there = textOf(theirs, name)
    // A quota that only one of the two has is chosen as a whole: its fields come along.
    const isOnlySide = keys.some(
      key => name.startsWith(`quota-${key}-`) && keysIn(theirs).includes(key) !== keysIn(typed).includes(key),
    )
    if (isOnlySide) kept.push([name, there || yours])
    else if (there === yours) kept.push([name, yours])
    else
      changes.push({
        name,
        label: title,
        theirs: { value: there, shown: shown(there) },
        yours: { value: yours, shown: shown(yours) },
      })
  }
  const at = `/${locale}/desk/seminars/${seminar.slug}/places`
  return deskPage(
    visit,
    seminar,
    { title: words.edit, above: [{ label: words.title, path: '/places' }], failed: true },
    <StaleSave
      t={parts[locale]}
      action={`${at}/edit`}
      version={version}
      once={once}
      changes={changes}
      kept={kept}
      cancel={`${at}/edit`}
    />,
    409,
  )
}
