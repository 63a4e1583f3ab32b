import type { Messages } from '#ground/languages/say.ts'
import type { en } from './kept-form.en.ts'

export const fr = {
  offline:
    'Il n’y a pas de réseau. Ce que vous avez saisi est gardé sur cette page et part dès que le réseau revient : laissez la page ouverte.',
  back: 'Ce que vous aviez saisi ici sans l’envoyer est revenu.',
  anew: 'Recommencer à zéro',
  kept: 'Gardé avec le courriel à',
  other:
    'Quelqu’un d’autre a changé ce formulaire entre-temps : ce que vous saisissez n’est gardé avec le courriel que par un bouton ci-dessous.',
} satisfies Messages<typeof en>
