import { frenchTimeOf, type Messages } from '#ground/languages/say.ts'
import type { en } from './programme-panel-own.en.ts'

export const fr: Messages<typeof en> = {
  title: 'Ma place dans le programme',
  of: name => `Le programme et ${name}`,
  leads: {
    unanswered: 'L’équipe d’organisation vous propose de siéger à un panel. Dites si vous viendrez.',
    confirmed: 'Votre présence est confirmée. Merci.',
    declined: 'Vous avez dit que vous ne pouvez pas. Merci de nous l’avoir fait savoir.',
    mixed: 'Vous avez répondu pour tout ce qui vous était proposé.',
    part: 'Vous figurez au programme. Dites si vous viendrez, qui vous êtes, et si votre nom peut être affiché.',
    nothing: 'Vous ne figurez pas à ce programme en ce moment. Ce qui est conservé de vous est ci-dessous.',
  },
  when: 'Le séminaire',
  venue: 'Lieu',
  organisation: 'Organisation',
  parts: 'Ce qui vous est proposé',
  partsDone: 'Ce que vous faites',
  room: name => `Salle : ${name}`,
  as: {
    seat: region => `Siège au panel (${region})`,
    moderator: 'Modération',
    speaker: 'Intervention',
  },
  states: {
    open: 'pas encore d’invitation',
    invited: 'votre réponse est attendue',
    confirmed: 'vous viendrez',
    declined: 'vous ne pouvez pas',
  },
  draft: 'Les heures et les titres sont ceux du brouillon. Ils peuvent encore changer.',
  answer: {
    title: 'Votre réponse',
    question: 'Viendrez-vous ?',
    questionFor: slot => `Viendrez-vous à « ${slot} » ?`,
    yes: 'Je viendrai',
    no: 'Je ne peux pas',
    until: (moment, city) => `Vous pouvez la changer jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
    still: 'L’équipe attend encore votre réponse : viendrez-vous ?',
    done: 'Votre réponse est là. L’équipe d’organisation la voit.',
    doneNo:
      'Votre réponse est là. Le siège est libre pour quelqu’un d’autre, et vous ne serez plus dans la prochaine version du programme.',
    doneNoStillOn:
      'Votre réponse est là. Le siège est libre pour quelqu’un d’autre ; vous figurez encore au programme pour animer ou intervenir, tant que l’équipe ne vous en retire pas, et votre refus lui est signalé.',
    givenAway:
      'Ce siège ne vous est plus réservé, votre réponse n’a donc pas été prise. Si cela vous étonne, écrivez à l’équipe d’organisation.',
    closed: {
      begun:
        'Votre partie du programme a commencé : les réponses ne se donnent plus ici. Écrivez à l’équipe d’organisation.',
      cancelled: 'Le séminaire est annulé : aucune réponse n’est nécessaire.',
      postponed: 'Le séminaire n’a pas encore de nouvelle date. L’équipe d’organisation vous écrira de nouveau.',
    },
  },
  data: {
    title: 'Ce qui est dit de vous',
    lead: 'Ce que vous écrivez est un brouillon que voit l’équipe d’organisation. Tout le monde le lit une fois que l’équipe a publié le programme.',
    givenName: 'Prénom',
    familyName: 'Nom',
    language: 'Langue de nos courriels',
    wordsIn: 'Langue dans laquelle vous écrivez les deux textes ci-dessous',
    wordsInHint: 'L’équipe les fait traduire.',
    role: 'Votre fonction',
    roleHint: 'Par exemple : maire de …, direction des relations internationales',
    about: 'Quelques lignes sur vous',
    now: (language, text) => `En ce moment, en ${language} : ${text}`,
    shown: 'Votre nom',
    named: 'Mon nom peut être affiché pour tout le monde',
    namedHint:
      'Avec votre fonction, votre présentation et votre organisation : sur la page publique du programme, dans ses agendas et ses fichiers, et sur papier. Sans cela, votre fonction et votre organisation sont affichées sans votre nom, et votre présentation ne l’est pas. Vous pouvez revenir sur cet accord à tout moment : votre nom et votre présentation disparaissent aussitôt, sauf de ce qui a été imprimé ou téléchargé.',
    saved: 'C’est enregistré. L’équipe d’organisation le voit ; tout le monde, à la prochaine publication.',
    savedNotNamed: 'C’est enregistré. Votre nom n’est montré qu’à l’équipe d’organisation.',
    errors: {
      givenName: 'Écrivez votre prénom.',
      familyName: 'Écrivez votre nom.',
      long: 'Écrivez 100 caractères au plus.',
      language: 'Choisissez une langue.',
      roleLong: 'Écrivez 300 caractères au plus.',
      aboutLong: 'Écrivez 2 000 caractères au plus.',
    },
    yes: 'oui',
    no: 'non',
    stale: 'Ce qui est dit de vous a changé entre-temps',
  },
  button: 'Envoyer',
  same: 'Rien n’a changé.',
  address: email => `Nous vous écrivons à ${email}. Si cette adresse est fausse, dites-le à l’équipe d’organisation.`,
  noAddress: 'Nous n’avons plus votre adresse.',
  erase: {
    link: 'Faire effacer tout ce qui me concerne',
    title: 'Effacer tout ce qui vous concerne ?',
    text: seminar =>
      `Votre nom, votre adresse, votre fonction et votre présentation disparaissent de « ${seminar} », aussitôt et pour toujours. Si vous aviez un siège, il est libre pour quelqu’un d’autre. La raison n’est pas demandée.`,
    button: 'Tout effacer',
    doneTitle: 'C’est effacé',
    done: 'Plus aucune donnée vous concernant n’est conservée. Ce lien n’ouvre plus rien d’autre.',
    account: 'Vous avez aussi un compte ici : il revient à l’administration de l’effacer d’abord.',
  },
  seminarPage: 'La page du séminaire',
  keep: 'Gardez le courriel qui contient ce lien : il ramène ici. Ne le transmettez pas : qui l’ouvre répond en votre nom.',
  contact: 'Pour toute question',
  badLink:
    'Ce lien n’est pas valable. Il a peut-être été coupé en le copiant, ou un autre vous a été envoyé depuis : ouvrez le dernier courriel, ou écrivez à l’équipe d’organisation.',
}
