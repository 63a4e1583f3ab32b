/** What a seminar file says about places and questions: what is wrong there, and the names of its texts. */
export const en = {
  expected: {
    plain: {
      'per-organisation': 'Write how many people of one organisation may have a place: a whole number, at least 1.',
      'per-form': 'Write how many people one form may register: a whole number from 1 to 20.',
      'offer-hours': 'Write for how many hours an offered place is held: a whole number from 1 to 720.',
      days: 'Write a number of days after the seminar: a whole number from 0 to 3,650.',
      'quota-condition': 'Say whom this quota counts: by “categories”, “regions” or “territory”, at least one of them.',
      'quota-overall': 'Choose another key: “overall” is the quota of the whole seminar, which “capacity” sets.',
      'question-options': 'List the options to choose from, each with a key and a label.',
      'question-no-options': 'Remove the options, or make this a question of the kind “choice” or “several”.',
      'question-condition': 'Write one condition: “question” and “is” together, or “category” alone.',
      'promotion-after-closing':
        'Let promotion from the waiting list end after registration closes, not before: a place that becomes free in between could go to nobody.',
      'promotion-before-end': 'Let promotion from the waiting list end before the seminar does.',
      'changes-before-end': 'Let changes of answers end before the seminar does.',
      'document-address':
        'Write a whole web address, beginning with https://, or the address of a file here: /files/….',
      'ends-next-day':
        'Let the end come after the beginning. If it ends on the following day, say so: add “until” with that day.',
      'until-next-day': 'Name the day on which it begins or the day after: nothing lasts longer than a night.',
      'day-once': 'Name each day once: this one is already above.',
      'day-after-first': 'Leave this day out: it is the day of the seminar, whose hours stand under “hours”.',
    },
    knownTerritory: (known: string) => `Write the slug of a public territory of this installation, such as: ${known}.`,
    noTerritory: 'This installation has no public territory yet. Add the territory first, or count by region.',
    earlierQuestion: (known: string) =>
      `Name a question that stands above this one and is of the kind “choice” or “several”: ${known}.`,
    noEarlierQuestion:
      'No question of the kind “choice” or “several” stands above this one. Move one there, or remove the condition.',
    knownOption: (known: string) => `Name options of that question: ${known}.`,
    noOption: 'That question has no options yet. Write them first.',
    knownPerson: (known: string) => `Name somebody of the list “people”: ${known}.`,
    noPerson: 'Add this person to the list “people” first.',
    knownRoom: (known: string) => `Name a room of the list “rooms” of the programme: ${known}.`,
    noRoom: 'Add this room to the list “rooms” of the programme first.',
    knownSlot: (known: string) => `Name a slot of the programme: ${known}.`,
    noSlot: 'Add this slot to the list “slots” of the programme first.',
    knownInSlot: (known: string) => `Name somebody who does this in that slot: ${known}.`,
    nobodyInSlot: 'Nobody does this in that slot. Add the person there first.',
    knownText:
      'Name a text of this file that has a translation in this language, by its place: “title”, “programme.slots.part-1.themes.0”.',
    knownDay: (known: string) => `Name a day of the programme (${known}), or add this one to its “days”.`,
  },
  fields: {
    quota: 'Name of the quota',
    question: 'Question to registrants',
    hint: 'Explanation of the question',
    option: 'Option of the question',
    room: 'Name of the room',
    role: 'Post of somebody on the programme',
    about: 'About somebody on the programme',
    document: 'Title of a document',
  },
}
