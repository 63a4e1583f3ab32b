import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-files.en.ts'

export const fr = {
  provisional: 'Provisoire : ce créneau peut encore changer.',
  speakers: names => `Interventions : ${names}`,
  panel: names => `Au panel : ${names}`,
} satisfies Messages<typeof en>
