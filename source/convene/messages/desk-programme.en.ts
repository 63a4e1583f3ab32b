/** Doors to the pages of a programme, on the page of its seminar in the office. */
export const en = {
  part: 'The programme',
  slots: {
    label: 'Slots',
    text: 'Who does what when: titles, themes, moderation, rooms, documents.',
  },
  timetable: {
    label: 'Timetable',
    text: 'All hours side by side; move slots and see at once what collides.',
  },
  languages: {
    label: 'Languages of the programme',
    text: 'Translate side by side, publish a language later.',
  },
  tell: {
    label: 'Tell of changes',
    text: 'What changed since people last heard, and the mail that tells them.',
  },
}
