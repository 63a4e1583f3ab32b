/**
 * The doors of a memory, in the order in which an office opens them: what is kept, then what one looks at every week. `public`:
 * whoever may see the territory has this door.
 */
export const sections = {
  relationships: { path: '/relationships', public: true, weekly: false },
  journal: { path: '/journal', public: false, weekly: false },
  projects: { path: '/projects', public: true, weekly: false },
  actors: { path: '/actors', public: false, weekly: false },
  posts: { path: '/posts', public: true, weekly: false },
  services: { path: '/services', public: false, weekly: false },
  decisions: { path: '/decisions', public: true, weekly: false },
  documents: { path: '/documents', public: true, weekly: false },
  notes: { path: '/notes', public: false, weekly: false },
  history: { path: '/history', public: false, weekly: false },
  monday: { path: '/monday', public: false, weekly: true },
  timeline: { path: '/timeline', public: true, weekly: true },
  checks: { path: '/checks', public: false, weekly: true },
  reminders: { path: '/reminders', public: false, weekly: true },
} as const satisfies Record<string, { path: string; public: boolean; weekly: boolean }>

export type Section = keyof typeof sections
