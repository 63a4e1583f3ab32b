import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-list.en.ts'

const people = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const fr = {
  filters: {
    language: 'Langue de nos courriels',
    quota: 'Comptées par le quota',
    invitation: 'Invitation',
    guestList: 'Liste de personnes',
    priority: 'Priorité',
    prioritised: 'avec une priorité à part',
    needs: 'Besoins',
    withNeeds: 'ont besoin de quelque chose',
    size: 'Sur chaque page',
    perPage: count => people(count, '# personne', '# personnes'),
  },
  priorityIs: priority => `priorité ${number('fr', priority)}`,
  writeToTicked: 'Leur écrire',
  all: {
    title: count => people(count, 'Avec la seule personne qui correspond', 'Avec les # personnes qui correspondent'),
    hint: 'Toutes les personnes qui correspondent aux choix au-dessus de la liste, sur toutes les pages. La page suivante dit combien sont concernées, avant que rien ne soit fait.',
    approve: 'Tout approuver',
    refuse: 'Tout refuser',
    cancel: 'Tout annuler',
    write: 'Écrire à toutes',
    tooManyToWrite: most =>
      `Avec ces choix, on ne peut écrire qu’à des personnes choisies par leur nom, ${number('fr', most)} au plus : resserrez la liste, ou choisissez dans l’envoi par état, catégorie, région ou langue.`,
  },
  sure: {
    approveTitle: count => people(count, 'Approuver # inscription ?', 'Approuver # inscriptions ?'),
    approveText:
      'Chaque personne pour qui il reste une place la reçoit, dans l’ordre de la liste ; les autres passent en liste d’attente. Un courriel le dit à chaque personne.',
    approveButton: count => people(count, 'Approuver # inscription', 'Approuver # inscriptions'),
    ofThese: (matching, possible) =>
      matching === possible
        ? people(
            matching,
            'La seule personne qui correspond est concernée.',
            'Les # personnes qui correspondent sont toutes concernées.',
          )
        : people(
            possible,
            `Sur ${number('fr', matching)} personnes qui correspondent, # est concernée ; rien ne change pour les autres.`,
            `Sur ${number('fr', matching)} personnes qui correspondent, # sont concernées ; rien ne change pour les autres.`,
          ),
    most: most =>
      `On en traite ${number('fr', most)} au plus à la fois, les premières d’abord. Revenez ensuite à la liste pour le reste.`,
    who: 'Qui est concerné',
    state: 'État',
    people: 'Personnes',
    changed: 'La liste a changé entre-temps, et rien n’est encore fait. Regardez les nouveaux nombres.',
    none: {
      approve: 'Aucune des personnes qui correspondent n’attend d’être examinée.',
      refuse: 'Aucune des personnes qui correspondent ne peut être refusée : une inscription confirmée s’annule.',
      cancel: 'Aucune des personnes qui correspondent n’a d’inscription à annuler.',
    },
  },
  hasPlace: count =>
    people(
      count,
      '# inscription est confirmée : elle ne peut plus être refusée, seulement annulée.',
      '# inscriptions sont confirmées : elles ne peuvent plus être refusées, seulement annulées.',
    ),
} satisfies Messages<typeof en>
