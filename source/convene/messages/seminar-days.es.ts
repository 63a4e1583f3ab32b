import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-days.en.ts'

export const es = {
  from: hour => `a partir de las ${hour}`,
} satisfies Messages<typeof en>
