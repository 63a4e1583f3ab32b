import type { Messages } from '#ground/languages/say.ts'
import type { en } from './figures.en.ts'

export const fr = {
  title: 'Chiffres et graphiques',
  lead: 'Qui vient, d’où, dans quelles langues et depuis quand. Des nombres seulement : aucun nom de personne ne figure ici.',
  door: 'Chiffres',
  doorText: 'Places, arrivées, régions et langues, en graphiques et en tableaux.',
  mayNot: 'Cette page est réservée à qui s’occupe des personnes ou évalue dans ce séminaire.',
  noneTitle: 'Rien à compter encore',
  none: 'Les chiffres commencent avec la première inscription. Ouvrez les inscriptions et envoyez leur adresse aux personnes que vous voulez toucher.',
  noneDoor: 'Voir la page du séminaire',
  csv: 'Tous les chiffres en tableau (CSV)',
  file: 'chiffres',
  fewer: 'moins de 5',
  small:
    'De une à quatre personnes, on lit « moins de 5 », pour que personne ne soit reconnu ; les organisations dans ce cas n’apparaissent pas.',
  living: 'Inscrites',
  confirmed: 'Confirmées',
  livingText:
    'Sont inscrites toutes les personnes dont l’inscription est en vie : à examiner, en attente, proposée ou confirmée.',
  figure: 'Chiffre',
  value: 'Valeur',
  measure: 'Mesure',
  people: 'Personnes',
  quotas: {
    title: 'Places par quota',
    description:
      'Pour chaque quota, les places prises, gardées pour des invitations et libres. Le tableau à côté donne les nombres.',
  },
  quota: 'Quota',
  capacity: 'Capacité',
  taken: 'Prises',
  held: 'Gardées',
  free: 'Libres',
  waiting: 'En attente',
  days: {
    title: 'Inscriptions par jour',
    description:
      'Combien de personnes se sont inscrites chaque jour, de l’ouverture des inscriptions à la date limite. Le tableau à côté donne les nombres.',
  },
  weeks: {
    title: 'Inscriptions par semaine',
    description:
      'Combien de personnes se sont inscrites chaque semaine, de l’ouverture des inscriptions à la date limite. Le tableau à côté donne les nombres.',
  },
  all: {
    title: 'Inscriptions cumulées',
    description:
      'Comment le nombre de toutes les inscriptions a grandi avec le temps. Le tableau à côté donne les nombres.',
  },
  day: 'Jour',
  weekOf: 'Semaine du',
  allColumn: 'En tout',
  arrivalsText: 'Chaque inscription compte le jour où elle a été faite, quelle qu’en soit la suite.',
  quiet: 'Les jours sans inscription ne figurent pas dans le tableau.',
  quietWeeks: 'Les semaines sans inscription ne figurent pas dans le tableau.',
  regions: 'Régions',
  countries: 'Pays',
  categories: 'Catégories',
  languages: 'Langue de nos courriels',
  understood: 'Langues comprises',
  states: 'États',
  organisations: 'Organisations les plus nombreuses',
  described: 'Le nombre de personnes inscrites, en barres. Le tableau à côté donne les nombres.',
  statesDescribed: 'Le nombre d’inscriptions dans chaque état, en barres. Le tableau à côté donne les nombres.',
  region: 'Région',
  country: 'Pays',
  category: 'Catégorie',
  language: 'Langue',
  state: 'État',
  organisation: 'Organisation',
  understoodText: 'Une personne peut comprendre plusieurs langues : leur somme dépasse le nombre de personnes.',
  organisationsText: 'Les vingt qui comptent le plus de personnes.',
  registrations: 'Inscriptions',
} satisfies Messages<typeof en>
