import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './life.en.ts'

export const fr = {
  lives: {
    draft: 'brouillon',
    announced: 'annoncé',
    open: 'ouvert',
    full: 'complet',
    closed: 'inscriptions closes',
    'under-way': 'en cours',
    over: 'terminé',
    postponed: 'reporté',
    cancelled: 'annulé',
  },
  notice: {
    cancelledTitle: 'Ce séminaire est annulé',
    cancelled: day => `Il n’aura pas lieu le ${day}.`,
    postponedTitle: 'Ce séminaire est reporté',
    postponed: day => `Il n’aura pas lieu le ${day}. Cette page donnera la nouvelle date dès qu’elle sera connue.`,
    movedTitle: 'Ce séminaire a une nouvelle date',
    moved: (before, day) => `Il était annoncé pour le ${before}. Il aura lieu le ${day}.`,
    heldAgainTitle: 'Ce séminaire a finalement lieu',
    heldAgain: day => `Il aura lieu le ${day}.`,
    reason: 'Ce que l’équipe d’organisation écrit',
  },
  page: {
    kickerPostponed: place => `Séminaire · reporté · ${place}`,
    kickerCancelled: (day, place) => `Séminaire · annulé · ${day} · ${place}`,
    whenPostponed: day => `Reporté : la nouvelle date n’est pas encore connue. Il était annoncé pour le ${day}.`,
    calendarOut: 'Le retirer de mon agenda',
    cardPostponed: 'Le séminaire est reporté. Les inscriptions attendent sa nouvelle date.',
  },
  list: {
    postponed: day => `reporté · était annoncé pour le ${day}`,
    cancelled: day => `${day} · annulé`,
    moved: day => `${day} · nouvelle date`,
  },
  shut: {
    postponedTitle: 'Le séminaire est reporté',
    postponed: 'Les inscriptions attendent sa nouvelle date. La page du séminaire la donnera.',
  },
  api: {
    postponed: 'Le séminaire est reporté, et les inscriptions attendent sa nouvelle date.',
  },
  own: {
    postponed:
      'Votre inscription reste telle qu’elle est, et nous vous écrirons dès qu’il y aura une nouvelle date. Si vous savez déjà que vous ne viendrez pas, vous pouvez rendre ci-dessous ce que vous avez.',
    movedAsk:
      'Si vous ne pouvez pas venir à la nouvelle date, dites-le ci-dessous, pour qu’une autre personne puisse avoir la place.',
    held: 'Une place est réservée pour vous. Tant que le séminaire n’a pas de date, il n’y a rien à décider.',
    heldUntilCancelled: 'Une place était réservée pour vous. Le séminaire est annulé.',
    line: 'Vous êtes sur la liste d’attente, qui n’avance pas tant que le séminaire n’a pas de nouvelle date.',
    lineCancelled: 'Vous étiez sur la liste d’attente. Le séminaire est annulé.',
    rests:
      'Le séminaire est reporté : les réponses pourront de nouveau changer quand sa nouvelle date sera connue. Rien n’a été modifié.',
    ended: 'Le séminaire est annulé : les réponses restent telles qu’elles sont.',
    offerRests:
      'Tant que le séminaire n’a pas de date, une proposition n’est ni prise ni perdue. La place vous reste réservée, et un courriel vous dira quand répondre.',
  },
  letters: {
    postponedTitle: 'Le séminaire est reporté',
    postponed:
      'Les lettres disent que des personnes ont participé. Elles pourront être émises quand le séminaire aura une nouvelle date, à partir de ce jour-là.',
  },
  retentionRests: 'Pas encore compté : le séminaire n’a pas de date.',
  approvalRests: people =>
    plural('fr', people, {
      one: '# demande est restée telle quelle : le séminaire n’a pas de date, et aucune place n’est donnée entre-temps.',
      other:
        '# demandes sont restées telles quelles : le séminaire n’a pas de date, et aucune place n’est donnée entre-temps.',
    }),
} satisfies Messages<typeof en>
