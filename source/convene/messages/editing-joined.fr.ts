import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-joined.en.ts'

export const fr = {
  kept: 'Quelqu’un d’autre avait enregistré ici entre-temps : ses changements sont gardés aussi.',
} satisfies Messages<typeof en>
