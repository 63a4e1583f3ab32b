import { type Messages, number, plural } from '#ground/languages/say.ts'
import type { en } from './sheets.en.ts'

const n = (value: number) => number('fr', value)
const rows = (count: number) => plural('fr', count, { one: '# ligne', other: '# lignes', many: '# de lignes' })
const records = (count: number) => plural('fr', count, { one: '# fiche', other: '# fiches', many: '# de fiches' })

export const fr: Messages<typeof en> = {
  title: 'Import et export',
  lead: 'Importez le tableau que tient votre service, tel quel. Il est d’abord lu cellule par cellule : rien n’est écrit avant que vous le disiez, et un import s’annule.',
  upload: {
    title: 'Importer un tableau',
    kind: 'De quoi est-ce la liste ?',
    kindFound: 'À trouver d’après les titres',
    file: 'Le tableau',
    fileHint: most => `Un classeur (XLSX) ou un fichier texte (CSV), de ${n(most)} lignes au plus`,
    limit: '10 Mo',
    look: 'Lire le tableau',
    none: 'Choisissez le fichier du tableau.',
    kept: 'Un tableau lu mais pas encore importé est gardé chiffré, puis supprimé au bout d’un jour.',
    macros:
      'Ce classeur contient des macros, c’est-à-dire des programmes. Rien n’en a été ouvert. Enregistrez-le en XLSX, et envoyez celui-là.',
    tooManyRows: most =>
      `Le fichier a plus de lignes que nous n’en prenons : ${n(most)} au plus. Envoyez-le en plusieurs fichiers.`,
  },
  out: {
    title: 'Exporter un tableau',
    text: 'Avec les colonnes qui permettent de le rapporter : laissé tel quel, il ne change rien. Il contient ce que vous pouvez voir.',
    format: (kind, format) => `${kind} (${format})`,
    file: 'mémoire',
  },
  lists: {
    caption: 'Fichiers importés',
    file: 'Fichier',
    kind: 'Contenu',
    state: 'État',
    when: 'Quand',
    by: 'Par',
    result: 'Fiches créées, modifiées, inchangées',
    states: { 'looked-at': 'En attente', imported: 'Importé', undone: 'Annulé', forgotten: 'Jeté' },
    noneTitle: 'Aucun fichier pour l’instant',
    none: 'Les tableaux que vous importez figurent ici, avec ce qu’ils sont devenus.',
    somebody: 'Une personne dont les données ont été effacées',
  },
  counts: {
    create: 'Fiches créées',
    update: 'Fiches modifiées',
    same: 'Fiches déjà connues telles quelles',
    left: 'Fiches laissées telles quelles, selon votre choix',
    wrong: 'Lignes avec une erreur',
    passedOver: 'Lignes laissées de côté',
    comments: 'Commentaires de cellules',
    ofKind: (kind, count) => `${kind} : ${count}`,
  },
  look: {
    notYet: 'Rien n’est encore écrit.',
    lead: wrong =>
      `Rien n’est encore écrit. Voici ce que ferait l’import${wrong === 0 ? '' : plural('fr', wrong, { one: ' ; # ligne a une erreur', other: ' ; # lignes ont une erreur', many: ' ; # de lignes ont une erreur' })}.`,
    toErrors: 'Voir les erreurs',
    toImport: 'Aller à l’import',
    foreseen: 'Ce que ferait l’import',
    lackingTitle: 'Quelque chose reste introuvable',
    lacking: fields => `Aucune colonne trouvée pour : ${fields}. Dites quelle colonne le contient.`,
    sameFile: when => `Ce même fichier a été importé le ${when}.`,
    problems: 'Cellule par cellule',
    cell: 'Cellule',
    kind: 'Type',
    what: 'Ce qui en est dit',
    suggestion: 'Proposition',
    error: 'Erreur',
    warning: 'Remarque',
    noProblemsTitle: 'Aucune remarque',
    noProblems: 'Chaque cellule a pu être lue telle quelle.',
    row: 'Ligne',
    accept: value => `Lire plutôt « ${value} »`,
    firstRows: shown => (shown === 1 ? 'La première ligne' : `Les ${rows(shown)} du début`),
    name: 'Nom',
    fate: 'Ce qu’elle devient',
    fates: {
      create: 'Est créée',
      gains: 'Reste la même, reçoit un accord',
      update: 'Est modifiée',
      same: 'Reste la même',
      left: 'Est laissée telle quelle',
      wrong: 'A une erreur',
    },
    noRowsTitle: 'Aucune ligne',
    noRows: 'Aucune ligne ne pourrait être une fiche.',
    reading: 'Comment le tableau est lu',
    readSheet: 'Feuille',
    readKind: 'Comme liste de',
    readHeadings: 'Titres',
    inRow: row => `À la ligne ${n(row)}`,
    noHeadings: 'Aucun',
    readColumns: 'Colonnes lues',
    unread: 'Colonnes non lues',
    change: 'Changer ce que contiennent les colonnes',
  },
  import: {
    title: 'Importer',
    skip: 'Lignes avec une erreur',
    skipChoice: wrong => `Laisser de côté ${rows(wrong)} avec une erreur`,
    skipHint: 'Sinon, rien n’est écrit avant que toutes les lignes soient justes.',
    comments: 'Commentaires de cellules',
    commentsChoice: count =>
      plural('fr', count, { one: 'Garder # commentaire comme note', other: 'Garder # commentaires comme notes' }),
    commentsHint: 'Une note porte sur la fiche de sa ligne. Sans cette case, les commentaires sont laissés de côté.',
    button: count => plural('fr', count, { one: 'Importer # fiche', other: 'Importer # fiches' }),
    wrong: count =>
      plural('fr', count, {
        one: '# ligne a une erreur, et rien n’a été écrit. Corrigez-la, ou laissez-la de côté.',
        other: '# lignes ont une erreur, et rien n’a été écrit. Corrigez-les, ou laissez-les de côté.',
      }),
    nothing: 'Il n’y a rien à importer : aucune ligne n’a pu être lue.',
    nothingNew: 'Tout est déjà connu : l’import ne changerait rien.',
    nothingNewButNotes:
      'Tout est déjà connu. Seuls les commentaires de cellules ne le sont pas : cochez la case pour les garder comme notes.',
    notesButton: 'Garder les commentaires',
    nothingByWay: 'Selon ce que vous avez choisi, l’import ne changerait rien.',
    onlyWrong: 'Les lignes qui disent du nouveau ont une erreur : corrigez-les d’abord, cellule par cellule.',
    unreadable:
      'Perenne a été mis à jour depuis la lecture de ce fichier, et ce qui en restait en attente ne peut plus être lu. Rien n’a été écrit. Envoyez le fichier de nouveau : ce que vous avez dit de ses colonnes est retenu.',
    gone: 'Ce fichier n’est plus en attente : il a été importé, annulé ou jeté. Choisissez-le de nouveau.',
    discard: 'Jeter ce fichier',
    discarded: 'Le fichier est jeté. Rien n’a été écrit.',
    again: 'Le tableau corrigé',
    againHint: 'Il prend la place de celui-ci.',
  },
  columns: {
    title: 'Ce que contiennent les colonnes',
    lead: 'C’est retenu pour le prochain tableau qui a les mêmes titres.',
    sheetTitle: 'Où se trouve la liste',
    sheet: 'Feuille',
    hidden: name => `${name} (masquée)`,
    unnamed: sheet => `Feuille ${n(sheet)}`,
    kind: 'C’est la liste de',
    headingRow: 'Ligne des titres',
    headingRowHint: 'Celle du bas, s’il y en a deux. Vide : elle est trouvée d’elle-même. 0 : il n’y en a pas.',
    headingRowWrong: 'Écrivez une ligne par son numéro.',
    useSheet: 'Lire celle-ci',
    columnsTitle: 'Colonnes',
    column: (letters, heading) => `${letters} : ${heading}`,
    noHeading: 'sans titre',
    notRead: 'Non lue',
    nothing: 'Elle est vide.',
    example: text => `Par exemple : ${text}`,
    twice: letters => `La colonne ${letters} le dit déjà : choisissez l’une des deux.`,
    forAll: 'Pour toutes les lignes',
    way: 'Ce que l’import peut faire',
    ways: {
      both: 'Créer et modifier',
      create: 'Seulement créer ce qui n’est pas connu',
      update: 'Seulement modifier ce qui est connu',
    },
    language: 'Langue des textes',
    guess: 'Textes dans une autre langue',
    guessChoice: 'Une ligne clairement écrite dans une autre des quatre langues est lue comme telle',
    currency: 'Devise des montants',
    currencyHint: 'Trois lettres, pour les montants qui n’en disent aucune.',
    currencyWrong: 'Écrivez les trois lettres d’une devise, par exemple EUR.',
    save: 'Lire ainsi le tableau',
    saved: 'Lu ainsi.',
  },
  done: {
    text: (created, updated, notes) =>
      `Fiches créées : ${n(created)}. Modifiées : ${n(updated)}.${notes === 0 ? '' : ` Notes tirées des commentaires : ${n(notes)}.`}`,
    imported: 'Importé',
    by: 'Par',
    kind: 'Contenu',
    created: 'Fiches créées',
    updated: 'Fiches modifiées',
    unchanged: 'Fiches inchangées',
    notes: 'Notes tirées des commentaires',
    undone: 'Annulé',
    records: 'Ce que l’import a écrit',
    record: 'Fiche',
    row: 'Ligne',
    table: 'Type',
    made: 'Créée',
    changed: 'Modifiée',
    what: 'Comment',
    outcome: 'Depuis',
    outcomes: { removed: 'Retirée', restored: 'Remise comme avant', kept: 'Gardée' },
    touched: 'Modifiée depuis',
    untouched: 'Telle qu’importée',
    keptLead: 'Ce qui a été modifié depuis, ou vers quoi autre chose mène, a été gardé.',
    noneTitle: 'Rien d’écrit',
    none: 'Tout était déjà connu.',
    more: count => `Et ${records(count)} de plus.`,
  },
  left: {
    title: 'Laissé de côté',
    rows: count =>
      plural('fr', count, {
        one: '# ligne avait une erreur :',
        other: '# lignes avaient une erreur :',
        many: '# de lignes avaient une erreur :',
      }),
    correct: 'Corrigez le tableau et importez-le de nouveau : ce qui est déjà connu ne change pas.',
    comments: count =>
      plural('fr', count, {
        one: '# commentaire de cellule n’a pas été gardé. Relisez le tableau pour en faire une note.',
        other: '# commentaires de cellules n’ont pas été gardés. Relisez le tableau pour en faire des notes.',
        many: '# de commentaires de cellules n’ont pas été gardés. Relisez le tableau pour en faire des notes.',
      }),
    columns: count =>
      plural('fr', count, {
        one: '# colonne n’a pas été lue :',
        other: '# colonnes n’ont pas été lues :',
        many: '# de colonnes n’ont pas été lues :',
      }),
    lists: count =>
      plural('fr', count, {
        one: 'Ce classeur a une autre liste, qui n’a pas été importée :',
        other: 'Ce classeur a # autres listes, qui n’ont pas été importées :',
        many: 'Ce classeur a # d’autres listes, qui n’ont pas été importées :',
      }),
    list: name => `« ${name} »`,
    again: 'Relire le tableau',
  },
  undo: {
    button: 'Annuler cet import',
    title: 'Annuler cet import ?',
    text: (removed, restored, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('fr', removed, {
                one: '# fiche créée par l’import sera retirée.',
                other: '# fiches créées par l’import seront retirées.',
                many: '# de fiches créées par l’import seront retirées.',
              }),
            ]),
        ...(restored === 0
          ? []
          : [
              plural('fr', restored, {
                one: '# fiche modifiée redeviendra comme avant.',
                other: '# fiches modifiées redeviendront comme avant.',
                many: '# de fiches modifiées redeviendront comme avant.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('fr', kept, {
                one: '# fiche sera gardée.',
                other: '# fiches seront gardées.',
                many: '# de fiches seront gardées.',
              }),
            ]),
      ].join(' '),
    notes: (removed, kept) =>
      [
        ...(removed === 0
          ? []
          : [
              plural('fr', removed, {
                one: '# note tirée d’un commentaire sera retirée aussi.',
                other: '# notes tirées des commentaires seront retirées aussi.',
                many: '# de notes tirées des commentaires seront retirées aussi.',
              }),
            ]),
        ...(kept === 0
          ? []
          : [
              plural('fr', kept, {
                one: '# note sera gardée.',
                other: '# notes seront gardées.',
                many: '# de notes seront gardées.',
              }),
            ]),
      ].join(' '),
    confirm: 'Oui, annuler l’import',
    stay: 'Garder l’import',
    done: 'L’import est annulé.',
    notNow: 'Cet import est déjà annulé.',
  },
  log: {
    imported: (created, updated, notes) =>
      `Un tableau a été importé : fiches créées ${n(created)}, modifiées ${n(updated)}${notes === 0 ? '' : `, notes ${n(notes)}`}`,
    undone: (removed, restored, kept) =>
      `L’import d’un tableau a été annulé : retirées ${n(removed)}, remises ${n(restored)}, gardées ${n(kept)}`,
  },
}
