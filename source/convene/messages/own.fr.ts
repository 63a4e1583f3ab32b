import { frenchTimeOf, type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './own.en.ts'

const ahead = (people: number) =>
  plural('fr', people, {
    one: '# personne est devant vous',
    other: '# personnes sont devant vous',
    many: '# de personnes sont devant vous',
  })
const of = (taken: number, capacity: number) => `${number('fr', taken)} sur ${number('fr', capacity)}`

export const fr = {
  title: 'Mon inscription',
  of: name => `Inscription : ${name}`,
  lead: {
    confirmed: 'Votre place est confirmée.',
    requested: 'L’équipe d’organisation examine votre demande.',
    offered: 'Une place est réservée pour vous. Dites si vous la prenez.',
    refused: 'L’équipe d’organisation n’a pas pu accepter votre demande.',
    cancelled: 'Votre inscription est annulée.',
    handedOn: 'Vous avez cédé votre place à une ou un collègue.',
    expired: 'La place qui vous était réservée n’a pas été prise à temps : la proposition a pris fin.',
    first: 'Vous êtes en tête de la liste d’attente.',
    rank: rank => `Vous êtes sur la liste d’attente, au rang ${number('fr', rank)} : ${ahead(rank - 1)}.`,
    lineEnded: 'Vous êtes sur la liste d’attente. Il n’est plus attribué de place.',
  },
  seminarCancelled: 'Le séminaire est annulé. Il n’aura pas lieu.',
  reason: 'Ce que l’équipe d’organisation a écrit',
  requested: {
    next: 'Vous n’avez pas encore de place. Si votre demande est acceptée, vous en avez une aussitôt ; s’il n’y en a plus de libre, votre rang compte à partir du moment de votre demande. Un courriel vous le dit.',
  },
  waiting: {
    title: 'Ce que veut dire votre rang',
    means:
      'Votre rang compte vous-même et les personnes qui, devant vous, attendent les mêmes places. Celles qui attendent d’autres places ne vous gênent pas : une place peut donc aller à une personne plus loin dans la liste sans que vous perdiez votre rang.',
    full: 'Ce qui est complet en ce moment',
    direct: 'Dès qu’une place est à vous, vous l’avez aussitôt et un courriel vous le dit.',
    offer: hours =>
      plural('fr', hours, {
        one: 'Dès qu’une place peut être à vous, elle vous est réservée pendant # heure, et un courriel vous demande si vous la prenez.',
        other:
          'Dès qu’une place peut être à vous, elle vous est réservée pendant # heures, et un courriel vous demande si vous la prenez.',
      }),
    until: (moment, city) => `La liste d’attente reçoit des places jusqu’au ${moment}, ${frenchTimeOf(city)}.`,
    ended: (moment, city) =>
      `La liste d’attente a reçu des places jusqu’au ${moment}, ${frenchTimeOf(city)}. Les personnes qui attendaient encore à ce moment n’en ont pas reçu.`,
  },
  obstacles: {
    overall: (taken, capacity) => `Toutes les places : ${of(taken, capacity)} prises`,
    quota: (name, taken, capacity) => `${name} : ${of(taken, capacity)} prises`,
    organisation: (taken, capacity) => `Votre organisation : ${of(taken, capacity)} prises`,
    invitation: (taken, capacity) => `Votre invitation : ${of(taken, capacity)} prises`,
  },
  offer: {
    title: 'Une place est réservée pour vous',
    until: (moment, city) =>
      `Elle est à vous si vous la prenez avant le ${moment}, ${frenchTimeOf(city)}. Ensuite, elle va à la personne suivante.`,
    accept: 'Prendre la place',
    decline: 'Je n’en ai pas besoin',
    accepted: 'Vous avez une place. Un courriel le confirme.',
    tooLate: 'La proposition a pris fin.',
    notOffered: 'Il n’y avait pas de place proposée : cette page dit où en est votre inscription.',
  },
  undelivered: {
    title: address => `Notre dernier courriel n’a pas pu être remis à ${address}`,
    correct:
      'S’il y a une erreur dans l’adresse, écrivez à l’équipe d’organisation : elle la corrige. Une adresse ne se modifie pas depuis cette page, pour que personne ne puisse prendre votre place avec un lien trouvé.',
    ask: 'Si l’adresse est juste, demandez à la personne qui s’en occupe si elle reçoit les courriels de l’extérieur, et revenez sur cette page pour les nouvelles.',
  },
  code: {
    title: 'Votre code d’entrée',
    text: 'Montrez-le à l’accueil, sur papier ou sur un écran. Il ne contient aucun nom.',
    alt: name => `Code d’entrée : ${name}`,
    save: 'Enregistrer le code comme image',
  },
  letter: {
    title: 'Lettre de participation',
    text: (number, date) => `Votre lettre n° ${number} a été délivrée le ${date}.`,
    open: 'Ouvrir la lettre (PDF)',
  },
  when: 'Date',
  venue: 'Lieu',
  since: 'Depuis',
  registeredOn: 'Date d’inscription',
  seminarPage: 'La page du séminaire',
  calendar: 'Ajouter le séminaire à mon agenda',
  answers: {
    title: 'Ce que vous avez répondu',
    name: 'Nom',
    email: 'Adresse',
    category: 'Vous venez en tant que',
    organisation: 'Organisation',
    territory: 'Territoire',
    country: 'Pays',
    role: 'Fonction',
    language: 'Langue de nos courriels',
    languages: 'Langues que vous comprenez',
    invitation: 'Invitation',
    byInvitation: 'Vous avez utilisé le code d’une invitation',
    noAnswer: 'sans réponse',
  },
  noNeeds: 'Rien n’a été indiqué.',
  consents: {
    title: 'Ce que vous avez accepté',
    given: 'oui',
    notGiven: 'non',
    byDelegate: 'indiqué pour vous par la personne qui a fait votre inscription',
    onDate: moment => `le ${moment}`,
    change: 'Changer ce que j’accepte',
    lead: 'Cochez ce que vous acceptez. Ce qui est nécessaire à une inscription ne prend fin qu’avec elle.',
    required:
      'Ce consentement est nécessaire tant que votre inscription dure. Pour le retirer, retirez votre inscription.',
    save: 'Enregistrer',
    saved: 'C’est enregistré : ce que vous acceptez est à jour.',
    none: 'Ce séminaire ne demande aucun consentement que vous pourriez changer.',
  },
  actions: {
    title: 'Ce que vous pouvez faire',
    change: 'Modifier mes réponses',
    changeUntil: (moment, city) => `jusqu’au ${moment}, ${frenchTimeOf(city)}`,
    sayNeeds: 'Dire mes besoins',
    changeClosed: (moment, city) =>
      `Les réponses pouvaient être modifiées jusqu’au ${moment}, ${frenchTimeOf(city)}. Pour une correction, écrivez à l’équipe d’organisation.`,
    cancel: 'Rendre ma place',
    decline: 'Ne pas prendre la place proposée',
    withdraw: 'Retirer mon inscription',
    handOn: 'Céder ma place à une ou un collègue',
    consents: 'Changer ce que j’accepte',
    data: 'Voir tout ce qui est conservé sur moi',
    erase: 'Faire effacer mes données',
  },
  change: {
    title: 'Modifier mes réponses',
    lead: 'Modifiez ce qui n’est plus juste. Votre place, ou votre rang, reste à vous tant que les nouvelles réponses le permettent.',
    save: 'Enregistrer mes réponses',
    saved: 'Vos réponses sont enregistrées. Un courriel vous dit ce que nous avons maintenant.',
    unchanged: 'Rien n’a changé : ce sont les réponses que nous avions déjà.',
    noRoom:
      'Rien n’a été modifié, et vous gardez ce que vous aviez : avec ces réponses, il n’y a pas de place pour vous en ce moment.',
    noRoomFor: quotas => `Ce qui est complet – ${quotas}.`,
    tooLate: (moment, city) =>
      `Les réponses pouvaient être modifiées jusqu’au ${moment}, ${frenchTimeOf(city)}. Rien n’a été modifié.`,
    ended: 'Cette inscription a pris fin : ses réponses restent telles quelles.',
    taken: 'Une inscription existe déjà à ce nom et à cette adresse. Rien n’a été modifié.',
    address:
      'Seule l’équipe d’organisation peut corriger l’adresse. Pour qu’une autre personne vienne, cédez votre place.',
    needsApproval:
      'L’équipe d’organisation examine d’abord les demandes de cette catégorie : écrivez-lui, et elle fera ce changement. Rien n’a été modifié.',
    anotherPerson:
      'Ce nom semble être celui d’une autre personne. Pour qu’une autre personne vienne, cédez la place ; pour faire corriger un nom, écrivez à l’équipe d’organisation. Rien n’a été modifié.',
    handedOnWithin:
      'Cette place vous a été cédée au sein d’une organisation, et elle y reste. Si la vôtre a changé, écrivez à l’équipe d’organisation. Rien n’a été modifié.',
    needsTitle: 'Dire vos besoins',
    needsLead:
      'Les réponses qui ont décidé de votre place ne se modifient plus. Vous pouvez encore dire vos besoins et répondre aux questions de l’équipe d’organisation.',
  },
  cancel: {
    titlePlace: 'Rendre votre place ?',
    textPlace: seminar =>
      `Votre place à « ${seminar} » va aussitôt à la personne suivante de la liste. Vous ne pourrez pas la reprendre ; vous pourriez vous inscrire de nouveau et attendre.`,
    keepPlace: 'Garder ma place',
    titleOffer: 'Ne pas prendre la place qui vous est réservée ?',
    textOffer: seminar =>
      `La place à « ${seminar} » va aussitôt à la personne suivante de la liste, et votre inscription prend fin. Vous pourriez vous inscrire de nouveau, en fin de liste.`,
    buttonOffer: 'Ne pas prendre la place',
    keepOffer: 'Garder la proposition pour l’instant',
    title: 'Retirer votre inscription ?',
    text: seminar => `Votre inscription à « ${seminar} » prend fin, et votre rang avec elle.`,
    button: 'Rendre la place',
    buttonWithdraw: 'Retirer l’inscription',
    keepWaiting: 'Garder mon inscription',
    done: 'Votre inscription est annulée. Merci de nous avoir prévenus.',
    already: 'Votre inscription avait déjà pris fin.',
    over: 'Le séminaire est terminé : votre inscription reste telle quelle.',
  },
  handOn: {
    title: 'Céder votre place à une ou un collègue',
    lead: organisation =>
      `Votre place va à une autre personne de l’organisation « ${organisation} », dans la même catégorie que vous. Votre inscription prend fin ; un courriel part à chacune des deux personnes.`,
    givenName: 'Prénom de votre collègue',
    familyName: 'Nom de votre collègue',
    email: 'Adresse de courriel de votre collègue',
    language: 'Langue de nos courriels à votre collègue',
    told: 'J’ai dit à cette personne que son nom et son adresse sont donnés ici, et elle est d’accord',
    toldMissing: 'Demandez d’abord à votre collègue, puis indiquez ici son accord.',
    button: 'Céder la place',
    done: 'Nous avons écrit à votre collègue et à vous. Si la place pouvait être cédée, elle est maintenant à cette personne.',
    notPossible: 'Cette place ne peut pas être cédée. Rien n’a été modifié.',
  },
  data: {
    title: 'Tout ce qui est conservé sur vous',
    lead: 'Pour cette inscription, dans son état actuel.',
    download: 'Télécharger en fichier pour les programmes (JSON)',
    mails: 'Courriels qui vous sont adressés',
    noMails: 'Aucun courriel ne vous a été adressé.',
    mail: 'Courriel',
    written: 'Écrit',
    state: 'État',
    mailStates: {
      to_send: 'sur le départ',
      sending: 'en cours d’envoi',
      waiting_retry: 'sera envoyé de nouveau',
      sent: 'envoyé',
      failed: 'non remis',
      cancelled: 'non envoyé',
    },
    events: 'Ce qui est arrivé à votre inscription',
    at: 'Quand',
    what: 'Quoi',
    by: 'Par',
    became: state => `État : ${state}`,
    changed: 'Réponses ou place dans la liste modifiées',
    who: {
      registering: 'la personne qui a fait l’inscription',
      self: 'votre lien',
      organiser: 'l’équipe d’organisation',
      program: 'le programme',
    },
    never: 'Ce qui n’est conservé nulle part : ce que vous avez regardé, d’où, et avec quel appareil.',
  },
  erase: {
    title: 'Faire effacer vos données ?',
    text: seminar =>
      `Votre inscription à « ${seminar} » prend fin. Votre nom, votre adresse, vos réponses, vos besoins et vos consentements sont effacés aussitôt et ne peuvent pas être retrouvés ; cette page et son lien disparaissent avec eux. Il reste un nombre dans les statistiques : état, catégorie, pays et jour.`,
    button: 'Effacer mes données',
    doneTitle: 'Vos données sont effacées',
    done: 'Il ne reste de cette inscription rien qui vous nomme. Les sauvegardes plus anciennes le gardent jusqu’à leur suppression.',
    account:
      'Cette adresse a un compte ici. Votre inscription reste telle quelle ; demandez à l’administration d’effacer le compte et tout ce qui s’y rattache.',
  },
  notMe: {
    title: 'Cette inscription ne vient pas de vous ?',
    lead: seminar =>
      `Quelqu’un a fait une inscription à « ${seminar} » avec cette adresse. Si ce n’était pas vous et que vous n’en voulez pas, dites-le ici.`,
    text: 'L’inscription prend alors fin, et le nom et l’adresse sont effacés. L’ouverture de cette page n’a rien changé.',
    button: 'Ce n’était pas moi : effacer',
    doneTitle: 'C’est effacé',
    done: 'L’inscription a pris fin, et le nom et l’adresse sont effacés. Nous ne vous écrirons plus à ce sujet.',
  },
  errors: {
    email: 'Indiquez l’adresse de votre collègue.',
    givenName: 'Indiquez le prénom de votre collègue.',
    familyName: 'Indiquez le nom de votre collègue.',
    language: 'Choisissez la langue de nos courriels à votre collègue.',
  },
  keep: 'Gardez cette adresse pour vous : qui la connaît voit cette page et peut agir à votre place.',
  contact: 'Pour écrire à l’équipe d’organisation',
  badLink:
    'Ce lien n’est pas complet, n’est pas de nous, ou n’ouvre plus rien : ce vers quoi il menait a été effacé, ou il a été remplacé. Ouvrez celui de notre dernier courriel, sans rien y changer ; s’il n’ouvre rien non plus, écrivez à l’équipe d’organisation du séminaire.',
} satisfies Messages<typeof en>
