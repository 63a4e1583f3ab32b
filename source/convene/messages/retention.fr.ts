import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './retention.en.ts'

export const fr = {
  title: 'Données conservées',
  lead: 'Ce que les personnes indiquent en s’inscrivant est effacé automatiquement, chaque chose à son jour. Personne n’a à y penser, et rien ne le fait revenir.',
  doorText: 'Ce qui est effacé et quand, et ce qui l’a été.',
  mayNot: 'Seules les personnes qui suivent les inscriptions de ce séminaire voient cette page.',
  planCaption: 'Ce qui est effacé, et quand',
  columns: {
    what: 'Données',
    until: 'Conservées jusqu’au',
    after: 'Ensuite',
    kept: 'Inscriptions concernées',
  },
  what: {
    needs: 'Besoins',
    answers: 'Réponses',
    persons: 'Identité',
  },
  contents: {
    needs: 'accessibilité, régime alimentaire et la note qui les accompagne',
    answers: 'réponses à vos questions, fonction, langues, motif d’un refus ou d’une annulation',
    persons: 'noms et adresses, et le nom de l’organisation tel qu’il a été écrit',
  },
  until: (day, days) =>
    plural('fr', days, {
      one: `${day} (# jour après le séminaire)`,
      other: `${day} (# jours après le séminaire)`,
    }),
  untilTheDay: day => `${day} (jour du séminaire)`,
  willBe: day => `effacées le ${day}`,
  dueNow: 'effacées dans l’heure',
  nothingLeft: 'il ne reste rien à effacer',
  personsDueNow: 'effacées dans l’heure, sauf les noms et adresses dont il est question plus bas',
  stays:
    'Pour les statistiques restent l’état de chaque inscription, sa catégorie, son pays, sa région et sa date. Ils ne nomment personne.',
  exceptions:
    'Restent en place les noms et adresses des personnes qui ont ici un compte ou un droit d’accès, et des personnes qui sont aussi inscrites à un séminaire dont le jour n’est pas encore venu.',
  change: 'Ces durées sont fixées dans le fichier du séminaire, sous « retention ».',
  logTitle: 'Ce qui a été effacé',
  log: { at: 'Quand', what: 'Données', registrations: 'Inscriptions' },
  emptyTitle: 'Rien n’a encore été effacé',
  empty:
    'Chaque fois que des données sont effacées, une ligne dit ici lesquelles, quand et pour combien d’inscriptions.',
} satisfies Messages<typeof en>
