import type { Messages } from '#ground/languages/say.ts'
import type { en } from './sharing.en.ts'

export const fr = {
  title: 'Partages avec des personnes',
  lead: 'Fiches qu’une personne sans droit d’accès ici peut lire, avec leurs éléments, jusqu’à un jour donné.',
  leadSent: 'Chaque personne est prévenue par courriel.',
  giveLink:
    'Aucun courriel ne part de cette installation : personne n’est prévenu. Donnez vous-même ce lien à la personne. Elle se connecte avec l’adresse que vous avez indiquée et y trouve ce qui est partagé avec elle.',
  none: 'Rien n’est partagé',
  noneText: 'Pour partager une fiche, ouvrez-la et choisissez « Partager ».',
  record: 'Fiche',
  place: 'De',
  person: 'Personne',
  until: 'Jusqu’au',
  reason: 'Pourquoi',
  sharedBy: 'Partagé par',
  ended: 'terminé',
  end: 'Y mettre fin maintenant',
  endDone: 'Ce partage a pris fin.',
  share: 'Partager',
  formLead:
    'La personne se connecte avec cette adresse et lit cette fiche avec ses éléments : rien d’autre de cette mémoire, et jamais les points de vigilance.',
  formUnsent: 'Aucun courriel ne part de cette installation : vous lui donnerez ensuite vous-même un lien.',
  endsOn: 'Dernier jour',
  endsOnHint:
    'Un an au plus à partir d’aujourd’hui. Si la personne a aujourd’hui un droit d’accès ici, ce partage prend fin avec ce droit.',
  reasonHint: 'Dit à la personne et gardé dans l’historique.',
  done: 'C’est partagé : la personne est prévenue par courriel.',
  doneUnsent: 'C’est partagé : donnez vous-même à la personne le lien ci-dessous.',
  confidentialNote: 'Seule la personne qui a écrit une note confidentielle la partage.',
  mineTitle: 'Partagé avec vous',
  mineLead: 'Fiches de territoires et de réseaux que l’on vous a montrées.',
  mineNone: 'Rien n’est partagé avec vous',
  mineNoneText: 'Lorsqu’une fiche est partagée avec vous, elle se trouve ici jusqu’à son dernier jour.',
  unnamed: '(sans nom)',
  formTitle: name => `Partager « ${name} »`,
  mail: {
    name: 'Une fiche est partagée avec vous',
    subject: place => `${place} : une fiche pour vous`,
    text: (name, place) => `${place} partage avec vous une fiche de sa mémoire : « ${name} ».`,
    note: place => `${place} partage avec vous une note de sa mémoire.`,
    until: day => `Vous pouvez la lire jusqu’au ${day}, en vous connectant avec cette adresse.`,
    why: reason => `Pourquoi : ${reason}`,
    button: 'La lire',
  },
  errors: {
    endsOn: 'Indiquez un dernier jour à partir d’aujourd’hui, un an au plus.',
    reason: 'Dites pourquoi, en quelques mots.',
    already: 'Cette fiche est déjà partagée avec cette personne : mettez d’abord fin à ce partage.',
    yourself:
      'On ne partage pas avec soi-même : vous lisez cette mémoire par votre propre droit d’accès. Indiquez l’adresse d’une autre personne.',
  },
} satisfies Messages<typeof en>
