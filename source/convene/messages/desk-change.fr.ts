import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-change.en.ts'

export const fr = {
  title: 'Corriger une inscription',
  link: 'Corriger les réponses',
  lead: 'Corrigez ce qui n’est pas juste : un nom, l’adresse, la catégorie, l’organisation. La place, ou le rang, reste tant que les nouvelles réponses le permettent.',
  address:
    'Avec une autre adresse, le premier courriel repart vers la nouvelle ; le lien personnel envoyé à l’ancienne n’ouvre alors plus rien.',
  save: 'Enregistrer les corrections',
  saved: 'Les corrections sont enregistrées, et un courriel le dit à la personne.',
  unchanged: 'Rien n’a changé : ce sont les réponses qui étaient déjà là.',
  tooLate: 'Le séminaire est terminé ou annulé : ses inscriptions restent telles quelles. Rien n’a été modifié.',
  ended: 'Cette inscription a pris fin : ses réponses restent telles quelles.',
  taken: 'Une autre inscription existe déjà à ce nom et à cette adresse. Rien n’a été modifié.',
  noRoom: full => `Rien n’a été modifié : avec ces réponses, il n’y a pas de place. Ce qui est complet – ${full}.`,
  obstacles: {
    organisation: (taken, capacity) => `L’organisation : ${number('fr', taken)} sur ${number('fr', capacity)} prises`,
    invitation: (taken, capacity) => `L’invitation : ${number('fr', taken)} sur ${number('fr', capacity)} prises`,
  },
  refuseHint: 'La demande ou l’attente prend fin ; la personne lit votre motif dans un courriel.',
  cancelHint: 'La place va à la première personne de la liste qui peut la prendre ; un courriel le dit à la personne.',
  cancelHintWaiting: 'L’inscription prend fin sans que vous en jugiez ; un courriel le dit à la personne.',
  meanwhile: (name, before, now) =>
    `${name} : l’inscription est passée entre-temps de « ${before} » à « ${now} ». Rien n’a été fait pour elle.`,
  meanwhileMore: count =>
    plural('fr', count, {
      one: '# autre a changé entre-temps et reste telle quelle.',
      other: '# autres ont changé entre-temps et restent telles quelles.',
    }),
  writtenTo: language => `Courriels en ${language}`,
  passed: (moment, name, category) => `${moment} : ${name} (${category})`,
  examined: moment => `examinée le ${moment}`,
} satisfies Messages<typeof en>
