import { expect, test } from 'vitest'
import { placeInWords } from '#convene/seminar/pages/place-in-words.ts'
import { locales } from '#ground/languages/locales.ts'

test('a place of the file is told as the forms call it', () => {
  for (const [path, words] of [
    ['title', 'Title'],
    ['registration.closes', 'Last day to register'],
    ['registration.retention.needs', 'Needs are kept (days)'],
    ['venue.access.1', 'Getting there, line 2'],
    ['registration.questions.diet.hint', 'Questions of the form – “diet” – Explanation'],
    ['registration.questions.diet.options.vegan.label', 'Questions of the form – “diet” – Choices – “vegan” – “label”'],
    ['registration.quotas.europe.capacity', 'Places and quotas – “europe” – Capacity'],
    ['organisations.cuf.website', 'Organisations – “cuf” – Web address'],
    ['programme.slots.part-1.title', 'Programme – “part-1” – Title'],
    ['programme.rooms.hall', 'Rooms – “hall”'],
    ['programme.slots', 'Programme'],
    // What no form has keeps the name that the file gives it.
    ['programme.slots.part-1.unknown', 'Programme – “part-1” – unknown'],
    ['unknown.thing', 'unknown.thing'],
  ] as const)
    expect(placeInWords('en', path)).toBe(words)
  expect(placeInWords('fr', 'registration.questions.diet.hint')).toBe(
    'Questions du formulaire – «\u00a0diet\u00a0» – Explication',
  )
})

test('what is edited in the browser has its words in every language, and no path shows', () => {
  const places = [
    ...['title', 'theme', 'date', 'hours.from', 'venue.name', 'venue.address', 'venue.country', 'time_zone', 'source'],
    ...['languages', 'spoken_languages.floor', 'registration.capacity', 'registration.opens', 'registration.approval'],
    ...[
      'registration.consents.data.text',
      'registration.consents.data.required',
      'contacts.0.email',
      'people.ana.role',
    ],
    ...['registration.quotas.europe.name', 'registration.quotas.europe.regions', 'programme.rooms.hall.capacity'],
    ...['programme.slots.one.from', 'programme.slots.one.moderators', 'programme.slots.one.spoken_languages.floor'],
  ]
  for (const locale of locales)
    for (const path of places)
      expect([path, placeInWords(locale, path)]).not.toEqual([path, expect.stringMatching(/_|\w\.\w/)])
})
