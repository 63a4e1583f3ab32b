import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-days.en.ts'

export const pt = {
  from: hour => `a partir das ${hour}`,
} satisfies Messages<typeof en>
