import type { Messages } from '#ground/languages/say.ts'
import type { en } from './notes.en.ts'

export const fr = {
  title: 'Notes',
  lead: 'Ce qu’aucun dossier ne contient : le contexte, un enseignement, une mise en garde, ce que l’on vous a raconté.',
  caption: 'Notes, les faits les plus récents d’abord',
  add: 'Écrire une note',
  addOral: 'Noter une mémoire orale',
  kinds: {
    'oral-memory': 'Mémoire orale',
    context: 'Contexte',
    lesson: 'Enseignement',
    warning: 'Mise en garde',
    'contact-tip': 'À propos d’une personne',
    fact: 'Fait',
  },
  kindHints: {
    'oral-memory': 'Ce que vous a raconté une personne qui y était',
    context: 'Ce qui explique le reste',
    lesson: 'Ce qu’il faut refaire, ou ne plus faire',
    warning: 'Ce à quoi il faut prendre garde',
    'contact-tip': 'Comment travailler avec elle',
    fact: 'Ce qui est, et n’est écrit nulle part ailleurs',
  },
  kind: 'Type',
  anyKind: 'Tous les types',
  body: 'Avec vos mots, ou avec ceux de la personne qui raconte',
  told: 'Raconté par',
  toldHint: 'Une mémoire orale vient de quelqu’un.',
  when: 'Quand c’était',
  about: 'Au sujet de',
  circle: 'Visibilité',
  language: 'Langue',
  confidential: 'Confidentielle',
  confidentialTick: 'Je suis la seule personne à la lire, avec celles à qui je la montre',
  confidentialHint:
    'Les collègues n’en trouvent rien : ni dans les listes, ni dans la recherche, ni dans l’historique.',
  confidentialThen:
    'Cocher met fin aux partages de cette note faits par des collègues. Décocher ouvre la note telle qu’elle est à partir de ce moment : vous restez la seule personne à lire ce qu’elle disait quand elle était confidentielle.',
  somebody: 'Une personne dont le nom n’est pas gardé',
  newTitle: 'Écrire une note',
  editTitle: 'Modifier une note',
  removeTitle: 'Retirer cette note ?',
  removeText: 'Elle quitte les listes et la recherche.',
  emptyTitle: 'Aucune note',
  empty:
    'Aucune note que vous puissiez lire n’y correspond. Ce qui part avec les personnes mérite d’être noté tant qu’elles sont là.',
  emptyOutside: 'Aucune note n’est montrée ici.',
  errors: {
    whoTold: 'Dites qui l’a raconté : choisissez une personne, ou un autre type de note.',
    confidentialInside: 'Une note confidentielle est interne : choisissez « Interne ».',
    notAuthor: 'Seule la personne qui a écrit une note peut la rendre confidentielle.',
  },
} satisfies Messages<typeof en>
