export const en = {
  title: 'International action that outlives a mandate',
  lead: 'Cities and regions start partnerships, networks and projects abroad. They bear fruit while one elected member carries them; then power changes hands and they fall asleep. Perenne keeps what links a territory to the world, and hands it over.',
  meanings:
    'When this site says “lasting”, “durable” or “sostenible”, it means lasting beyond a term of office – not “green”.',
  demo: {
    banner: (moment: string) => `Demonstration – here it is ${moment}. People, answers and territories are invented.`,
    momentIn: (moment: string, city: string) => `${moment} in ${city}`,
    bannerLink: 'Take the tour',
    title: 'The demonstration',
    lead: 'A real programme of 2018, invented people. The software is the real one; nothing you do here leaves this machine.',
    personsTitle: 'Come in as…',
    personsText: 'One click signs you in. Sign out at the top of any page to be a visitor again.',
    enter: (name: string) => `Come in as ${name}`,
    momentsTitle: 'Choose a moment',
    momentsText:
      'Each moment is a fresh copy: choosing one drops whatever was done before, by you or by another visitor.',
    go: 'Start this moment afresh',
    dropped: 'This is a fresh copy. What was done before is gone.',
    tourTitle: 'What to try',
    tourSeminar: 'The seminar',
    tour: [
      'Read the page of the seminar in the four languages, then ask for a place.',
      'Come in as the organiser: your registration is on the list, and the mail you would have received can be read.',
      'Come in as the translator: see what is missing, change a text, and watch its translations become out of date.',
    ],
    tourMemory: 'The memory of a town',
    memoryTour: [
      'Read what Brécourt-sur-Loire shows to everybody, then search for “agua”: the answer comes from the other languages too.',
      'Come in as Solène Gaudry, who keeps this memory: what sleeps, what is expiring, who held which office in 2009?',
      'Import the sample workbook, correct what is pointed out, then undo the import: nothing of it is left.',
    ],
    seminar: 'See the seminar',
    memory: 'See the memory',
    persons: {
      administrator: 'who installed Perenne and looks after it',
      organiser: 'who runs the seminar, in the office of the network',
      translator: 'who looks after the four languages',
      steward: 'who will welcome people at the door on the day',
      evaluator: 'who reads everything and changes nothing',
      keeper: 'keeps the memory of a town, Brécourt-sur-Loire',
    },
    moments: {
      opening: {
        when: 'Monday 4 June 2018, 9:00 in Paris',
        what: 'A month of registrations: 142 people have their place, 23 are waiting, 11 requests are to be examined.',
      },
      'last-minute': {
        when: 'Sunday 17 June 2018, 23:50 in Paris',
        what: 'The hall is full; there are ten minutes left to join the waiting list.',
      },
      closed: {
        when: 'Wednesday 20 June 2018, 10:00 in Paris',
        what: 'Registration is closed; a place that is given back still goes to the waiting list. The final programme is out, without the four flaws that the checks had found in the provisional one.',
        changes: 'What changed in the programme, at this moment',
      },
    },
    unknown: 'There is no such person or moment in the demonstration.',
  },
}
