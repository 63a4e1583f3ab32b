import type { Locale } from '#ground/languages/locales.ts'
import { number as numberIn, plural as pluralIn } from '#ground/languages/say.ts'
import type { PartsMessages } from './parts.en.ts'

const number = (value: number) => numberIn('fr', value)
/** With the form for round millions, which take “de”. */
const plural = (count: number, one: string, other: string, many: string) => pluralIn('fr', count, { one, other, many })
const languages: Record<Locale, string> = { fr: 'français', es: 'espagnol', pt: 'portugais', en: 'anglais' }

export const fr = {
  frame: {
    skip: 'Aller au contenu',
    menu: 'Menu',
    workspace: 'Espace de travail',
    mainNavigation: 'Menu principal',
    languages: 'Langue',
    announcement: 'Annonce',
    breadcrumb: 'Vous êtes ici',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
    signedInAs: name => `Session ouverte : ${name}`,
    failedTitle: title => `Erreur : ${title}`,
    about:
      'Perenne aide l’action internationale des collectivités territoriales à survivre à un mandat. C’est un logiciel libre.',
    licence: 'Licence EUPL-1.2',
    accessibility: 'Accessibilité',
    source: 'Code source',
    privacy: 'Données personnelles',
    footNavigation: 'À propos de ce site',
  },
  form: {
    errors: count =>
      plural(
        count,
        'Il reste un point à corriger',
        `Il reste ${number(count)} points à corriger`,
        `Il reste ${number(count)} de points à corriger`,
      ),
    allRequired: 'Merci de répondre à chaque question, sauf mention « facultatif ».',
    optional: 'facultatif',
    required: 'obligatoire',
    choose: 'Choisir…',
    cancel: 'Annuler',
    dateForm: 'Année-mois-jour, par exemple 2018-07-05',
    fileLimit: size => `${size} au plus`,
    fileAgain: 'Un navigateur ne peut pas garder un fichier choisi : merci de le choisir à nouveau.',
    fileReceived: name => `Déjà reçu : ${name}. Ne choisissez un autre fichier que pour le remplacer.`,
    atMost: characters =>
      plural(
        characters,
        `${number(characters)} caractère au plus`,
        `${number(characters)} caractères au plus`,
        `${number(characters)} de caractères au plus`,
      ),
    codeHint: 'Les six chiffres du message que nous venons de vous envoyer',
    errorPrefix: 'Erreur :',
  },
  stale: {
    title: 'Cette page a été enregistrée entre-temps',
    explain:
      'Rien n’est perdu : voici les deux textes, partout où ils diffèrent. Choisissez pour chaque point ; rien n’est enregistré tant que vous n’avez pas confirmé.',
    theirs: (by, at) => `Enregistré entre-temps${by ? ` par ${by}` : ''}${at ? `, ${at}` : ''}`,
    yours: 'Ce que vous avez écrit',
    both: 'Garder les deux, l’un après l’autre',
    empty: '(laissé vide)',
    save: 'Enregistrer mes choix',
    continueEditing: 'Continuer à écrire avec mes choix',
  },
  table: {
    filters: 'Réduire la liste',
    apply: 'Afficher',
    clear: 'Tout afficher',
    sortBy: 'Trier par',
    sortedBy: (heading, descending) => `${heading}, ordre ${descending ? 'décroissant' : 'croissant'}`,
    pages: 'Pages de la liste',
    page: n => `Page ${number(n)}`,
    previous: 'Précédente',
    next: 'Suivante',
    range: (from, to, total) => `${number(from)} à ${number(to)} sur ${number(total)}`,
  },
  text: {
    notYet: source => `en ${languages[source]} ; pas encore en français`,
    stale: 'l’original a changé depuis cette traduction',
    regions: { america: 'Amérique latine', europe: 'Europe', other: 'Autre région' },
    pending: 'à confirmer',
    free: (free, capacity) =>
      plural(
        free,
        `${number(free)} place libre sur ${number(capacity)}`,
        `${number(free)} places libres sur ${number(capacity)}`,
        `${number(free)} de places libres sur ${number(capacity)}`,
      ),
    full: capacity => `Complet : les ${number(capacity)} places sont prises`,
    unlimited: 'Nombre de places non limité',
    taken: (taken, capacity) =>
      plural(
        taken,
        `${number(taken)} place prise sur ${number(capacity)}`,
        `${number(taken)} places prises sur ${number(capacity)}`,
        `${number(taken)} de places prises sur ${number(capacity)}`,
      ),
  },
  programme: {
    provisional: 'provisoire',
    introduction: 'Introduction',
    talk: 'Exposé',
    workshop: 'Atelier',
    part: numeral => `Partie ${numeral}`,
    moderation: names => `Modération : ${names}`,
    coordination: names => `Coordination générale : ${names}`,
    empty: 'Le programme n’est pas encore publié. Il paraîtra sur cette page.',
  },
  flash: { done: 'C’est fait', note: 'À noter', problem: 'Ce n’est pas fait' },
  errors: {
    403: {
      title: 'Cette page ne vous est pas ouverte',
      sentences: [
        'Elle est réservée aux personnes qui y ont reçu un accès, ou bien le formulaire est resté ouvert trop longtemps.',
        'Si vous venez de remplir un formulaire, revenez en arrière et envoyez-le à nouveau. S’il vous faut un accès, demandez-le à la personne qui organise le séminaire.',
      ],
    },
    404: {
      title: 'Il n’y a pas de page à cette adresse',
      sentences: [
        'L’adresse a peut-être été coupée en la copiant, ou la page a été retirée.',
        'Vérifiez l’adresse, ou repartez de l’accueil.',
      ],
    },
    409: {
      title: 'Les choses ont changé entre-temps',
      sentences: [
        'Une autre personne, ou vous-même dans une autre fenêtre, avez fait quelque chose dont votre demande ne tient pas compte.',
        'Rien n’a été écrasé. Revenez en arrière, rechargez la page et voyez où elle en est avant de recommencer.',
      ],
    },
    413: {
      title: 'C’est trop lourd pour être reçu',
      sentences: [
        'Le fichier ou le texte envoyé dépasse la limite, et rien n’en a été gardé ici.',
        'Revenez en arrière, choisissez un fichier plus léger ou raccourcissez le texte, puis envoyez à nouveau.',
      ],
    },
    422: {
      title: 'Votre envoi n’a pas pu être lu',
      sentences: [
        'Il n’est pas arrivé sous la forme que cette page attend, peut-être parce qu’il a été coupé en chemin.',
        'Revenez en arrière, rechargez la page et envoyez-le à nouveau.',
      ],
    },
    429: {
      title: 'Trop de demandes à la fois',
      sentences: [
        'Nous avons reçu de vous, en peu de temps, plus de demandes que nous ne pouvons en servir équitablement.',
        'Attendez un peu, puis réessayez. Rien de ce que vous avez fait avant n’est perdu.',
      ],
    },
    500: {
      title: 'Quelque chose a échoué de notre côté',
      sentences: [
        'Vous n’y êtes pour rien. La panne est notée, et ce que vous demandiez n’a peut-être pas été fait.',
        'Réessayez dans quelques minutes. Si vous aviez rempli un formulaire, le bouton « retour » du navigateur retrouve le plus souvent votre texte.',
      ],
    },
    503: {
      title: 'Perenne marque une pause',
      sentences: [
        'Le service démarre, s’arrête ou est en entretien, et ne peut pas répondre à l’instant.',
        'Réessayez dans quelques minutes. Ce qui est déjà enregistré n’est pas touché.',
      ],
    },
    507: {
      title: 'Il n’y a plus de place pour enregistrer',
      sentences: [
        'La machine qui porte ce site n’a plus d’espace libre. Rien n’a été enregistré, et ce qui l’était déjà n’est pas touché.',
        'Revenez en arrière : votre saisie y est encore. Réessayez plus tard, et prévenez les personnes qui tiennent ce site.',
      ],
    },
  },
  errorPage: {
    reference: 'Référence',
    quote: 'Donnez ce numéro si vous nous écrivez : il permet de retrouver ce qui s’est passé.',
    tryAgainIn: seconds =>
      plural(
        seconds,
        'Vous pourrez réessayer dans une seconde.',
        `Vous pourrez réessayer dans ${number(seconds)} secondes.`,
        `Vous pourrez réessayer dans ${number(seconds)} de secondes.`,
      ),
    home: 'Aller à l’accueil',
  },
  styleguide: {
    title: 'Guide des composants',
    lead: 'Chaque composant, dans chacun de ses états, tel qu’il paraît dans cette langue.',
    states: {
      plain: 'Ordinaire',
      hint: 'Avec une aide',
      error: 'Avec une erreur',
      disabled: 'Non disponible',
      optional: 'Facultatif',
      long: 'Texte long',
      emoji: 'Émojis et autres écritures',
      rightToLeft: 'Texte de droite à gauche',
      longWord: 'Un mot de 500 lettres',
      filled: 'Rempli',
      missingLanguage: 'Langue encore absente, traduction dépassée',
    },
    sections: {
      text: 'Textes',
      fields: 'Champs',
      choices: 'Choix',
      buttons: 'Boutons',
      table: 'Tableaux',
      places: 'Places, régions, états',
      programme: 'Programme',
      messages: 'Messages',
      stale: 'Deux personnes écrivent à la fois',
      errors: 'Pages d’erreur',
    },
    sample: {
      name: 'Nom complet',
      nameHint: 'Tel qu’il doit figurer sur le badge',
      nameError: 'Indiquez votre nom',
      email: 'Adresse électronique',
      telephone: 'Téléphone',
      message: 'Message à l’équipe d’organisation',
      language: 'Langue',
      category: 'Vous venez au titre de',
      date: 'Date',
      document: 'Document',
      code: 'Code reçu par courriel',
      news: 'J’accepte que mon nom et mon organisme figurent dans la liste remise aux participantes et participants.',
      paragraph:
        'Une action à l’international dure quand elle est connue dans la maison, mise par écrit, mesurée, et transmise par celles et ceux qui partent à qui arrive.',
      save: 'Enregistrer',
      remove: 'Retirer',
      confirmTitle: 'Retirer cette inscription ?',
      confirmText: 'La place revient aussitôt à la première personne de la liste d’attente.',
      saved: 'Vos modifications sont enregistrées.',
      seminar: 'Séminaire',
      nobody: 'Personne ne s’est encore inscrit',
      nobodyNext: 'Les inscriptions paraîtront ici. Envoyez l’adresse du séminaire aux personnes que vous invitez.',
      person: 'Personne',
      places: 'Places',
      region: 'Région',
      state: 'État',
      confirmed: 'confirmée',
      waiting: 'liste d’attente',
      refused: 'refusée',
      toExamine: 'à examiner',
      all: 'Toutes',
    },
  },
} satisfies PartsMessages
