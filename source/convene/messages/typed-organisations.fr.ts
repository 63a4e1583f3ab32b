import { organisationKinds } from '#ground/languages/messages/organisation-kinds.ts'
import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './typed-organisations.en.ts'

export const fr = {
  title: 'Organisations',
  lead: 'Les noms que les personnes inscrites ont écrits et qui ne désignent encore aucune organisation approuvée. Une fois approuvée, elle est proposée à qui s’inscrit ensuite, et ses membres sont comptés ensemble.',
  doorText: 'Les noms écrits par les personnes inscrites, à approuver ou à réunir.',
  mayNot: 'L’équipe d’organisation de ce séminaire s’occupe des organisations des personnes inscrites.',
  caption: 'Noms écrits',
  columns: { name: 'Nom tel qu’écrit', people: 'Personnes', country: 'Pays', like: 'Ressemble à' },
  alsoWritten: names => `Écrit aussi : ${names}`,
  likeNone: 'rien de connu',
  emptyTitle: 'Rien à approuver',
  empty: 'Chaque inscription a une organisation approuvée, ou personne ne s’est encore inscrit.',
  one: {
    title: name => `« ${name} »`,
    people: count =>
      plural('fr', count, {
        one: '# personne s’est inscrite avec ce nom.',
        other: '# personnes se sont inscrites avec ce nom.',
      }),
    whatIsIt: 'Qu’est-ce que c’est ?',
    isNew: 'Une nouvelle organisation',
    isNewHint: 'Remplissez les champs ci-dessous',
    isOther: 'Une autre organisation approuvée',
    isOtherHint: 'Écrivez son nom ci-dessous',
    other: 'Nom de l’autre organisation',
    otherHint: 'Exactement comme il est connu, dans l’une ou l’autre de ses langues',
    newTitle: 'Si elle est nouvelle',
    name: 'Nom',
    nameHint: 'Dans sa propre langue ; il pourra être traduit plus tard',
    language: 'Langue du nom',
    languageHint: 'S’il est dans une autre langue encore, choisissez celle dans laquelle on la connaît le mieux ici',
    kind: 'Type',
    country: 'Pays',
    knownTo: 'Connue de',
    knownToSeminar: 'ce séminaire',
    knownToNetwork: 'tout le réseau, pour chacun de ses séminaires',
    public: 'Une organisation approuvée est publique : le formulaire la propose à tout le monde.',
    stays:
      'Personne n’y gagne ni n’y perd une place. S’il y a une limite par organisation, elle compte désormais ces personnes ensemble.',
    approve: 'Approuver',
  },
  kinds: organisationKinds.fr,
  approved: count =>
    plural('fr', count, {
      one: '# inscription relève maintenant d’une organisation approuvée.',
      other: '# inscriptions relèvent maintenant d’une organisation approuvée.',
    }),
  gone: 'Plus personne n’est inscrit avec ce nom : quelqu’un d’autre vient peut-être de l’approuver.',
  errors: {
    what: 'Dites ce que c’est.',
    other: 'Aucune organisation approuvée ne porte exactement ce nom. Choisissez-en une que la liste propose.',
    name: 'Indiquez le nom.',
    nameTooLong: 'Un nom compte au plus 200 caractères.',
    language: 'Choisissez la langue du nom.',
    kind: 'Choisissez un type.',
    country: 'Choisissez un pays dans la liste, ou aucun.',
    knownTo: 'Dites de qui elle est connue.',
  },
} satisfies Messages<typeof en>
