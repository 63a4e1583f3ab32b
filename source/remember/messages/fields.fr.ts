import type { Messages } from '#ground/languages/say.ts'
import type { en } from './fields.en.ts'

export const fr = {
  duringHint:
    'Avec la précision que vous avez : 1998, 06/2004, 12/06/2004, vers 2004, 2004–2010, depuis 2011, jusqu’en 2015',
  circle: 'Visibilité',
  circlePast:
    'Si vous l’ouvrez à plus de monde, ses versions passées s’ouvrent aussi : tout ce qui y a été écrit, même corrigé ou effacé depuis.',
  circleHints: {
    0: 'Les personnes qui ont ici un droit d’accès',
    1: 'Ainsi que les réseaux dont le territoire est membre',
    2: 'Tout le monde, sans se connecter',
  },
  atMost: 'Réserver à moins de monde ?',
  atMostAsWhole: 'Non : comme l’ensemble',
  beginsInside:
    'D’autres voient déjà l’ensemble, mais ce qui s’y ajoute commence en interne. Choisissez « Non : comme l’ensemble » pour le leur montrer aussi.',
  source: 'Langue d’origine des textes',
  sourceFixed: language => `Les textes sont écrits en ${language} ; les autres langues sont des traductions.`,
  language: 'Langue',
  otherLanguages: 'Autres langues',
  inLanguage: (label, language) => `${label} (${language})`,
  translations: 'La même chose dans les autres langues',
  organisation: 'Partenaire ou organisation',
  organisationHint: 'Choisissez parmi les organisations déjà connues.',
  organisationNew: 'Ou une nouvelle, par son nom',
  contact: 'Personne',
  contactHint: 'Choisissez parmi les personnes déjà connues.',
  contactNew: 'Ou une nouvelle personne, par son nom',
  nobody: 'Aucune personne en particulier',
  errors: {
    missing: 'Remplissez ce champ.',
    tooLong: 'C’est trop long : raccourcissez le texte.',
    during: 'Cette date n’a pas pu être lue. Écrivez par exemple 1998, 06/2004, vers 2004, 2004–2010 ou depuis 2011.',
    day: 'Indiquez un jour qui existe, par exemple le 5 juillet 2018.',
    circle: 'Choisissez qui peut le voir.',
    language: 'Choisissez une langue.',
    choice: 'Choisissez dans la liste.',
    organisation: 'Choisissez une organisation ou écrivez le nom d’une nouvelle.',
    oneOrganisation: 'Choisissez une organisation ou écrivez un nouveau nom : pas les deux.',
    person: 'Choisissez une personne ou écrivez le nom d’une nouvelle.',
    onePerson: 'Choisissez une personne ou écrivez un nouveau nom : pas les deux.',
    personKnown:
      'Une personne de ce nom est déjà connue : choisissez-la dans la liste. Si c’en est une autre, ajoutez-la d’abord sous « Personnes ».',
    sourceFirst: 'Remplissez d’abord le texte dans sa langue d’origine : celui-ci n’existe qu’en traduction.',
    notHere: 'Ce n’est pas connu ici : choisissez dans la liste.',
  },
} satisfies Messages<typeof en>
