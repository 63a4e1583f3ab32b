import { deskPlaces } from '#convene/messages/desk-places.ts'
import { registration } from '#convene/messages/registration.ts'
import type { Visit } from '#ground/house.ts'
import { list } from '#ground/languages/format.ts'
import { type Locale, locales, nameOfLocale } from '#ground/languages/locales.ts'
import { lowerFirst } from '#ground/languages/say.ts'
import type { FieldErrors } from '#ground/web/form.ts'
import { fieldOf, isNew, nameField } from './places-fields.ts'

/** One field of the form of places. */
export type Labelled = {
  name: string
  title: string
  /** The quota it belongs to, or its own title: what a sentence about it begins with. */
  place: string
  /** How a value of it reads. */
  shown: (text: string) => string
}

/**
 * How a quota is called in the form: by the name that was typed; new ones without a name are told apart by number.
 *
 * @param keys of all quotas in the form
 */
export function quotaTitle(
  locale: Locale,
  source: string,
  key: string,
  keys: readonly string[],
  value: (name: string) => string,
): string {
  const words = deskPlaces[locale]
  const name = value(nameField(key, locale)) || value(nameField(key, source))
  if (name || !isNew(key)) return name || key
  const unnamed = keys.filter(isNew)
  return unnamed.length > 1 ? words.newQuotaNumbered(unnamed.indexOf(key) + 1) : words.newQuota
}

/** Every field of the form, in the order of the page. */
export function labelsOf(
  { locale }: Visit,
  source: string,
  keys: readonly string[],
  value: (name: string) => string,
): { quota: (key: string) => string; fields: readonly Labelled[] } {
  const m = registration[locale]
  const words = deskPlaces[locale]
  const plain = (text: string) => text
  const several = (names: Readonly<Record<string, string>>) => (text: string) =>
    list(
      locale,
      text
        .split(' ')
        .filter(Boolean)
        .map(one => names[one] ?? one),
    )
  const quota = (key: string) => quotaTitle(locale, source, key, keys, value)
  const whole = (name: string, title: string, shown = plain): Labelled => ({ name, title, place: title, shown })
  const ofQuota = (key: string) => {
    const place = quota(key)
    const one = (what: string, title: string, shown = plain): Labelled => ({
      name: fieldOf(key, what),
      title: words.fieldOfQuota(place, title),
      place,
      shown,
    })
    return [
      one('capacity', words.capacity),
      ...locales.map(language => one(`name-${language}`, words.nameIn(nameOfLocale[language]))),
      one('categories', words.countsCategories, several(m.categories)),
      one('regions', words.countsRegions, several(m.regions)),
      one('territory', words.countsTerritory),
    ]
  }
  return {
    quota,
    fields: [
      whole('capacity', words.capacityOfAll),
      ...keys.flatMap(ofQuota),
      whole('approval', words.approval, several(m.categories)),
      whole('perOrganisation', words.perOrganisation),
      whole('promotion', words.promotion, text => (text === 'offer' ? words.offerChoice : words.directChoice)),
      whole('offerHours', words.offerHours),
      ...(['promoteUntil', 'changeUntil'] as const).flatMap(name => [
        whole(`${name}-day`, words[name]),
        whole(`${name}-time`, words.timeOf(words[name])),
      ]),
      whole('perForm', words.perForm),
    ],
  }
}

/** What is wrong, for the summary: in the order of the page, each sentence with the quota or the field it is about. */
export function withPlaces(locale: Locale, fields: readonly Labelled[], said: FieldErrors): FieldErrors {
  const words = deskPlaces[locale]
  const placed = fields.flatMap(({ name, place }) =>
    [name, `${name}[]`].flatMap(field => {
      const sentence = said[field]
      return sentence === undefined ? [] : [[field, words.fieldOfQuota(place, lowerFirst(locale, sentence))] as const]
    }),
  )
  return { ...Object.fromEntries(placed), ...(said._form === undefined ? {} : { _form: said._form }) }
}
