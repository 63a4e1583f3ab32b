import type { Messages } from '#ground/languages/say.ts'
import type { en } from './editing-joined.en.ts'

export const es = {
  kept: 'Otra persona había guardado aquí entretanto: lo que cambió se conserva también.',
} satisfies Messages<typeof en>
