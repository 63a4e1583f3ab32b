import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-documents.en.ts'

export const fr: Messages<typeof en> = {
  gone: 'n’est plus disponible',
  title: 'Fichiers du programme',
  lead: 'Les fichiers qu’une version publiée nomme. Enlever un document d’un créneau ne le ferme pas : les versions précédentes le nomment encore et restent ouvertes à tout le monde. Retirez le fichier, et plus personne hors de votre équipe ne pourra l’ouvrir.',
  door: 'Fichiers',
  columns: { document: 'Document', where: 'Nommé dans', since: 'Depuis', state: 'Qui peut l’ouvrir' },
  inVersion: (version, slots) => `${version} : ${slots}`,
  states: [
    'Votre équipe seule : le séminaire n’est pas annoncé',
    'Votre réseau : le séminaire n’est pas public',
    'Toute personne qui voit le séminaire',
  ],
  withdrawnSince: moment => `Retiré le ${moment} : votre équipe seule`,
  withdraw: 'Retirer',
  showAgain: 'Montrer à nouveau',
  none: 'Pas encore de fichier',
  noneText: 'Dès qu’une version publiée nomme l’un de vos fichiers, il figure ici.',
  withdrawTitle: name => `Retirer le fichier « ${name} » ?`,
  withdrawText:
    'Désormais, personne hors de votre équipe ne pourra l’ouvrir, dans aucune version, et aucune publication ne le rouvrira. Les versions gardent son titre et disent qu’il n’est plus disponible. Qui a déjà enregistré le fichier le garde.',
  withdrawButton: 'Retirer ce fichier',
  showTitle: name => `Montrer à nouveau le fichier « ${name} » ?`,
  showText: 'Toute personne qui voit le séminaire pourra de nouveau l’ouvrir, depuis chaque version qui le nomme.',
  showButton: 'Montrer ce fichier à nouveau',
  back: 'Tous les fichiers du programme',
  withdrawn: name => `« ${name} » est retiré : seule votre équipe peut l’ouvrir.`,
  shown: name => `« ${name} » n’est plus retiré : toute personne qui voit le séminaire peut l’ouvrir.`,
  same: name => `Rien n’a changé : « ${name} » était déjà ainsi.`,
  mayNot: 'Seule l’équipe d’organisation de ce séminaire peut retirer des fichiers.',
  onSlot: {
    withdrawn: 'Ce fichier est retiré : seule votre équipe peut l’ouvrir.',
    open: 'Une version publiée nomme ce fichier. L’enlever ici ne le ferme pas.',
    link: 'Retirer ou montrer un fichier',
  },
  log: { file: 'Fichier', withdrawn_at: 'Retiré le' },
}
