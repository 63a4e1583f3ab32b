import type { Messages } from '#ground/languages/say.ts'
import type { en } from './brakes.en.ts'

export const fr = {
  wrongCodes:
    'Trop de codes d’invitation inconnus ont été essayés d’ici. Attendez dix minutes, puis vérifiez le code auprès de qui vous l’a donné.',
  tooManyByApi: 'Trop d’inscriptions sont venues de cette adresse réseau en dix minutes.',
} satisfies Messages<typeof en>
