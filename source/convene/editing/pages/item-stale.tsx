import { editing } from '#convene/messages/editing.ts'
import { editingProgramme } from '#convene/messages/editing-programme.ts'
import { versionOf } from '#convene/seminar/acts/change-seminar.ts'
import type { SeminarFile } from '#convene/seminar/rules/seminar-file.ts'
import type { Visit } from '#ground/house.ts'
import { languageName } from '#ground/languages/format.ts'
import type { Typed } from '#ground/web/form.ts'
import { shownOfItem } from '../rules/list-patches.ts'
import { itemFields, type ListName, languagesOf } from '../rules/parts.ts'
import { optionField, optionKeys } from '../rules/question-form.ts'
import { type Edited, itemOf, itemPage, organisationChoices, shapeOfItem, typedOfItem } from './item-page.tsx'
import { withoutBase } from './joined.ts'
import { inLanguage } from './labels.ts'
import { editOf } from './office.ts'
import { staleForm } from './stale.tsx'

/** Somebody saved or removed the same item meanwhile: both texts of each field, or the form again, which adds it again. */
export function staleItem(
  visit: Visit,
  seminar: Edited,
  given: { list: ListName; key: string | null; typed: Typed; now: SeminarFile; once: string },
) {
  const { locale } = visit
  const { list, key, typed, now, once } = given
  const words = editing[locale]
  const version = versionOf(shownOfItem(list, key)(now))
  const there = itemOf(now, list, key)
  if (!there) {
    const gone = list === 'people' ? editingProgramme[locale].person.gone : words.stale.gone
    const shown = { typed, version, once, note: key === null ? words.stale.order : gone }
    return itemPage(visit, { ...seminar, file: now }, list, key, shown, 409)
  }
  const theirs = typedOfItem(now, list, there)
  const languages = languagesOf(now)
  const options = [...new Set([...optionKeys(theirs), ...optionKeys(typed)])]
  return staleForm(visit, seminar, {
    title: words.list.editTitle[list],
    within: list,
    fields: itemFields[list],
    languages,
    theirs,
    // A contact is known by its place alone: what it began with may be another one.
    yours: list === 'contacts' ? withoutBase(typed) : typed,
    shape: shapeOfItem(list),
    version,
    once,
    action: `${editOf(visit, seminar.slug)}/${list}/${key}`,
    organisations: organisationChoices(seminar, locale),
    more:
      list === 'questions'
        ? [
            {
              name: 'option',
              label: words.question.optionOrder,
              shown: (value: string) => orderInWords(value, options),
            },
            ...options.flatMap((option, index) =>
              languages.map(language => ({
                name: optionField(option, language),
                label: inLanguage(words.question.option(index + 1), languageName(locale, language)),
              })),
            ),
            { name: 'when', label: words.question.asked, shown: (value: string) => whenInWords(locale, value) },
            { name: 'when.category', label: words.question.categories },
            { name: 'when.is', label: words.question.answers },
          ]
        : [],
  })
}

const orderInWords = (value: string, options: readonly string[]) =>
  value
    .split(' ')
    .filter(Boolean)
    .map(key => options.indexOf(key) + 1)
    .join(', ')

function whenInWords(locale: Visit['locale'], value: string): string {
  const words = editing[locale].question
  return { category: words.askedCategory, answer: words.askedAnswer }[value] ?? words.askedAlways
}
