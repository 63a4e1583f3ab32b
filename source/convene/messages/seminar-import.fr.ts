import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './seminar-import.en.ts'

export const fr = {
  title: count =>
    plural('fr', count, {
      one: 'Sur un point, le fichier et le navigateur disent deux choses différentes',
      other: 'Sur # points, le fichier et le navigateur disent deux choses différentes',
    }),
  since: moment =>
    `Depuis le dernier import, le ${moment}, quelqu’un a modifié dans le navigateur ce qui suit, et le fichier dit autre chose. Choisissez pour chaque point. Rien n’est encore enregistré.`,
  neverImported:
    'Ce séminaire a été créé dans le navigateur. Là où le fichier dit autre chose, choisissez pour chaque point. Rien n’est encore enregistré.',
  browser: 'Garder ce qui s’y trouve maintenant',
  file: 'Prendre ce que dit le fichier',
  before: 'Au dernier import :',
  inFile: 'Dans le fichier :',
  beforeNothing: 'Au dernier import, il n’y avait rien ici.',
  fileSame: 'Le fichier n’a pas changé ici depuis.',
  nothing: '(rien)',
  order: path => `${path} : ordre de la liste`,
  rest: count => plural('fr', count, { one: 'Un autre point', other: '# autres points' }),
  restHint: 'Ils sont trop nombreux pour être montrés un par un. Une seule réponse vaut pour tous.',
  choose: 'Choisissez l’un des deux.',
  chooseNamed: place => `Choisissez l’un des deux pour ${place}`,
  allBrowser: 'Choisir partout ce qui s’y trouve maintenant',
  allFile: 'Choisir partout le fichier',
  import: 'Importer avec ces choix',
  meanwhileTitle: 'Le séminaire a changé depuis votre lecture',
  meanwhile: 'Quelqu’un l’a modifié entre-temps. Rien n’a été enregistré. Regardez à nouveau ce qui changerait.',
  mixedTitle: 'Ces choix ne vont pas ensemble',
  mixed:
    'Rien n’a été enregistré. Le fichier est juste, ce qui s’y trouve maintenant aussi, mais leur mélange ne l’est pas :',
  others: 'Ce que le fichier change par ailleurs',
  kept: count =>
    plural('fr', count, {
      one: 'Une modification faite dans le navigateur depuis le dernier import reste.',
      other: '# modifications faites dans le navigateur depuis le dernier import restent.',
    }),
  door: 'Le séminaire en fichier',
  doorText:
    'Télécharger tout le contenu de la page en un fichier YAML, pour le garder, le modifier et l’importer à nouveau.',
} satisfies Messages<typeof en>
