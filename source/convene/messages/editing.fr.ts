import { frenchTimeOf, type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './editing.en.ts'

const n = (value: number) => number('fr', value)
const texts = (count: number) => plural('fr', count, { one: '# texte', other: '# textes' })

export const fr = {
  title: 'Modifier le séminaire',
  lead: 'Chaque partie a sa page. Ce que vous enregistrez se voit aussitôt, par toutes les personnes qui peuvent voir le séminaire.',
  door: 'Modifier le séminaire',
  doorText: 'Ses textes, sa date, son lieu, ses questions, ses consentements, ses organisations',
  mayNot: 'Votre droit d’accès ne permet pas de modifier ce séminaire.',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  nothingChanged: 'Rien n’était différent : rien n’a changé.',
  back: 'Toutes les parties',
  parts: {
    texts: 'Textes de la page',
    'when-and-where': 'Quand et où',
    languages: 'Langues',
    registration: 'Inscription',
    questions: 'Questions du formulaire',
    consents: 'Consentements',
    organisations: 'Organisations',
    contacts: 'Adresses de contact',
    rooms: 'Salles',
    people: 'Personnes au programme',
    days: 'Journées',
    programme: 'Programme',
    places: 'Places et quotas',
    words: 'Textes des courriels',
  },
  leads: {
    texts: 'L’original vient d’abord, ses traductions à côté. Quand l’original change, elles sont à relire.',
    'when-and-where': 'Le jour, ses heures, et comment s’y rendre.',
    languages: 'Les langues de la page et de son formulaire, et celles qu’on parle dans la salle.',
    registration: 'De quand à quand, pour qui, et combien de temps les réponses sont conservées.',
    questions:
      'Ce que le formulaire demande, outre le nom, l’adresse, la catégorie et l’organisation. Les réponses déjà données restent.',
    consents: 'Ce que les personnes acceptent en s’inscrivant. Un texte que quelqu’un a accepté ne change jamais.',
    organisations: 'Qui organise, participe et soutient. Les séminaires du réseau ont ces organisations en commun.',
    contacts: 'Où écrire au sujet du séminaire : une équipe ou une fonction, pas une personne.',
    rooms: 'Les salles où plusieurs choses se passent en même temps. Un créneau sans salle s’adresse à tout le monde.',
    people:
      'Qui modère, intervient ou siège à un panel. Noms et adresses sont visibles ici pour qui peut modifier le séminaire.',
  },
  overview: {
    part: 'Partie',
    holds: 'Ce qu’elle dit',
    complete: 'complet',
    missing: count => plural('fr', count, { one: '# manque', other: '# manquent' }),
    stale: count => plural('fr', count, { one: '# à relire', other: '# à relire' }),
    missingIn: languages => `manque : ${languages}`,
    staleIn: languages => `à relire : ${languages}`,
    nothingYet: 'rien pour le moment',
    filled: (filled, all) => `${n(filled)} sur ${texts(all)}`,
    until: moment => `jusqu’au ${moment}`,
    andMore: (names, count) => plural('fr', count, { one: `${names} · # de plus`, other: `${names} · # de plus` }),
    capacity: count => plural('fr', count, { one: '# place', other: '# places' }),
    slots: count => plural('fr', count, { one: '# créneau', other: '# créneaux' }),
    elsewhere: 'sur une page à part',
    more: 'Aussi',
    preview: 'Aperçu',
    previewText: 'La page et le formulaire tels qu’on les verra',
    copy: 'En faire une copie',
    copyText: 'Un nouveau séminaire, qui commence par ce que dit celui-ci',
    file: 'Le séminaire en fichier',
    fileText: 'YAML : à garder, à comparer, à modifier et à importer de nouveau',
  },
  programme: {
    file: 'Prendre le fichier',
    importFile: 'Importer un fichier',
    empty: 'Aucun créneau pour le moment',
    emptyText: 'La page du séminaire ne montre alors pas de programme.',
  },
  notes: {
    movingTitle: 'Ce séminaire est annoncé',
    moving:
      'Un nouveau jour enregistré ici est annoncé par courriel à toutes les personnes concernées ; les heures et le lieu se voient aussitôt, sans courriel. Pour donner un motif, ou reporter sans nouveau jour :',
    life: 'Vie du séminaire',
    compare: 'Lire les traductions à côté de l’original d’avant et de maintenant',
    places: capacity =>
      plural('fr', capacity, { one: 'Places et quotas : # place', other: 'Places et quotas : # places' }),
    retention: 'Ce qui est effacé, et quand',
  },
  field: {
    source: 'Texte d’origine',
    missing: language => `Manque : affiché dans la langue d’origine (${language}), et la page le dit`,
    stale: 'À relire : l’original a changé depuis',
    draft: 'Provisoire',
    machine: 'Traduction automatique, que personne n’a encore relue',
    reviewed: 'Relue',
    time: label => `${label} : heure`,
    timeOrMidnight: city => `Sur 24 heures, par exemple 10:00 ; ${frenchTimeOf(city)}. Vide : minuit, au début du jour`,
    timeOrEnd: city => `Sur 24 heures, par exemple 18:00 ; ${frenchTimeOf(city)}. Vide : la fin du jour, 23:59:59`,
    addLine: 'Ajouter une ligne',
    line: (label, position) => `${label}, ligne ${n(position)}`,
    yes: 'Oui',
    no: 'Non',
  },
  stale: {
    gone: 'Quelqu’un a retiré cet élément entre-temps. Ce que vous avez écrit est ci-dessous : l’enregistrer l’ajoute de nouveau.',
    order: 'Quelqu’un a changé cette liste entre-temps. La voici telle qu’elle est maintenant.',
    changed: 'Quelqu’un a changé cela entre-temps. Voici ce qu’il y a maintenant ; rien n’a été retiré.',
  },
  dropping: {
    label: 'Textes dans ces langues',
    hint: (count, languages) =>
      plural('fr', count, {
        one: `# texte existe dans cette langue : ${languages}. Si vous cochez, il est retiré ; l’historique le garde.`,
        other: `# textes existent dans ces langues : ${languages}. Si vous cochez, ils sont retirés ; l’historique les garde.`,
      }),
    choice: 'Les retirer',
  },
  list: {
    add: {
      questions: 'Ajouter une question',
      consents: 'Ajouter un consentement',
      organisations: 'Ajouter une organisation',
      contacts: 'Ajouter une adresse de contact',
      rooms: 'Ajouter une salle',
      people: 'Ajouter une personne',
    },
    newTitle: {
      questions: 'Nouvelle question',
      consents: 'Nouveau consentement',
      organisations: 'Nouvelle organisation',
      contacts: 'Nouvelle adresse de contact',
      rooms: 'Nouvelle salle',
      people: 'Nouvelle personne',
    },
    editTitle: {
      questions: 'Modifier la question',
      consents: 'Modifier le consentement',
      organisations: 'Modifier l’organisation',
      contacts: 'Modifier l’adresse de contact',
      rooms: 'Modifier la salle',
      people: 'Modifier la personne',
    },
    empty: {
      questions: 'Aucune question à vous pour le moment',
      consents: 'Aucun consentement pour le moment',
      organisations: 'Aucune organisation pour le moment',
      contacts: 'Aucune adresse de contact pour le moment',
      rooms: 'Pas encore de salle',
      people: 'Pas encore de personne',
    },
    emptyText: {
      questions: 'Le formulaire ne demande que le nom, l’adresse, la catégorie et l’organisation.',
      consents: 'Les personnes doivent savoir ce que deviennent leurs données avant de les donner.',
      organisations: 'La page ne dit alors pas qui organise le séminaire.',
      contacts: 'Les personnes n’ont alors pas d’adresse où écrire.',
      rooms: 'Chaque créneau s’adresse alors à tout le monde, sur place.',
      people: 'Les créneaux ne nomment alors que des organisations.',
    },
    columns: {
      order: 'Ordre',
      label: 'Texte',
      kind: 'Type',
      required: 'Obligatoire',
      asked: 'Posée',
      roles: 'Rôles',
      way: 'Adresse',
      languages: 'Langues',
    },
    up: what => `Monter : ${what}`,
    down: what => `Descendre : ${what}`,
    upShort: 'Monter',
    downShort: 'Descendre',
    moved: 'C’est déplacé.',
    cannotMove: 'Une question qui dépend de la réponse à une autre se place au-dessous d’elle. L’ordre n’a pas changé.',
    always: 'à tout le monde',
    ofCategories: categories => `aux catégories : ${categories}`,
    afterAnswers: (question, answers) => `après « ${question} » : ${answers}`,
    remove: 'Retirer',
    removed: 'C’est retiré.',
    removeTitle: what => `Retirer « ${what} » ?`,
    removeText: {
      questions: 'Le formulaire ne la pose plus.',
      consents: 'Le formulaire ne le demande plus.',
      organisations: 'Elle n’est plus nommée dans ce séminaire. Le réseau la garde pour ses autres séminaires.',
      contacts: 'La page et les courriels ne la montrent plus.',
      rooms: 'La salle disparaît du brouillon. Les versions publiées du programme la gardent.',
      people:
        'La personne disparaît du brouillon, et son nom, son adresse et les lignes à son sujet sont effacés. Les versions publiées ne montrent plus son nom ; la fonction et les lignes qui y figuraient y restent. Elle n’en est pas avertie ainsi.',
    },
    answered: count =>
      plural('fr', count, {
        one: '# réponse existe. Elle reste, avec la question telle qu’elle a été lue, dans les listes et les fichiers que vous en tirez.',
        other:
          '# réponses existent. Elles restent, avec la question telle qu’elle a été lue, dans les listes et les fichiers que vous en tirez.',
      }),
    agreed: count =>
      plural('fr', count, {
        one: '# personne y a répondu. Sa réponse reste, avec le texte exact qu’elle a lu.',
        other: '# personnes y ont répondu. Leurs réponses restent, avec le texte exact qu’elles ont lu.',
      }),
    inUse:
      'Impossible de retirer cela pour le moment : une question, une adresse de contact ou le programme y renvoie.',
    newVersion: {
      questions: count =>
        plural('fr', count, {
          one: '# réponse existe. Un autre texte, un autre type ou un autre choix font une nouvelle version à côté : c’est elle qu’on posera, et la réponse reste avec l’ancienne. Explication, ordre, condition et « obligatoire » changent sur place.',
          other:
            '# réponses existent. Un autre texte, un autre type ou un autre choix font une nouvelle version à côté : c’est elle qu’on posera, et les réponses restent avec l’ancienne. Explication, ordre, condition et « obligatoire » changent sur place.',
        }),
      consents: count =>
        plural('fr', count, {
          one: '# personne a répondu à ce texte. Un autre texte, ou un autre choix pour « obligatoire », fait une nouvelle version : elle sera demandée désormais, et le consentement donné reste avec le texte lu. Une langue qui manquait peut être ajoutée.',
          other:
            '# personnes ont répondu à ce texte. Un autre texte, ou un autre choix pour « obligatoire », fait une nouvelle version : elle sera demandée désormais, et les consentements donnés restent avec le texte lu. Une langue qui manquait peut être ajoutée.',
        }),
    },
    perhapsSettled:
      'Vous ne pouvez pas voir les inscriptions. Si quelqu’un a déjà répondu ou accepté, un autre texte fait une nouvelle version, et sa réponse reste.',
    perhapsThere:
      'Vous ne pouvez pas voir les inscriptions. Si quelqu’un a déjà répondu, la réponse reste avec le texte qui a été lu.',
    known: 'Une organisation que le réseau connaît',
    knownHint: 'Son nom et son type sont alors repris de là, quoi qu’il y ait ci-dessous ; choisissez ses rôles',
    ofNetwork:
      'Rien n’a été enregistré : les organisations appartiennent au réseau, et votre droit d’accès ne porte que sur ce séminaire. Vous pouvez en choisir une que le réseau connaît et fixer ses rôles ; pour une autre, adressez-vous à l’équipe du réseau.',
    shared: 'Les autres séminaires du réseau qui nomment cette organisation montrent ce que vous changez ici.',
  },
  question: {
    options: 'Choix proposés',
    optionsHint: 'Pour « un choix » et « plusieurs choix » : au moins un. Un choix laissé vide est retiré.',
    option: position => `Choix ${n(position)}`,
    addOption: 'Ajouter un choix',
    optionOrder: 'Choix et leur ordre',
    optionUp: position => `Monter le choix ${n(position)}`,
    asked: 'À qui elle est posée',
    askedAlways: 'À tout le monde',
    askedCategory: 'À certaines catégories seulement',
    askedAnswer: 'Après certaines réponses à une question précédente',
    categories: 'Catégories',
    answers: 'Réponses après lesquelles elle est posée',
    answersHint: 'D’une seule question',
    answer: (question, option) => `${question} : ${option}`,
    noEarlier: 'Aucune question à choix ne se trouve au-dessus de celle-ci.',
    oneQuestion: 'Cochez les réponses d’une seule question.',
    someCategory: 'Cochez au moins une catégorie.',
    someAnswer: 'Cochez au moins une réponse.',
  },
  checklist: {
    title: 'Avant de l’annoncer',
    openTitle: 'Ce qui manque encore',
    ready: 'Rien ne manque : le séminaire peut être annoncé.',
    complete: 'Rien ne manque.',
    missing: 'manque',
    advised: 'conseillé',
    done: 'fait',
    items: {
      day: 'Le jour est à venir',
      capacity: 'Nombre de places',
      closes: 'Une date limite qui n’est pas passée',
      organiser: 'Qui l’organise',
      contact: 'Une adresse de contact',
      consent: 'Un consentement obligatoire sur les données personnelles',
      presentation: 'Une présentation',
      programme: 'Un programme',
      translations: (missing, stale) =>
        missing === 0
          ? plural('fr', stale, { one: 'Traductions : # texte à relire', other: 'Traductions : # textes à relire' })
          : stale === 0
            ? plural('fr', missing, { one: 'Traductions : # texte manque', other: 'Traductions : # textes manquent' })
            : plural('fr', missing, {
                one: `Traductions : # texte manque, ${n(stale)} à relire`,
                other: `Traductions : # textes manquent, ${n(stale)} à relire`,
              }),
      translated: 'Traductions',
    },
    preview: 'Aperçu et annonce',
    state: 'État',
    what: 'Quoi',
  },
} satisfies Messages<typeof en>
