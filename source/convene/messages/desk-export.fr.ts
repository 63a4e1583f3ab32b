import { frenchTimeOf, type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './desk-export.en.ts'

export const fr = {
  title: 'La liste en fichier',
  everybody: count =>
    plural('fr', count, {
      one: '# inscription répond à vos choix ci-dessus, avec les réponses à vos questions.',
      other:
        '# inscriptions répondent à vos choix ci-dessus, toutes pages comprises, avec les réponses à vos questions.',
      many: '# d’inscriptions répondent à vos choix ci-dessus, toutes pages comprises, avec les réponses à vos questions.',
    }),
  which:
    'Le classeur s’ouvre dans tout tableur. Dans le CSV, une apostrophe précède les textes qu’un tableur prendrait pour une formule.',
  workbook: 'Classeur (XLSX)',
  csv: 'Tableau en texte (CSV)',
  needsTitle: 'Ce dont les personnes ont besoin',
  needsText:
    'L’accessibilité et les repas en disent long sur la santé et les convictions des personnes. Ils ne sont dans le fichier que si vous les demandez ici : prenez-les quand l’accueil en a besoin, puis supprimez le fichier. Chaque export est noté avec votre nom.',
  workbookWithNeeds: 'Classeur avec une feuille des besoins (XLSX)',
  csvOfNeeds: 'Besoins seuls (CSV)',
  files: { registrations: 'inscriptions', needs: 'besoins' },
  sheets: { registrations: 'Inscriptions', needs: 'Besoins' },
  columns: {
    number: 'Numéro',
    registered: city => `Inscription (${frenchTimeOf(city)})`,
    since: city => `Depuis (${frenchTimeOf(city)})`,
    undelivered: 'Dernier courriel non arrivé',
    consent: words => `Consentement : ${words}`,
    askedNoMore: question => `${question} (n’est plus posée)`,
  },
  yes: 'oui',
  no: 'non',
  yesToEarlier: 'oui, à un texte antérieur',
  noToEarlier: 'non, à un texte antérieur',
} satisfies Messages<typeof en>
