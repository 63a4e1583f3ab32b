import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets-look.en.ts'

const n = (value: number) => number('fr', value)

export const fr: Messages<typeof en> = {
  changes: {
    title: 'Ce qui change dans les fiches connues',
    lead: 'Pour chaque champ : ce qui est connu → ce qui y sera.',
    who: 'Qui le voit',
    nothing: 'rien',
    before: 'Avant :',
    after: 'Après :',
    ofAgreement: name => `Accord : ${name}`,
    newAgreement: 'nouvel accord',
    publicTitle: 'Une partie est publique',
    publicText: count =>
      plural('fr', count, {
        one: '# fiche est publique, ou le devient : tout le monde lit ce que l’import y écrit.',
        other: '# fiches sont publiques, ou le deviennent : tout le monde lit ce que l’import y écrit.',
        many: '# de fiches sont publiques, ou le deviennent : tout le monde lit ce que l’import y écrit.',
      }),
    all: count => `Voir les ${n(count)} fiches modifiées`,
    shortened: (shown, count) => `Affichées ici : ${n(shown)} sur ${n(count)}.`,
    back: 'Revenir à la page entière',
  },
  correct: {
    lead: 'Ce qui est pareil dans une colonne est dit une fois. Tapez ce qu’il faut lire à la place, pour une ou plusieurs lignes de la liste, puis relisez.',
    read: 'Lire à la place',
    button: 'Relire avec ce que j’ai tapé',
    all: count =>
      plural('fr', count, {
        one: 'Accepter # proposition pour les erreurs',
        other: 'Accepter les # propositions pour les erreurs',
        many: 'Accepter les # de propositions pour les erreurs',
      }),
    append: 'L’ajouter à la suite de ce qui est connu',
    replace: 'Le mettre à la place de ce qui est connu',
    thatOne: name => `C’est « ${name} »`,
    cells: 'Cellules',
    more: count => `et ${n(count)} de plus`,
    stillWrong: typed => `« ${typed} » ne va pas non plus.`,
    nothingTyped: 'Rien n’a été tapé.',
    accepted: count =>
      plural('fr', count, {
        one: '# correction est lue.',
        other: '# corrections sont lues.',
        many: '# de corrections sont lues.',
      }),
  },
  comments: {
    title: 'Ce que disent les commentaires',
  },
  unread: {
    title: count =>
      plural('fr', count, {
        one: '# colonne n’est pas lue',
        other: '# colonnes ne sont pas lues',
        many: '# de colonnes ne sont pas lues',
      }),
    text: 'Ce qui y figure est laissé de côté :',
  },
  lists: {
    title: 'Ce classeur a d’autres listes',
    text: 'Chacune est lue et importée pour elle-même.',
    read: (sheet, kind) => `Lire « ${sheet} » : ${kind}`,
    waiting: 'Du même fichier, ceci attend encore :',
  },
  kept: {
    edited: 'Gardée : modifiée depuis',
    pointed: what => `Gardée : autre chose y mène, ${what}`,
    is: (kind, name) => `${kind} « ${name} »`,
    list: 'Ce qui reste, et pourquoi',
    noneTitle: 'Il n’en reste rien',
    none: 'Tout ce que l’import avait écrit a été repris.',
  },
  sample: {
    title: 'Rien sous la main ?',
    text: 'Essayez le classeur d’un service inventé, avec tout ce qu’ont les vrais : deux lignes de titres, des dates sous toutes les formes, des commentaires.',
    link: 'Télécharger le classeur d’exemple',
  },
}
