import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const fr = {
  title: 'Noter à partir d’un courriel',
  lead: 'Enregistrez le courriel au format .eml depuis votre messagerie et choisissez-le ici, ou déposez-le sur le champ. Il devient une entrée interne du journal, que vous relisez ensuite.',
  file: 'Le courriel (.eml)',
  attachments: 'Pièces jointes',
  keep: 'Les garder comme documents',
  button: 'Reprendre le courriel',
  noSubject: 'Courriel sans objet',
  known: 'Ce courriel est déjà dans le journal : le voici.',
  taken: 'Le courriel est maintenant une entrée interne du journal. Relisez-la avant de la montrer plus largement.',
  unknown: count =>
    plural('fr', count, {
      one: 'Une adresse ne correspond à aucun contact : elle n’est pas gardée.',
      other: '# adresses ne correspondent à aucun contact : elles ne sont pas gardées.',
    }),
  kept: count =>
    plural('fr', count, {
      one: 'Une pièce jointe est gardée comme document.',
      other: '# pièces jointes sont gardées comme documents.',
    }),
  notKept: count =>
    plural('fr', count, {
      one: 'Une pièce jointe n’est pas gardée : programmes, archives et documents à macros ne sont pas acceptés.',
      other: '# pièces jointes ne sont pas gardées : programmes, archives et documents à macros ne sont pas acceptés.',
    }),
  errors: {
    missing: 'Choisissez le fichier d’un courriel.',
    tooLarge: most =>
      `Ce courriel dépasse ${most}. Notez-le à la main, puis ajoutez ses pièces jointes comme documents.`,
    damaged:
      'Ce n’est pas un courriel lisible. Depuis votre messagerie, enregistrez le message lui-même au format .eml.',
    tooMuch: 'Lire ce courriel demande plus de mémoire ou de temps qu’il n’est permis. Notez-le à la main.',
  },
} satisfies Messages<typeof en>
