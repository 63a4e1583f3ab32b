import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './form.en.ts'

export const fr = {
  before: {
    title: 'À savoir',
    full: 'Toutes les places sont prises. Vous pouvez vous inscrire sur la liste d’attente : un courriel vous prévient dès qu’une place se libère.',
    none: 'Aucune place n’est encore ouverte. Vous pouvez vous inscrire sur la liste d’attente : un courriel vous prévient dès qu’une place est à vous.',
    quotaFull: quota => `${quota} : complet. Vous pouvez rejoindre la liste d’attente.`,
    left: left => plural('fr', left, { one: 'Il reste une place.', other: 'Il reste # places.' }),
    quotaLeft: (quota, left) =>
      plural('fr', left, { one: `${quota} : il reste une place.`, other: `${quota} : il reste # places.` }),
    invited: 'Si des places sont gardées pour votre invitation, l’une peut encore être à vous.',
    perOrganisation: most =>
      plural('fr', most, {
        one: 'Une organisation a une place au plus ; les autres personnes attendent.',
        other: 'Une organisation a # places au plus ; les autres personnes attendent.',
      }),
    data: 'Ce que deviennent vos données',
    seenBy:
      'L’équipe d’organisation de ce séminaire voit ce que vous écrivez ; ce dont vous avez besoin n’est vu que par celles et ceux qui y suivent les inscriptions.',
    needsErased: day => `Ce dont vous avez besoin (accès, repas) est effacé le ${day}.`,
    answersErased: day => `Votre fonction, vos langues et vos réponses aux questions sont effacées le ${day}.`,
    personsErased: day => `Votre nom et votre adresse sont effacés le ${day}.`,
    sooner: 'Vous pouvez faire tout effacer plus tôt, depuis votre page personnelle.',
  },
  organisation: {
    title: 'Votre organisation',
    hint: 'Écrivez son nom ; si elle nous est connue, nous la reconnaissons',
    territory: 'Territoire',
    territoryHint: 'Ville, région… pour laquelle vous venez',
    code: 'J’ai un code d’invitation',
    invitation: 'Code d’invitation',
    invitationHint: 'Lettres et chiffres, tels que vous les avez reçus',
  },
  ask: {
    suggestions: 'Propositions',
    organisation: typed => `Est-ce l’une de celles-ci, ou « ${typed} » est-elle une autre organisation ?`,
    territory: typed => `Quel territoire désignez-vous par « ${typed} » ?`,
    note: 'Rien n’est perdu. Répondez à cette seule question, puis envoyez de nouveau.',
    isNew: typed => `Aucune d’elles : « ${typed} » est nouvelle`,
    noTerritory: 'Aucun d’eux : c’est un autre territoire',
    unanswered: 'Choisissez l’une de ces réponses.',
    organisations: count => plural('fr', count, { one: '# organisation trouvée', other: '# organisations trouvées' }),
    territories: count => plural('fr', count, { one: '# territoire trouvé', other: '# territoires trouvés' }),
    noOrganisation: 'Aucune organisation trouvée : continuez, elle peut être nouvelle',
    noTerritoryFound: 'Aucun territoire trouvé',
  },
  person: {
    errorOf: (person, sentence) => `${person} : ${sentence}`,
    examined: 'L’équipe d’organisation examine d’abord cette demande, et répond par courriel',
    title: 'Vous',
    numbered: index => `Personne ${number('fr', index)}`,
    remove: index => `Retirer la personne ${number('fr', index)}`,
    more: 'Fonction et langues',
    role: 'Fonction',
    roleHint: 'Ce que vous faites dans votre organisation',
    languages: 'Langues que vous comprenez',
    languagesHint: 'Cela aide à prévoir l’interprétation',
    needs: 'Accès et repas : ce dont vous avez besoin',
    needsSeen: day =>
      `Vu seulement par les membres de l’équipe d’organisation qui suivent les inscriptions, et effacé le ${day}.`,
    noteHint: 'Tout ce que nous devrions encore préparer',
    questions: 'Questions de l’équipe d’organisation',
    noAnswer: 'Sans réponse',
    whenAnswered: (question, answers) => `Si vous avez répondu ${answers} à « ${question} »`,
    whenCategory: categories => `Seulement pour : ${categories}`,
    quoted: text => `« ${text} »`,
    told: 'Vous le dites pour vous, ou pour cette personne, que vous avez prévenue et qui est d’accord.',
  },
  delegation: {
    add: 'Ajouter une personne de ma délégation',
    most: people =>
      plural('fr', people, {
        one: 'Ce formulaire sert à # personne au plus.',
        other: 'Ce formulaire sert à # personnes au plus.',
      }),
    onlyOthers: 'Je ne participe pas moi-même : j’inscris seulement d’autres personnes',
    submit: people => plural('fr', people, { one: 'Envoyer # inscription', other: 'Envoyer # inscriptions' }),
    together:
      'Toutes sont inscrites ou, si quelque chose ne va pas pour l’une d’elles, aucune pour le moment. Chacune reçoit son courriel.',
    tooMany: people =>
      plural('fr', people, {
        one: 'Ce formulaire sert à # personne au plus. Retirez les autres et envoyez-les dans un autre formulaire.',
        other: 'Ce formulaire sert à # personnes au plus. Retirez les autres et envoyez-les dans un autre formulaire.',
      }),
    twice: 'Cette personne est déjà dans le formulaire, plus haut.',
  },
  again: {
    title: 'Envoyez-le encore une fois',
    text: 'Votre formulaire est revenu plus vite qu’une personne ne peut le lire, comme ceux des programmes. Tout y est encore : vérifiez, puis appuyez de nouveau sur le bouton.',
  },
  tooOften:
    'Cette adresse a servi à de nombreuses inscriptions en une heure. Prenez-en une autre, ou réessayez dans une heure.',
  invitation: {
    unknown:
      'Nous ne connaissons pas ce code pour ce séminaire. Vérifiez-le, ou videz le champ pour continuer sans lui.',
    ended: 'Cette invitation a pris fin. Videz le champ pour continuer sans elle.',
    usedUp: 'Toutes les places de cette invitation sont prises. Videz le champ pour continuer sans elle.',
  },
  answers: {
    required: 'Répondez à cette question.',
    tooLong: 'Une réponse compte au plus 2 000 caractères.',
    number: 'Indiquez un nombre, en chiffres.',
    choice: 'Choisissez l’une des réponses.',
    date: 'Indiquez un jour sous la forme année-mois-jour, par exemple 2018-07-05.',
  },
  shut: {
    typed: 'Ce que vous aviez écrit',
    notRegistered:
      'Personne n’a été inscrit, et rien de ceci n’est conservé. Le voici encore une fois, pour le copier si besoin.',
  },
  receipt: {
    requestedTitle: 'Votre demande est arrivée',
    requested: seminar =>
      `L’équipe d’organisation de « ${seminar} » l’examine et répond par courriel. Aucune place n’est retenue d’ici là.`,
    several: people =>
      plural('fr', people, { one: '# inscription est arrivée', other: '# inscriptions sont arrivées' }),
    severalLead: seminar => `Pour « ${seminar} », dans l’ordre de votre formulaire :`,
    confirmed: 'une place est confirmée',
    waiting: rank => `sur la liste d’attente, au rang ${number('fr', rank)}`,
    asked: 'la demande est à l’examen',
    rank: 'Un rang compte les personnes devant qui attendent les mêmes places, et la personne elle-même. Il avance dès qu’une place se libère, et un courriel prévient quand elle est à elle.',
    mails:
      'Un courriel part à chaque adresse indiquée, avec le lien vers la page de cette personne. S’il n’est pas arrivé dans les dix minutes, cherchez-le parmi les indésirables, puis écrivez à l’équipe d’organisation.',
    known: 'Qui avait déjà une inscription la garde telle quelle, et le courriel dit où elle en est.',
  },
} satisfies Messages<typeof en>
