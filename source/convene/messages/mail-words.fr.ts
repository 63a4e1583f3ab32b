import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './mail-words.en.ts'

export const fr = {
  title: 'Texte des courriels',
  lead: 'Chaque courriel qui part de lui-même a son texte habituel en quatre langues. Là où vous écrivez le vôtre, on reçoit le vôtre dans cette langue.',
  caption: 'Les courriels de ce séminaire',
  mayNot: 'Le texte des courriels revient à celles et ceux qui peuvent modifier ce séminaire.',
  mail: 'Courriel',
  states: { usual: 'habituel', own: 'le vôtre', missing: 'absent', stale: 'à revoir', wrong: 'à corriger' },
  explain: {
    missing: 'Vous avez écrit ce courriel dans une autre langue et pas dans celle-ci : on y reçoit le texte habituel.',
    stale: 'Le texte date d’avant le changement de l’original : on le reçoit tel quel.',
    wrong:
      'Un mot entre accolades est inconnu ou mal fermé : on reçoit le texte habituel jusqu’à ce que ce soit corrigé.',
  },
  missingCount: count =>
    plural('fr', count, {
      one: 'À # endroit, votre texte manque, est à revoir ou à corriger.',
      other: 'À # endroits, votre texte manque, est à revoir ou à corriger.',
    }),
  editLead:
    'Votre objet et votre texte prennent la place des nôtres. Ce qu’il faut savoir et faire reste, quoi que vous écriviez.',
  stays:
    'Restent : la salutation, le jour et le lieu, un rang, un délai ou une raison, le bouton vers la page personnelle, le moyen de dire « ce n’était pas moi », l’événement d’agenda, et à qui écrire.',
  in: language => `En ${language}`,
  subject: 'Objet',
  body: 'Texte',
  subjectHint: 'Vide : l’objet habituel.',
  bodyHint: 'Vide : le texte habituel. Une ligne vide commence un paragraphe.',
  begin: 'Partir du texte habituel',
  begun:
    'Voici le texte habituel. Changez ce que vous voulez et enregistrez ; tant que vous n’avez pas enregistré, rien ne change.',
  usual: 'Le texte habituel',
  usualNone: 'Tout ce que dit ce courriel reste ; votre texte vient avant.',
  save: 'Enregistrer et voir le courriel',
  saved: 'Le texte est enregistré.',
  takeBack: 'Revenir au texte habituel',
  takeBackTitle: 'Revenir au texte habituel ?',
  takeBackText:
    'Votre texte pour ce courriel est retiré dans toutes les langues. Les courriels qui ne sont pas encore partis reçoivent le texte habituel.',
  takenBack: 'Le texte habituel est revenu.',
  preview: 'Ce qu’on lit',
  previewText: 'Avec une personne qui n’existe pas.',
  textOf: { subject: 'Objet d’un courriel', body: 'Texte d’un courriel' },
} satisfies Messages<typeof en>
