import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-days.en.ts'

export const fr = {
  from: hour => `à partir de ${hour}`,
} satisfies Messages<typeof en>
