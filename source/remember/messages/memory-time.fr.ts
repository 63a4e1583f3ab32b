import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './memory-time.en.ts'

export const fr = {
  title: 'Historique',
  lead: 'Lire tout ce que l’on savait un jour donné, voir ce qui diffère entre deux dates, ou suivre les derniers changements.',
  asItWas: 'L’état à un jour donné',
  day: 'Jour',
  dayHint: 'Chaque page montre alors ce que l’on savait le soir de ce jour-là.',
  read: 'Lire l’état à cette date',
  differences: 'Ce qui diffère',
  from: 'Entre le',
  to: 'et le',
  compare: 'Comparer',
  daysWrong: 'Indiquez deux jours, le plus ancien d’abord, aucun dans le futur.',
  none: 'Rien de ce que vous pouvez voir ne diffère.',
  tooMany:
    'Trop de choses diffèrent pour être comparées en une fois : choisissez deux jours plus proches l’un de l’autre.',
  latest: 'Derniers changements',
  noneYet: 'Rien n’a encore été écrit',
  noneYetText: 'Tout ajout, changement ou retrait s’affiche ici, avec la personne et la date.',
  when: 'Quand',
  who: 'Qui',
  whatHappened: 'Quoi',
  older: 'Plus anciens',
  newest: 'Revenir aux plus récents',
  before: 'Avant',
  after: 'Après',
  nothing: 'Rien',
  text: 'Texte',
  unnamed: '(sans nom)',
  recordLead:
    'Toutes les versions de cette fiche, la plus récente d’abord. Une version remise en place devient la plus récente ; rien ne se perd. Qui peut la voir et combien de temps elle est gardée restent comme aujourd’hui.',
  putBack: 'Remettre en place',
  putBackOutcome: {
    done: 'Cette version est de nouveau en place.',
    unknown: 'On n’en savait rien à ce moment-là : rien n’a été remis en place.',
    'file-gone':
      'Son fichier a été supprimé pour de bon, une fois passé le jour jusqu’auquel il devait être gardé. Un document ne revient pas sans son fichier : rien n’a été remis en place. Si vous avez encore le fichier, ajoutez-le comme nouveau document.',
    'part-gone':
      'Ce dont elle dépendait n’est plus là, par exemple une organisation ou une personne : rien n’a été remis en place.',
  },
  putBackAs: when => `Remise en place de l’état du ${when}`,
  today: 'Version actuelle',
  removed: 'Retirée',
  reason: text => `Raison : ${text}`,
  whole: 'Toute la page à cette date',
  open: 'Ouvrir la fiche',
  what: {
    new: 'Ajout',
    gone: 'Retrait',
    changed: 'Modification',
  },
  count: n => plural('fr', n, { one: '# fiche', other: '# fiches' }),
  kinds: 'Types de fiches',
  all: 'Toutes',
  between: (from, to) => `Entre le ${from} et le ${to}`,
  recordTitle: name => `Historique de « ${name} »`,
} satisfies Messages<typeof en>
