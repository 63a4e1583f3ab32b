import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './form.en.ts'

export const fr = {
  before: {
    title: 'À savoir',
    full: 'Toutes les places sont prises. Vous pouvez vous inscrire sur la liste d’attente : un courriel vous prévient dès qu’une place est à vous.',
    none: 'Aucune place n’est encore ouverte. Vous pouvez vous inscrire sur la liste d’attente : un courriel vous prévient dès qu’une place est à vous.',
    quotaFull: quota => `${quota} : complet. Vous pouvez rejoindre la liste d’attente.`,
    left: left => plural('fr', left, { one: 'Il reste une place.', other: 'Il reste # places.' }),
    quotaLeft: (quota, left) =>
      plural('fr', left, { one: `${quota} : il reste une place.`, other: `${quota} : il reste # places.` }),
    invited: 'Si des places sont gardées pour votre invitation, l’une peut encore être à vous.',
    perOrganisation: most =>
      plural('fr', most, {
        one: 'Chaque organisation a une place au plus ; ses autres membres vont sur la liste d’attente.',
        other: 'Chaque organisation a # places au plus ; ses autres membres vont sur la liste d’attente.',
      }),
    data: 'Ce que deviennent vos données',
    seenBy:
      'L’équipe d’organisation de ce séminaire voit ce que vous écrivez ; seuls ses membres qui suivent les inscriptions voient ce dont vous avez besoin.',
    needsErased: day => `Ce dont vous avez besoin (accès, repas) est effacé le ${day}.`,
    answersErased: day => `Votre fonction, vos langues et vos réponses aux questions sont effacées le ${day}.`,
    personsErased: day => `Votre nom et votre adresse sont effacés le ${day}.`,
    sooner: 'Vous pouvez faire tout effacer plus tôt, depuis votre page personnelle.',
  },
  organisation: {
    title: 'Votre organisation',
    hint: 'Écrivez son nom ; si elle nous est connue, nous la reconnaissons',
    territory: 'Territoire',
    territoryHint: 'La ville, la région… que vous représentez',
    code: 'J’ai un code d’invitation',
    invitation: 'Code d’invitation',
    invitationHint: 'Lettres et chiffres, tels que vous les avez reçus',
  },
  ask: {
    suggestions: 'Propositions',
    organisation: typed => `Est-ce l’une de celles-ci, ou « ${typed} » est-elle une autre organisation ?`,
    territory: typed => `Quel territoire désignez-vous par « ${typed} » ?`,
    note: questions =>
      plural('fr', questions, {
        one: 'Rien n’est perdu. Répondez à cette seule question, puis envoyez de nouveau.',
        other: 'Rien n’est perdu. Répondez à ces # questions, puis envoyez de nouveau.',
      }),
    isNew: typed => `Aucune d’elles : « ${typed} » est nouvelle`,
    noTerritory: 'Aucun d’eux : c’est un autre territoire',
    unanswered: {
      organisation: 'Dites de quelle organisation il s’agit.',
      territory: 'Dites de quel territoire il s’agit.',
    },
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
    noteHint: 'Ce que nous devrions préparer d’autre',
    questions: 'Questions de l’équipe d’organisation',
    noAnswer: 'Sans réponse',
    whenAnswered: (question, answers) => `Si vous avez répondu ${answers} à « ${question} »`,
    whenCategory: categories => `Seulement pour : ${categories}`,
    quoted: text => `« ${text} »`,
    told: 'Répondez pour vous, ou pour cette personne si vous l’avez prévenue et qu’elle est d’accord.',
  },
  others: {
    organisation: 'L’organisation',
    person: 'La personne',
    territoryHint: 'La ville, la région… que la personne représente',
    code: 'Un autre code d’invitation',
    invitationHint: 'Vide, l’invitation reste telle quelle',
    emailHint: 'Le lien vers la page personnelle y est envoyé',
    category: 'Participe en tant que',
    language: 'Langue des courriels',
    roleHint: 'Ce que la personne fait dans l’organisation',
    languages: 'Langues que la personne comprend',
    needs: 'Accès et repas : ce dont la personne a besoin',
    note: 'Avec les mots de la personne',
    noteHint: 'Ce qu’il faut préparer d’autre',
    whenAnswered: (question, answers) => `Si la réponse à « ${question} » est ${answers}`,
    errors: {
      givenName: 'Indiquez le prénom.',
      familyName: 'Indiquez le nom.',
      email: 'Indiquez l’adresse de courriel.',
      category: 'Choisissez la catégorie.',
      organisation: 'Indiquez le nom de l’organisation.',
      language: 'Choisissez la langue des courriels.',
      consent: 'Sans ce consentement, cette personne ne peut pas être inscrite.',
      roleTooLong: 'Dites la fonction en 200 caractères au plus.',
      needs: 'Choisissez les besoins dans la liste.',
      needTooLong: 'Dites les besoins en 1 000 caractères au plus ; le reste peut s’écrire par courriel.',
    },
  },
  delegation: {
    add: 'Ajouter une personne de ma délégation',
    most: people =>
      plural('fr', people, {
        one: 'Ce formulaire permet d’inscrire # personne.',
        other: 'Ce formulaire permet d’inscrire jusqu’à # personnes.',
      }),
    onlyOthers: 'Je ne participe pas moi-même : j’inscris seulement d’autres personnes',
    submit: people => plural('fr', people, { one: 'Envoyer # inscription', other: 'Envoyer # inscriptions' }),
    together:
      'Soit toutes les personnes sont inscrites, soit aucune ne l’est encore, si quelque chose ne va pas pour l’une d’elles. Chacune reçoit son courriel.',
    tooMany: people =>
      plural('fr', people, {
        one: 'Ce formulaire permet d’inscrire # personne. Retirez les autres et inscrivez-les avec un autre formulaire.',
        other:
          'Ce formulaire permet d’inscrire jusqu’à # personnes. Retirez les autres et inscrivez-les avec un autre formulaire.',
      }),
    twice: 'Cette personne est déjà dans le formulaire, plus haut.',
  },
  again: {
    title: 'Envoyez-le encore une fois',
    text: 'Votre formulaire est revenu plus vite que personne ne peut le lire, comme le font les programmes. Tout y est encore : vérifiez, puis appuyez de nouveau sur le bouton.',
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
    required: question => `Répondez à la question « ${question} ».`,
    tooLong: question => `Répondez à « ${question} » en 2 000 caractères au plus.`,
    number: question => `Pour « ${question} », indiquez un nombre, en chiffres.`,
    choice: question => `Pour « ${question} », choisissez l’une des réponses.`,
    date: question => `Pour « ${question} », indiquez un jour sous la forme année-mois-jour, par exemple 2018-07-05.`,
  },
  shut: {
    typed: 'Ce que vous aviez écrit',
    notRegistered:
      'Personne n’a été inscrit, et rien de tout cela n’est conservé. Voici encore une fois ce texte, si vous voulez le copier.',
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
    rank: 'Le rang compte la personne et celles qui, devant elle, attendent les mêmes places. Il avance à mesure que des places se libèrent, et chaque personne reçoit un courriel dès qu’une place est à elle.',
    mails:
      'Un courriel part à chaque adresse indiquée, avec le lien vers la page de cette personne. S’il n’est pas arrivé dans les dix minutes, cherchez-le parmi les indésirables, puis écrivez à l’équipe d’organisation.',
    known:
      'Les personnes déjà inscrites le restent comme avant, et le courriel leur rappelle où en est leur inscription.',
  },
} satisfies Messages<typeof en>
