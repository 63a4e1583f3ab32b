import type { Messages } from '#ground/languages/say.ts'
import type { en } from './seminar-file.en.ts'

export const fr = {
  expected: {
    plain: {
      'per-organisation':
        'Écrivez combien de personnes d’une même organisation peuvent avoir une place : un nombre entier, 1 au moins.',
      'per-form': 'Écrivez combien de personnes un même formulaire peut inscrire : un nombre entier de 1 à 20.',
      'offer-hours': 'Écrivez pendant combien d’heures une place proposée est gardée : un nombre entier de 1 à 720.',
      days: 'Écrivez un nombre de jours après le séminaire : un nombre entier de 0 à 3 650.',
      'quota-condition':
        'Dites qui ce quota compte : par « categories », « regions » ou « territory », l’un d’eux au moins.',
      'quota-overall':
        'Choisissez une autre clé : « overall » est le quota de tout le séminaire, celui que fixe « capacity ».',
      'question-options': 'Donnez la liste des réponses à choisir, chacune avec une clé et un libellé.',
      'question-no-options':
        'Supprimez ces réponses à choisir, ou donnez à la question le type « choice » ou « several ».',
      'question-condition': 'Écrivez une seule condition : « question » et « is » ensemble, ou « category » seule.',
      'promotion-after-closing':
        'Les places de la liste d’attente doivent être attribuées jusqu’à la clôture des inscriptions au moins : une place libérée entre-temps ne pourrait aller à personne.',
      'promotion-before-end':
        'L’attribution des places de la liste d’attente doit s’arrêter avant la fin du séminaire.',
      'changes-before-end': 'La modification des réponses doit s’arrêter avant la fin du séminaire.',
      'document-address':
        'Écrivez une adresse web entière, qui commence par https://, ou celle d’un fichier d’ici : /files/….',
      'ends-next-day':
        'La fin doit venir après le début. Si cela se termine le lendemain, dites-le : ajoutez « until » avec ce jour.',
      'until-next-day': 'Indiquez le jour où cela commence ou le lendemain : rien ne dure plus d’une nuit.',
      'day-once': 'Indiquez chaque jour une seule fois : celui-ci figure déjà plus haut.',
      'day-after-first': 'Retirez ce jour : c’est celui du séminaire, dont les heures sont indiquées sous « hours ».',
    },
    knownTerritory: known =>
      `Écrivez le « slug » d’un territoire public de cette installation, par exemple : ${known}.`,
    noTerritory:
      'Cette installation n’a pas encore de territoire public. Ajoutez d’abord le territoire, ou comptez par région.',
    earlierQuestion: known => `Nommez une question placée plus haut, du type « choice » ou « several » : ${known}.`,
    noEarlierQuestion:
      'Aucune question du type « choice » ou « several » n’est placée plus haut. Déplacez-en une, ou supprimez la condition.',
    knownOption: known => `Nommez des réponses proposées par cette question : ${known}.`,
    noOption: 'Cette question ne propose encore aucune réponse. Écrivez-les d’abord.',
    knownPerson: known => `Nommez quelqu’un de la liste « people » : ${known}.`,
    noPerson: 'Ajoutez d’abord cette personne à la liste « people ».',
    knownRoom: known => `Nommez une salle de la liste « rooms » du programme : ${known}.`,
    noRoom: 'Ajoutez d’abord cette salle à la liste « rooms » du programme.',
    knownSlot: known => `Nommez un créneau du programme : ${known}.`,
    noSlot: 'Ajoutez d’abord ce créneau à la liste « slots » du programme.',
    knownInSlot: known => `Nommez une personne qui tient ce rôle dans ce créneau : ${known}.`,
    nobodyInSlot: 'Personne ne tient ce rôle dans ce créneau. Ajoutez-y d’abord la personne.',
    knownText:
      'Nommez un texte de ce fichier qui est traduit dans cette langue, par sa place : « title », « programme.slots.part-1.themes.0 ».',
    knownDay: known => `Indiquez un jour du programme (${known}), ou ajoutez celui-ci à ses « days ».`,
  },
  fields: {
    quota: 'Nom du quota',
    question: 'Question aux personnes qui s’inscrivent',
    hint: 'Explication de la question',
    option: 'Réponse proposée',
    room: 'Nom de la salle',
    role: 'Fonction d’une personne du programme',
    about: 'Présentation d’une personne du programme',
    document: 'Titre d’un document',
  },
} satisfies Messages<typeof en>
