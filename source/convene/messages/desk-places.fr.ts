import { frenchTimeOf, type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './desk-places.en.ts'

const n = (value: number) => number('fr', value)
const places = (count: number) => plural('fr', count, { one: '# place', other: '# places' })
const freePlaces = (count: number) => plural('fr', count, { one: '# place libre', other: '# places libres' })
const waits = (count: number) => plural('fr', count, { one: '# personne attend', other: '# personnes attendent' })

export const fr = {
  title: 'Places et invitations',
  lead: 'Combien de places il y a, pour qui, et ce qu’elles deviennent.',
  overall: 'Tout le séminaire',
  quotas: 'Quotas',
  quota: 'Quota',
  capacity: 'Capacité',
  taken: 'Prises',
  held: 'Gardées pour des invitations',
  free: 'Libres',
  waiting: 'En attente',
  noLimitTitle: 'Sans limite',
  noLimit: 'Ce séminaire n’indique pas de capacité : chaque personne inscrite a une place.',
  overlap:
    'Les quotas se recouvrent : il faut de la place dans chaque quota qui compte la personne. Qui en attend plusieurs figure dans chacun ; ces nombres ne s’additionnent donc pas.',
  everybody: 'tout le monde',
  unknownTerritory: 'un territoire que vous ne voyez pas',
  remarks: {
    below: (name, capacity, taken) =>
      `« ${name} » : la capacité de ${n(capacity)} est inférieure aux ${places(taken)} prises. Personne ne perd la sienne ; aucune place n’est donnée tant que ${n(capacity)} ou plus sont prises.`,
    belowKept: (name, capacity, taken, held) =>
      `« ${name} » : ${places(taken)} prises et ${n(held)} gardées pour des invitations dépassent la capacité de ${n(capacity)}. Personne ne perd la sienne ; aucune autre n’est donnée tant qu’il n’y en a pas de libre.`,
    freeAndWaiting: (name, free, waiting) =>
      `« ${name} » a ${freePlaces(free)} alors que ${waits(waiting)} parmi celles qu’il compte : autre chose est complet pour elles. La liste d’attente dit quoi.`,
    freeAfterCutOff: (name, free, waiting) =>
      `« ${name} » a ${freePlaces(free)} alors que ${waits(waiting)} parmi celles qu’il compte : la liste d’attente ne reçoit plus de places.`,
    noPlaceAtAll: 'La capacité est de 0 : chaque personne inscrite va sur la liste d’attente.',
    noPlace: name => `« ${name} » a une capacité de 0 : chaque personne qu’il compte va sur la liste d’attente.`,
  },
  rules: 'Comment les places sont données',
  rule: 'Règle',
  holds: 'Réglage',
  approval: 'À examiner d’abord',
  noApproval: 'Personne : qui s’inscrit tant qu’il y a de la place en a une aussitôt',
  approvalFor: categories => `${categories} : pas de place avant votre accord`,
  approvalHint: 'Leurs demandes attendent votre réponse et ne tiennent pas de place',
  perOrganisation: 'Limite par organisation',
  perOrganisationIs: most => places(most),
  perOrganisationHint: 'Vide : pas de limite. Les personnes qui ont une place la gardent si vous baissez ce nombre',
  noLimitWord: 'pas de limite',
  promotion: 'La personne dont le tour vient',
  direct: 'a la place aussitôt',
  directChoice: 'A la place aussitôt',
  directHint: 'Un courriel le lui dit. Convient quand le temps presse',
  offer: hours =>
    plural('fr', hours, {
      one: 'reçoit une proposition, réservée # heure',
      other: 'reçoit une proposition, réservée # heures',
    }),
  offerChoice: 'Reçoit une proposition à accepter à temps',
  offerHint: 'La place est réservée entre-temps ; sans réponse, elle va à la personne suivante',
  offerHours: 'Heures de réservation d’une proposition',
  offerHoursHint: 'De 1 à 720. Ne compte que si les places sont proposées',
  promoteUntil: 'Fin de la liste d’attente',
  promoteUntilIs: moment => `${moment} ; après, elle ne reçoit plus de places`,
  promoteUntilHint: 'Pas avant la date limite d’inscription. Vide : au début du séminaire',
  changeUntil: 'Réponses modifiables jusqu’au',
  changeUntilHint: moment => `Vide : la date limite d’inscription, le ${moment}`,
  perForm: 'Personnes par formulaire',
  perFormIs: most => plural('fr', most, { one: '# au plus', other: '# au plus' }),
  perFormHint: 'De 1 à 20 : combien de personnes une délégation peut inscrire ensemble',
  timeOf: what => `${what} : heure`,
  zone: city => `Sur 24 heures, comme 23:59 ; ${frenchTimeOf(city)}. Vide : fin de la journée`,
  edit: 'Modifier les quotas et les règles',
  editLead:
    'Ce que vous enregistrez vaut aussitôt. Les places qui se libèrent vont à la liste d’attente au même instant.',
  capacityOfAll: 'Capacité de tout le séminaire',
  capacityHint:
    'Si elle est inférieure aux places prises, personne ne perd la sienne : aucune n’est donnée avant qu’assez de places aient été rendues',
  noCapacityHint: 'Vide : pas de limite. Une fois indiquée, elle se modifie mais ne s’enlève plus',
  newQuota: 'Nouveau quota',
  newQuotaNumbered: index => `Nouveau quota ${n(index)}`,
  addQuota: 'Ajouter un quota',
  nameIn: language => `Nom (${language})`,
  otherNames: 'Nom dans d’autres langues',
  countsCategories: 'Catégories comptées',
  countsRegions: 'Régions comptées',
  countsTerritory: 'Territoire compté',
  countsHint:
    'Il compte les personnes de l’une des catégories cochées et de l’une des régions cochées. Rien de coché : toutes les catégories, toutes les régions',
  removeQuota: 'Suppression',
  remove: 'Supprimer ce quota',
  removeHint: 'Personne ne perd sa place. Les personnes qui n’attendaient que ce quota reçoivent la leur',
  quotaNamed: name => `Le quota « ${name} »`,
  quotaThere: 'existe',
  quotaGone: 'n’existe pas',
  fieldOfQuota: (quota, field) => `${quota} : ${field}`,
  save: 'Enregistrer',
  saved: promoted =>
    promoted === 0
      ? 'Enregistré. Personne sur la liste d’attente n’a reçu de place.'
      : plural('fr', promoted, {
          one: 'Enregistré. # personne de la liste d’attente a reçu une place (ou une proposition).',
          other: 'Enregistré. # personnes de la liste d’attente ont reçu une place (ou une proposition).',
        }),
  errors: {
    number: 'Indiquez un nombre entier dans les limites données.',
    whole: 'Indiquez un nombre entier, 1 ou plus.',
    form: 'Indiquez un jour, et une heure comme 23:59.',
    'clock-change':
      'L’heure change à ce moment : elle n’existe pas ce jour-là, ou existe deux fois. Choisissez-en une autre.',
    'before-deadline':
      'La liste d’attente ne peut finir avant la date limite : de nouvelles personnes passeraient devant celles qui attendent.',
    'after-end': 'Ce moment est après la fin du séminaire.',
    'capacity-number': 'Indiquez le nombre de places, 0 ou plus.',
    'key-form': 'Donnez un autre nom au quota : celui-ci n’a pas de lettres dont faire une adresse.',
    'key-twice': 'Deux quotas ont la même adresse. Donnez un autre nom à l’un des deux.',
    'name-missing': 'Nommez le quota dans la langue du séminaire.',
    'name-too-long': 'Un nom peut avoir 200 caractères au plus.',
    'conditions-missing': 'Dites qui le quota compte : au moins une catégorie, une région ou un territoire.',
    'conditions-none-for-overall': 'Le quota de tout le séminaire compte tout le monde.',
    'territoryId-unknown': 'Choisissez un territoire de la liste.',
  },
  invitations: {
    title: 'Invitations',
    lead: 'Un code qui ouvre l’inscription aux personnes d’un partenaire. Des places peuvent être gardées pour elles jusqu’à un jour donné.',
    noneTitle: 'Aucune invitation pour l’instant',
    none: 'Une invitation est un code pour un partenaire. Ses places peuvent être gardées, pour que personne d’autre ne les prenne.',
    add: 'Créer une invitation',
    newTitle: 'Nouvelle invitation',
    editTitle: 'Modifier l’invitation',
    label: 'Pour qui',
    labelHint: 'Avec vos mots ; seule votre équipe les voit',
    code: 'Code',
    codeHint: 'De 8 à 20 lettres et chiffres. Vide : nous en créons un que personne ne peut deviner',
    address: 'Adresse à envoyer',
    places: 'Places',
    placesHint: 'Combien de personnes peuvent venir avec elle. Vide : sans limite',
    reserved: 'Garder ces places pour elles',
    reservedHint:
      'Elles sont retirées des places de tout le séminaire, et personne d’autre ne les reçoit. Les autres quotas comptent toujours',
    reservedUntil: 'Gardées jusqu’au',
    reservedUntilHint: 'Ensuite, ce qui n’a pas servi va à la liste d’attente. Vide : tant que le code est valable',
    validUntil: 'Code valable jusqu’au',
    validUntilHint: 'Vide : jusqu’à la fin des inscriptions',
    withoutApproval: 'Sans examen',
    withoutApprovalHint: 'Les demandes qui viennent avec elle ne sont pas examinées, quelle que soit la catégorie',
    priority: 'Priorité sur la liste d’attente',
    priorityHint: 'De −100 à 100, pour les personnes qui viendront avec elle désormais ; 0 pour la plupart',
    yes: 'Oui',
    no: 'Non',
    taken: 'Utilisées',
    takenOf: (taken, most) => (most === null ? n(taken) : `${n(taken)} sur ${n(most)}`),
    left: 'Restantes',
    anyNumber: 'sans limite',
    state: 'État',
    open: 'ouverte',
    usedUp: 'épuisée',
    kept: 'places gardées',
    keptUntil: moment => `places gardées jusqu’au ${moment}`,
    released: moment => `places libérées le ${moment}`,
    validUntilIs: moment => `valable jusqu’au ${moment}`,
    over: moment => `n’est plus valable depuis le ${moment}`,
    ended: moment => `a pris fin le ${moment}`,
    save: 'Enregistrer l’invitation',
    saved: 'L’invitation est enregistrée.',
    made: code => `L’invitation est créée. Son code est ${code}.`,
    noRoom: free =>
      free === 0
        ? 'Aucune place de tout le séminaire n’est libre : on ne peut pas en garder. Augmentez la capacité, ou ne gardez pas de places.'
        : plural('fr', free, {
            one: 'On ne peut garder que # place de plus de tout le séminaire.',
            other: 'On ne peut garder que # places de plus de tout le séminaire.',
          }),
    hasEnded: 'Cette invitation a pris fin et ne se modifie plus.',
    endingTitle: 'Quand elle ne sert plus',
    release: 'Libérer les places gardées',
    releaseTitle: label => `Libérer les places gardées pour « ${label} » ?`,
    releaseText:
      'Ce qui n’a pas servi va aussitôt à la liste d’attente. Le code ouvre encore l’inscription tant qu’il y a de la place.',
    releaseDone: 'Les places ne sont plus gardées.',
    notKept: 'Aucune place n’était gardée pour cette invitation.',
    end: 'Mettre fin à l’invitation',
    endTitle: label => `Mettre fin à l’invitation pour « ${label} » ?`,
    endText: taken =>
      taken === 0
        ? 'Le code n’ouvre plus l’inscription, et les places gardées vont à la liste d’attente. Elle ne peut pas être rouverte.'
        : plural('fr', taken, {
            one: 'Le code n’ouvre plus l’inscription, et les places gardées vont à la liste d’attente. La personne qui a une place par elle la garde. Elle ne peut pas être rouverte.',
            other:
              'Le code n’ouvre plus l’inscription, et les places gardées vont à la liste d’attente. Les # personnes qui ont une place par elle la gardent. Elle ne peut pas être rouverte.',
          }),
    endDone: 'L’invitation a pris fin.',
    errors: {
      form: 'Indiquez un jour, et une heure comme 23:59.',
      'clock-change':
        'L’heure change à ce moment : elle n’existe pas ce jour-là, ou existe deux fois. Choisissez-en une autre.',
      'label-missing': 'Dites pour qui est l’invitation.',
      'label-too-long': 'Dites pour qui elle est en 200 caractères au plus.',
      'code-form': 'Un code a de 8 à 20 lettres et chiffres, sans accents.',
      'code-taken': 'Une autre invitation de ce séminaire a ce code. Choisissez-en un autre.',
      'places-number': 'Indiquez combien de personnes peuvent venir avec elle, 1 ou plus.',
      'places-needed-to-reserve': 'Pour garder des places, dites combien.',
      'priority-number': 'Indiquez un nombre entier de −100 à 100.',
      'reservedUntil-past': 'Ce moment est passé : des places ne se gardent que jusqu’à un moment à venir.',
      'validUntil-past': 'Ce moment est passé : des places ne se gardent que pour un code encore valable.',
    },
  },
} satisfies Messages<typeof en>
