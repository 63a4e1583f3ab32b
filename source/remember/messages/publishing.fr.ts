import type { Messages } from '#ground/languages/say.ts'
import type { en } from './publishing.en.ts'

export const fr = {
  title: 'Ce que tout le monde lirait',
  lead: 'Une fois publique, tout le monde y lira, sans se connecter :',
  always: 'son nom, son type et ses dates',
  texts: { reason: 'sa raison', narrative: 'son récit' },
  agreement: 'avec ses dates, ses étapes et ses échéances',
  fees: n => (n <= 1 ? `${n} cotisation, avec son montant` : `${n} cotisations, avec leurs montants`),
  seats: n => (n <= 1 ? `${n} siège` : `${n} sièges`),
  hidden:
    'Ces partenaires resteraient cachés : leur fiche est interne (rendez-les publics sur leur page), ou leur ligne ici est réservée à moins de monde.',
  nobody: 'Aucun partenaire n’est noté : la page ne dirait pas avec qui.',
  asCitizen: 'Comme la lit tout le monde',
  seenAs: 'Voici cette page comme la lit quelqu’un qui n’est pas d’ici.',
  back: 'Revenir à la page comme vous la voyez',
} satisfies Messages<typeof en>
