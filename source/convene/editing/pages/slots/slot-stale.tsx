import { editingSlots } from '#convene/messages/editing-slots.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Typed } from '#ground/web/form.ts'
import { documentRows, titlePath, urlField } from '../../rules/document-form.ts'
import { inLanguage } from '../../rules/fields.ts'
import { languagesOf } from '../../rules/parts.ts'
import { fieldsNamed, shapeOfSlot, shownOfSlot, slotOf, typedOfSlot } from '../../rules/slot-form.ts'
import { labelOf, inLanguage as withLanguage } from '../labels.ts'
import { editOf } from '../office.ts'
import { staleForm } from '../stale.tsx'
import { type EditedWithFiles, slotPage } from './slot-page.tsx'
import { chosenInWords, slotChoices } from './slot-words.ts'

type Given = { key: string | null; typed: Typed; now: SeminarFile; once: string }

/** Somebody saved or removed the same slot meanwhile: both texts of each field, or the form again, which adds it again. */
export function staleSlot(visit: Visit, seminar: EditedWithFiles, { key, typed, now, once }: Given) {
  const { locale } = visit
  const m = editingSlots[locale]
  const version = versionOf(shownOfSlot(key)(now))
  const there = slotOf(now, key)
  if (!there)
    return slotPage(visit, { ...seminar, file: now }, undefined, key, { typed, version, once, note: m.gone }, 409)
  const theirs = typedOfSlot(now, there)
  const languages = languagesOf(now)
  const choices = slotChoices(now, locale)
  const chosen = (name: string, of: keyof typeof choices) => ({
    name,
    label: labelOf(locale, 'slots', name.split('.')),
    shown: (value: string) => chosenInWords(locale, choices[of], value),
  })
  const spoken = (name: string) => ({
    name,
    label: labelOf(locale, 'slots', name.split('.')),
    shown: (value: string) =>
      chosenInWords(
        locale,
        value
          .split(' ')
          .filter(code => /^[a-z]{2,3}$/.test(code))
          .map(code => ({ value: code, label: languageName(locale, code) })),
        value,
      ),
  })
  const rows = [...new Set([...documentRows(theirs), ...documentRows(typed)])].toSorted((a, b) => a - b)
  return staleForm(visit, seminar, {
    title: m.editTitle,
    within: 'slots',
    fields: fieldsNamed('part', 'title', 'from', 'to', 'provisional', 'themes', 'method'),
    languages,
    theirs,
    yours: typed,
    shape: shapeOfSlot,
    version,
    once,
    action: `${editOf(visit, seminar.slug)}/slots/${key}`,
    more: [
      chosen('kind', 'kind'),
      chosen('day', 'day'),
      chosen('until', 'until'),
      chosen('room', 'room'),
      chosen('moderators', 'organisations'),
      chosen('moderatorPersons', 'people'),
      chosen('speakers', 'people'),
      chosen('coordination', 'organisations'),
      spoken('spoken_languages.floor'),
      spoken('spoken_languages.interpretation'),
      ...rows.flatMap(row => [
        ...languages.map(language => ({
          name: inLanguage(titlePath(row), language),
          label: withLanguage(labelOf(locale, 'slots', ['documents', row]), languageName(locale, language)),
        })),
        { name: urlField(row), label: m.documentAddress(row + 1) },
      ]),
    ],
  })
}
