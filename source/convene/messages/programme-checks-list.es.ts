import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks-list.en.ts'

export const es = {
  byKind: 'Lo que se encontró',
  more: count => plural('es', count, { one: 'Ver # más', other: 'Ver # más', many: 'Ver # más' }),
} satisfies Messages<typeof en>
