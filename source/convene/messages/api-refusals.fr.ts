import type { Messages } from '#ground/languages/say.ts'
import type { en } from './api-refusals.en.ts'

export const fr = {
  'invitation-unknown': 'Ce code d’invitation n’est pas connu pour ce séminaire.',
  'invitation-ended': 'Cette invitation a pris fin.',
  'invitation-used-up': 'Toutes les places de cette invitation sont prises.',
  'too-many': 'Trop de personnes ont été inscrites avec cette adresse en une heure.',
  answers: {
    required: 'Il faut répondre à cette question.',
    'text-too-long': 'Une réponse peut avoir 2 000 caractères au plus.',
    number: 'La réponse doit être un nombre.',
    choice: 'La réponse doit être l’une des options de la question.',
    date: 'La réponse doit être une date, sous la forme année-mois-jour.',
  },
} satisfies Messages<typeof en>
