import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-languages.en.ts'

export const fr = {
  title: 'Langues du programme',
  lead: 'Où en est le brouillon dans chaque langue, et dans quelles langues on peut lire la version publiée.',
  table: 'Langues du programme',
  draftEmpty: 'Le brouillon ne contient encore rien à traduire.',
  published: 'Version publiée',
  act: 'À faire',
  notReleased: 'Rien n’est encore publié',
  notPublished: 'Pas publiée dans cette langue',
  since: moment => `Depuis le ${moment}.`,
  canBeAdded: count =>
    plural('fr', count, {
      one: '# texte traduit depuis peut être publié.',
      other: '# textes traduits depuis peuvent être publiés.',
      many: '# de textes traduits depuis peuvent être publiés.',
    }),
  later: count =>
    plural('fr', count, {
      one: '# texte traduit depuis paraîtra avec la prochaine version.',
      other: '# textes traduits depuis paraîtront avec la prochaine version.',
      many: '# de textes traduits depuis paraîtront avec la prochaine version.',
    }),
  isSource: 'Langue d’origine',
  translate: 'Traduire',
  publish: 'Publier dans cette langue',
  onceExplained:
    'Une fois la version publiée, chaque langue ne peut y être ajoutée qu’une fois. Ce qui est traduit ensuite paraît avec la version suivante.',
  toRelease: 'Programme et versions',
  toLanguages: 'Langues du séminaire',
  mayNotTranslate:
    'Seules les personnes qui traduisent ce séminaire ou peuvent le modifier voient les textes de son brouillon.',
  mayNotPublish: 'Seules les personnes qui peuvent modifier ce séminaire publient son programme.',

  translateTitle: language => `Programme : traduction en ${language}`,
  translateLead: 'Le brouillon, dans l’ordre de la journée : d’abord l’original, à côté sa traduction.',
  filter: 'Quels textes',
  showAll: count => `Tous (${count})`,
  showToDo: count => `Manquants ou à mettre à jour (${count})`,
  toTable: 'Toutes les langues',
  noTexts: 'Rien à traduire',
  nothingToDo: 'Rien ne manque ni n’est à mettre à jour',
  nothingToDoNext: 'Le brouillon est complet dans cette langue.',
  groups: { programme: 'L’ensemble du programme', rooms: 'Salles', people: 'Personnes' },
  kinds: {
    name: 'Nom du programme',
    title: 'Titre',
    theme: 'Sous-thème',
    method: 'Méthode',
    document: 'Document',
    room: 'Salle',
    role: 'Fonction',
    about: 'Présentation',
  },
  person: number => `Personne ${number}`,
  changedSince: 'L’original a changé depuis. Il disait :',
  theirs: 'Ce qu’une autre personne a enregistré entre-temps',
  readOver: label => `${label} : j’ai relu le texte, il convient`,
  stillFits: label => `${label} : j’ai relu le texte, il convient à l’original d’aujourd’hui`,
  saveHint:
    'Seuls les textes que vous avez écrits ou modifiés sont enregistrés, comme provisoires ou comme relus, à votre choix.',
  saveDraft: 'Enregistrer comme provisoires',
  saveReviewed: 'Enregistrer comme relus',
  saved: count =>
    count === 0
      ? 'Rien n’a changé : rien n’a été enregistré.'
      : plural('fr', count, {
          one: '# texte est enregistré.',
          other: '# textes sont enregistrés.',
          many: '# de textes sont enregistrés.',
        }),
  savedSome: count =>
    plural('fr', count, {
      one: '# texte est enregistré. Les autres demandent encore un regard.',
      other: '# textes sont enregistrés. Les autres demandent encore un regard.',
      many: '# de textes sont enregistrés. Les autres demandent encore un regard.',
    }),
  gone: 'Ces textes ne sont plus dans le brouillon. Voici ce que vous aviez écrit',
  tooLong: (label, most) =>
    `${label} : ${plural('fr', most, {
      one: 'raccourcissez le texte à # caractère.',
      other: 'raccourcissez le texte à # caractères.',
      many: 'raccourcissez le texte à # de caractères.',
    })}`,
  trouble: {
    'text-not-empty': label => `${label} : écrivez le texte ; une traduction ne s’efface pas ici.`,
    'text-characters': label => `${label} : retirez les caractères invisibles.`,
    translation: label =>
      `${label} : une autre personne l’a traduit entre-temps. Son texte se trouve à côté du vôtre ; en enregistrant à nouveau, vous le remplacez.`,
    source: label => `${label} : l’original a changé pendant que vous écriviez. Lisez-le, puis enregistrez à nouveau.`,
  },

  publishTitle: language => `Publier le programme en ${language}`,
  publishLead: 'Cela ne crée pas de nouvelle version : celle que tout le monde voit se lit aussi dans cette langue.',
  notReleasedYet:
    'Rien n’est encore publié. La première version paraît dans les langues que vous choisissez en la publiant.',
  notOffered: 'Le séminaire n’est pas proposé dans cette langue. Ajoutez-la d’abord à ses langues.',
  nothing: 'Aucun texte ne peut encore être publié',
  nothingNext: 'Rien de ce qui est traduit ne correspond à la version publiée.',
  count: (count, version) =>
    plural('fr', count, {
      one: `# texte de la version « ${version} » sera publié.`,
      other: `# textes de la version « ${version} » seront publiés.`,
      many: `# de textes de la version « ${version} » seront publiés.`,
    }),
  drafts: count =>
    plural('fr', count, {
      one: '# d’entre eux est provisoire.',
      other: '# d’entre eux sont provisoires.',
      many: '# d’entre eux sont provisoires.',
    }),
  older: count =>
    plural('fr', count, {
      one: '# d’entre eux n’est plus à jour : on le lira avec une mention qui le dit.',
      other: '# d’entre eux ne sont plus à jour : on les lira avec une mention qui le dit.',
      many: '# d’entre eux ne sont plus à jour : on les lira avec une mention qui le dit.',
    }),
  anyhow: 'Vous pouvez publier quand même : on lira les autres textes dans leur langue d’origine, et la page le dira.',
  publishButton: language => `Publier en ${language}`,
  left: 'Ce qui n’est pas publié',
  why: {
    missing: count =>
      plural('fr', count, { one: 'Non traduit (#)', other: 'Non traduits (#)', many: 'Non traduits (#)' }),
    'other-original': count =>
      plural('fr', count, {
        one: 'Le brouillon ne dit plus ce qui a été publié : pour la prochaine version (#)',
        other: 'Le brouillon ne dit plus ce qui a été publié : pour la prochaine version (#)',
        many: 'Le brouillon ne dit plus ce qui a été publié : pour la prochaine version (#)',
      }),
  },
  toTranslate: 'Traduire ce qui manque',
  done: (language, count) =>
    plural('fr', count, {
      one: `Le programme est publié en ${language} : # texte.`,
      other: `Le programme est publié en ${language} : # textes.`,
      many: `Le programme est publié en ${language} : # de textes.`,
    }),
  already: language =>
    `La dernière version est déjà publiée en ${language}. Ce qui a été traduit depuis paraîtra avec la prochaine.`,
  stale: 'Le brouillon ou la version a changé depuis l’ouverture de cette page. Relisez, puis publiez.',
} satisfies Messages<typeof en>
