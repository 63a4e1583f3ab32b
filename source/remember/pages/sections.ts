/** The doors of a memory, in the order in which an office opens them. `public`: whoever may see the territory has this door. */
export const sections = {
  relationships: { path: '/relationships', public: true },
  journal: { path: '/journal', public: false },
  projects: { path: '/projects', public: true },
  actors: { path: '/actors', public: false },
  posts: { path: '/posts', public: true },
  services: { path: '/services', public: false },
  decisions: { path: '/decisions', public: true },
  documents: { path: '/documents', public: true },
  notes: { path: '/notes', public: false },
  history: { path: '/history', public: false },
} as const satisfies Record<string, { path: string; public: boolean }>

export type Section = keyof typeof sections
