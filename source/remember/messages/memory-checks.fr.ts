import type { Messages } from '#ground/languages/say.ts'
import type { en } from './memory-checks.en.ts'

export const fr = {
  title: 'Vérifications',
  lead: 'Ce qui manquerait à cette mémoire si tout le monde partait demain. Une remarque n’est pas un reproche : elle dit où regarder.',
  none: 'Aucune remarque.',
  noneText: 'Les vérifications n’ont rien trouvé. Elles sont refaites à chaque ouverture de cette page.',
  severities: { serious: 'À régler maintenant', attention: 'À regarder', hint: 'À compléter un jour' },
  count: n => (n <= 1 ? `${n} remarque` : `${n} remarques`),
  all: n => (n <= 1 ? 'Voir la remarque' : `Voir les ${n} remarques`),
  advice: 'Que faire',
  quiet: 'Vérifications qui n’ont rien trouvé',
  off: 'Désactivée',
  aside: n => (n <= 1 ? `${n} écartée` : `${n} écartées`),
  asideTitle: 'Remarques écartées',
  asideUntil: day => `jusqu’au ${day}`,
  asideForGood: 'sans terme',
  setAside: 'Écarter',
  setAsideTitle: name => `Écarter : ${name}`,
  setAsideText:
    'La remarque disparaît de la liste jusqu’au jour choisi ; elle revient alors si elle est toujours fondée.',
  takeUp: 'Reprendre',
  reason: 'Raison',
  reasonHint: 'Qui viendra après vous la lira.',
  until: 'Jusqu’au',
  untilHint: 'Laissé vide : sans terme.',
  isAside: 'La remarque est écartée.',
  isTakenUp: 'La remarque est reprise.',
  rule: 'Cette vérification, ici',
  threshold: {
    months: 'Seuil, en mois',
    days: 'Seuil, en jours',
    percent: 'Ressemblance à partir de laquelle deux noms sont signalés, en pour cent',
  },
  usual: n => `Valeur d’origine : ${n}.`,
  offChoice: 'Désactiver cette vérification pour cette mémoire',
  saved: 'La vérification est réglée.',
  save: 'Enregistrer',
  errors: {
    reason: 'Écrivez la raison, en 1 000 caractères au plus.',
    until: 'Choisissez un jour après aujourd’hui, ou laissez vide.',
    threshold: 'Écrivez un nombre entier, dans les limites de cette vérification.',
    gone: 'Cette remarque n’a plus lieu d’être.',
  },
  record: 'Fiche',
  remark: 'Remarque',
  remarks: {
    lastContact: day => `dernier contact : ${day}`,
    noContact: 'aucun contact noté',
    since: day => `depuis le ${day}`,
    heldBy: name => `titulaire : ${name}`,
    heldByGone: name => `titulaire : ${name}, qui n’exerce plus aucune fonction ici`,
    due: day => `prévu pour le ${day}`,
    ended: day => `échéance : ${day}`,
    by: day => `au plus tard le ${day}`,
    fee: year => `cotisation de ${year}`,
    feeDue: (year, day) => `cotisation de ${year}, à payer au plus tard le ${day}`,
    likeness: (name, percent) => `ressemble à « ${name} » (${percent} %)`,
    twice: name => (name === undefined ? 'une autre, sans nom' : `l’autre : « ${name} »`),
    languages: n => (n <= 1 ? `${n} langue manquante` : `${n} langues manquantes`),
    texts: n => (n <= 1 ? `${n} texte à mettre à jour` : `${n} textes à mettre à jour`),
    withdrawn: (code, day) => `secteur ${code}, retiré le ${day}`,
    decided: day => `du ${day}`,
  },
  network: {
    'fee-unpaid': {
      why: 'Un membre qui ne paie plus est souvent un membre qui s’en va.',
      advice: 'Rappelez-la au membre, ou notez ce qui a été convenu avec lui.',
    },
    'seat-in-person': { advice: 'Convenez avec le membre de l’inscrire au nom de la collectivité.' },
  },
  rules: {
    'commitment-overdue': {
      name: 'Engagement en retard',
      why: 'Une promesse que personne ne se rappelle est la première chose qu’un partenaire se rappelle.',
      advice: 'Tenez-le, convenez d’un autre jour, ou dites qu’il est abandonné et pourquoi.',
    },
    'agreement-notice-near': {
      name: 'Préavis ou renouvellement proche',
      why: 'Passé ce jour, l’accord continue ou s’arrête sans que personne l’ait choisi.',
      advice: 'Faites décider maintenant : continuer, renégocier, laisser finir.',
    },
    'fee-unpaid': {
      name: 'Cotisation impayée',
      why: 'Après deux années impayées, la plupart des réseaux retirent le droit de vote.',
      advice: 'Payez-la, ou écrivez au réseau pourquoi vous ne la payez pas.',
    },
    'seat-in-person': {
      name: 'Siège occupé à titre personnel',
      why: 'Le siège part avec la personne : à la prochaine alternance, il n’y en aura plus.',
      advice: 'Demandez au réseau de l’inscrire au nom de la collectivité.',
    },
    'relationship-dormant': {
      name: 'Relation en sommeil',
      why: 'Elle continue, et aucun contact n’est noté depuis plus longtemps que le seuil.',
      advice: 'Réveillez-la, terminez-la par une lettre, ou écrivez pourquoi elle peut rester en sommeil.',
    },
    'relationship-outlives-agreements': {
      name: 'Relation sans accord en vigueur',
      why: 'Tous ses accords ont pris fin ; ce qui se fait ne repose plus sur rien de signé.',
      advice: 'Renouvelez l’un d’eux, ou écrivez que la relation s’en passe.',
    },
    'relationship-without-lead': {
      name: 'Relation qu’aucun service ne pilote',
      why: 'Ce dont tout le monde s’occupe, personne ne s’en occupe.',
      advice: 'Désignez un service pilote et, dans ce service, une personne.',
    },
    'agreement-without-signature': {
      name: 'Accord avec une durée, mais sans signature',
      why: 'Il prendra fin sans que personne soit prévenu : rien ne dit qu’il est en vigueur.',
      advice:
        'Notez sa signature, avec la précision que l’on a : une année suffit, ou bien qu’on n’en sait pas la date.',
    },
    'agreement-without-end': {
      name: 'Accord sans terme ni renouvellement',
      why: 'Personne ne peut dire s’il est encore en vigueur.',
      advice: 'Cherchez sa durée dans le texte et notez comment il se renouvelle.',
    },
    'post-vacant': {
      name: 'Fonction dont on ne sait pas qui l’exerce',
      why: 'Personne n’est noté comme l’exerçant : ce qui parvient à cette fonction ne parvient peut-être à personne.',
      advice: 'Dites qui l’exerce, ou qu’elle n’existe plus.',
    },
    'post-held-for-now': {
      name: 'Fonction exercée à titre provisoire',
      why: 'L’intérim ou le maintien peut cesser du jour au lendemain.',
      advice: 'Faites nommer quelqu’un et notez depuis quand.',
    },
    'project-past-its-end': {
      name: 'Projet au-delà de sa fin prévue',
      why: 'Il passe encore pour être en cours ; les financeurs poseront la question.',
      advice: 'Clôturez-le, ou notez la nouvelle fin et qui l’a acceptée.',
    },
    'project-without-parties': {
      name: 'Projet sans organisations',
      why: 'Sans dire qui paie et qui fait, on ne peut ni raconter ni publier le projet.',
      advice: 'Ajoutez au moins qui le finance et qui le met en œuvre.',
    },
    'project-without-result': {
      name: 'Projet terminé dont on ne sait pas le résultat',
      why: 'Il a pris fin depuis plus longtemps que le seuil, et rien ne dit ce qu’il a donné : ni résultat, ni évaluation, ni enseignement.',
      advice: 'Ajoutez le bilan ou l’évaluation parmi ses documents, ou notez l’enseignement qu’on en a tiré.',
    },
    'project-sector-withdrawn': {
      name: 'Secteur qui n’est plus dans la liste du CAD',
      why: 'Le code a été retiré : un fichier qui le porte est refusé là où le projet se publie.',
      advice: 'Choisissez le secteur qui l’a remplacé.',
    },
    'document-past-retention': {
      name: 'Document gardé au-delà du délai',
      why: 'Le jour jusqu’auquel il fallait le garder est passé.',
      advice: 'Faites le tri avec les archives : l’éliminer, ou le garder pour toujours.',
    },
    'duplicate-actor': {
      name: 'Acteurs qui n’en font peut-être qu’un',
      why: 'Un partenaire inscrit deux fois a la moitié de son histoire de chaque côté.',
      advice: 'Comparez-les, et réunissez-les s’ils n’en font qu’un.',
    },
    'relationship-twice': {
      name: 'Relations qui n’en font peut-être qu’une',
      why: 'Même type, mêmes partenaires, mêmes années : ce qui se passe est raconté à moitié ici, à moitié là, et les deux paraissent en sommeil.',
      advice:
        'Comparez-les. Si elles n’en font qu’une, réunissez-les : vous choisissez ce qui vaut, et rien n’est perdu. Si elles sont bien deux, écartez la remarque en disant pourquoi.',
    },
    'organisation-without-identifier': {
      name: 'Partenaire sans identifiant valable',
      why: 'Sans le numéro d’un répertoire, rien ne distingue cette organisation d’une autre du même nom, ni ne la fait retrouver dans d’autres fichiers.',
      advice:
        'Ajoutez son numéro et le nom du répertoire : SIRET en France, ailleurs le numéro de l’institut de statistique.',
    },
    'commitment-without-day': {
      name: 'Engagement sans échéance',
      why: 'Ce qui n’a pas de jour n’est jamais en retard, et n’est jamais fait.',
      advice: 'Convenez d’un jour, même lointain.',
    },
    'relationship-without-contact': {
      name: 'Aucun contact noté',
      why: 'Rien ne dit qu’elle sommeille, ni qu’elle vit : seulement que personne n’a noté de contact.',
      advice: 'Notez le dernier dont on se souvienne, même ancien, même par sa seule année.',
    },
    'relationship-without-reason': {
      name: 'Relation dont on ne dit pas la raison',
      why: 'Une nouvelle équipe garde ce qu’elle comprend.',
      advice: 'Demandez à celles et ceux qui l’ont commencée, tant qu’il est temps.',
    },
    'project-without-description': {
      name: 'Projet sans description',
      why: 'Un titre ne dit pas ce que la population en a retiré.',
      advice: 'Écrivez deux phrases : ce qui se fait, et pour qui.',
    },
    'decision-without-document': {
      name: 'Décision sans son document',
      why: 'Sans le texte, on ne peut pas prouver la décision.',
      advice: 'Ajoutez le document, ou l’adresse où il est publié.',
    },
    'document-without-file': {
      name: 'Document sans fichier',
      why: 'La mémoire connaît ce document et ne l’a pas.',
      advice: 'Ajoutez le fichier, ou notez où le papier est conservé.',
    },
    'document-without-language': {
      name: 'Document dont la langue n’est pas dite',
      why: 'On ne peut ni le trouver par sa langue, ni le faire bien lire à voix haute.',
      advice: 'Dites en quelle langue il est écrit.',
    },
    'document-without-licence': {
      name: 'Document public sans licence',
      why: 'Personne ne peut réutiliser ce qui n’en dit rien.',
      advice: 'Choisissez une licence, ou dites qu’il n’y en a pas.',
    },
    'document-without-retention': {
      name: 'Document sans délai de conservation',
      why: 'Personne ne sait jusqu’à quand il faut le garder, ni qui en décidera ensuite.',
      advice: 'Demandez aux archives jusqu’à quand ; notez le jour, ou qu’il se garde en tout cas.',
    },
    'contact-long-unseen': {
      name: 'Personne perdue de vue',
      why: 'L’adresse est peut-être déjà celle d’une autre personne.',
      advice: 'Appelez, ou notez que la personne est partie.',
    },
    'translation-missing': {
      name: 'Nom public absent d’une des quatre langues',
      why: 'Un partenaire ne se retrouve pas sur une page dans une autre langue.',
      advice: 'Faites traduire le nom ; une ligne suffit.',
    },
    'translation-stale': {
      name: 'Traduction plus ancienne que l’original',
      why: 'L’original a changé depuis ; qui lit la traduction lit autre chose.',
      advice: 'Faites-la relire.',
    },
  },
} satisfies Messages<typeof en>
