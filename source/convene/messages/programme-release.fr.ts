import type { Messages } from '#ground/languages/say.ts'
import type { en } from './programme-release.en.ts'

export const fr: Messages<typeof en> = {
  title: 'Programme',
  doorText: 'Publier le programme, comparer ses versions, l’imprimer',
  lead: 'Ce que vous modifiez est un brouillon, que seule l’équipe voit. Tout le monde voit la dernière version publiée ; elle reste telle quelle, à une adresse à elle.',
  draft: 'Le brouillon',
  draftEmpty:
    'Le brouillon ne contient encore aucun créneau. Ajoutez-en dans le fichier du séminaire, ou copiez un séminaire précédent.',
  edit: 'Voir le brouillon et son fichier',
  checks: 'Vérifications du brouillon',
  notYet: 'Rien n’est encore publié : seule l’équipe voit le programme.',
  same: 'Le brouillon dit la même chose que la dernière version : il n’y a rien à publier.',
  since: 'Ce que la publication changerait',
  sinceLead: (name: string) => `Par rapport à « ${name} », que tout le monde voit actuellement.`,
  release: 'Publier une version',
  name: 'Nom de la version',
  nameHint: 'Par exemple « Programme provisoire » ou « Programme définitif ».',
  note: 'Note',
  noteHint: 'Ce qui est nouveau, en une ou deux phrases. Tout le monde peut la lire.',
  provisional: 'Reste-t-il quelque chose à confirmer ?',
  isProvisional: 'Oui : la version est marquée comme provisoire',
  isFinal: 'Non : elle est définitive',
  languages: 'Langues de cette version',
  languagesHint: 'Dans une langue non cochée, le programme paraît dans sa langue d’origine, et le dit.',
  button: 'Publier pour tout le monde',
  versions: 'Versions publiées',
  released: (name: string) => `C’est publié : « ${name} ». Tout le monde voit cette version.`,
  stale: 'Quelqu’un a modifié le brouillon depuis l’ouverture de cette page. Relisez-le, puis publiez-le.',
  nothing: 'La dernière version dit déjà cela : rien n’a été publié.',
  errors: {
    name: 'Indiquez un nom pour la version.',
    long: 'Raccourcissez le nom à 300 caractères.',
    'note-long': 'Raccourcissez la note à 2 000 caractères.',
    characters: 'Écrivez le nom de la version avec des caractères ordinaires.',
  },
  mayNot: 'Seules les personnes qui peuvent modifier ce séminaire publient son programme.',
}
