export const en = {
  kinds: { territory: 'Memory of a territory', network: 'Memory of a network' },
  doors: 'What is remembered',
  here: (section: string) => `In this memory: ${section}`,
  fictitious: {
    territory: 'This territory is invented, and so is all that is told of it.',
    network: 'This network is invented, and so is all that is told of it.',
  },
  sections: {
    relationships: 'Relationships',
    journal: 'Journal',
    projects: 'Projects',
    actors: 'Partners and people',
    posts: 'Posts and terms of office',
    services: 'Departments and key actors',
    decisions: 'Decisions',
    documents: 'Documents',
    notes: 'Notes',
    history: 'History',
  },
  past: {
    text: (day: string) => `You are reading what was known on ${day}.`,
    today: 'Back to today',
  },
  contacts: 'People',
  circles: { 0: 'Internal', 1: 'Network', 2: 'Public' },
  /** Over a list some of whose names are in another language than its reader’s. */
  inItsLanguage: 'What is not yet in English stands in its own language.',
}
