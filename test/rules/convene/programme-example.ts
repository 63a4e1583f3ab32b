import type { Names, Programme, ProgrammeSlot } from '../../../source/convene/programme/rules/programme.ts'
import type { LineWords } from '../../../source/convene/programme/rules/slot-lines.ts'

// A small programme on which every file of a programme has something to say.

export const slot = (more: Partial<ProgrammeSlot> & Pick<ProgrammeSlot, 'key'>): ProgrammeSlot => ({
  kind: 'talk',
  day: '2030-03-30',
  from: '09:00',
  until: '2030-03-30',
  to: '10:00',
  provisional: false,
  title: { en: `Title of ${more.key}` },
  themes: [],
  moderators: [],
  moderatorPersons: [],
  coordination: [],
  speakers: [],
  seats: [],
  documents: [],
  ...more,
})

export const programme = (more: Partial<Programme> = {}): Programme => ({
  source: 'en',
  languages: ['en', 'fr'],
  timeZone: 'Europe/Paris',
  days: [{ date: '2030-03-30', from: '09:00', to: '17:00' }],
  name: { en: 'First version', fr: 'Première version' },
  provisional: false,
  rooms: [
    { key: 'big', name: { en: 'Big hall', fr: 'Grande salle' }, capacity: 200 },
    { key: 'small', name: { en: 'Small <hall> & "bar"' } },
  ],
  organisations: [{ key: 'city', short: 'CITY', name: { en: 'The city' } }],
  people: [
    { key: 'ana', organisation: 'city', role: { en: 'mayor', fr: 'maire' }, about: { en: 'Writes on water.' } },
    { key: 'luis', role: { en: 'teacher' } },
    { key: 'hidden', role: { en: 'witness' } },
  ],
  slots: [
    slot({
      key: 'part-1',
      kind: 'part',
      part: 'I',
      room: 'big',
      title: { en: 'Water, salt; & light', fr: 'Eau, sel et lumière' },
      themes: [{ en: 'Who drinks' }, { en: 'Who pays' }],
      method: { en: 'Everybody speaks once.' },
      moderators: ['city'],
      moderatorPersons: ['luis'],
      speakers: ['ana', 'hidden'],
      seats: [
        { key: 'one', region: 'europe', person: 'luis', state: 'confirmed' },
        { key: 'two', region: 'europe', person: 'ana', state: 'invited' },
      ],
      spoken_languages: { floor: ['es'], interpretation: ['fr'] },
      documents: [
        { title: { en: 'Report' }, url: 'https://a.example/répört?a=1&b=2' },
        { title: { en: 'Slides' }, url: '/files/018f1e7a-0000-7000-8000-000000000009' },
      ],
    }),
    slot({ key: 'lunch', kind: 'meal', from: '12:00', to: '13:00', provisional: true }),
    // The clocks of Paris go forward an hour in the night from the 30th to the 31st of March 2030.
    slot({ key: 'night', room: 'small', from: '23:00', until: '2030-03-31', to: '04:00' }),
  ],
  older: {},
  ...more,
})

export const names: Names = new Map([
  ['ana', { givenName: 'Ana', familyName: 'Núñez' }],
  ['luis', { givenName: 'Luís', familyName: 'Sá' }],
])

export const words: LineWords = {
  provisional: 'May change.',
  moderation: said => `Moderation: ${said}`,
  coordination: said => `Coordination: ${said}`,
  speakers: said => `Speaking: ${said}`,
  panel: said => `Panel: ${said}`,
  awaited: count => `${count} to confirm`,
  list: said => said.join(' + '),
}
