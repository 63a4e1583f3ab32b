import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-checks.en.ts'

export const fr = {
  seat: {
    title: 'Siège à confirmer',
    why: 'On ne sait pas encore qui siégera au panel.',
    todo: 'Confirmez qui occupe ce siège, ou proposez-le à quelqu’un d’autre.',
    which: who => `À confirmer : ${who}.`,
  },
  places: places => places.join(' ; '),
  errors: {
    language: known => `« language » prend l’une de ces valeurs : ${known}.`,
    include: known => `« include » prend ces valeurs, séparées par des virgules : ${known}.`,
  },
} satisfies Messages<typeof en>
