import { frenchTimeOf, type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './letters.en.ts'

export const fr = {
  title: 'Lettres de participation',
  lead: 'Une lettre numérotée dit, au nom de l’équipe d’organisation, qu’une personne a participé. Délivrez-la à celles qui sont venues : une place confirmée ne suffit pas à le dire.',
  without: 'Sans lettre',
  validOnes: 'Lettres valables',
  withdrawnOnes: 'Lettres retirées',
  all: 'Tout',
  issueTitle: 'Délivrer des lettres',
  tooEarlyTitle: 'Pas avant le jour du séminaire',
  tooEarly: (date, city) =>
    `Une lettre dit qu’une personne a participé : elle peut être délivrée à partir du ${date}, ${frenchTimeOf(city)}.`,
  cancelledTitle: 'Le séminaire est annulé',
  cancelled: 'Personne n’a pu y participer : aucune lettre ne peut être délivrée.',
  noneTitle: 'Aucune lettre pour le moment',
  none: 'Les lettres apparaissent ici avec leur numéro dès qu’elles sont délivrées, et y restent si elles sont retirées.',
  noMatchTitle: 'Aucune lettre ne correspond',
  noMatch:
    'Aucune lettre ne porte ce nom ni cette organisation. Cherchez moins de mots, ou affichez toutes les lettres.',
  noneOf: {
    without: {
      title: 'Personne n’est sans lettre',
      text: 'Les personnes qui ont une place confirmée mais pas de lettre valable figurent ici.',
    },
    valid: { title: 'Aucune lettre valable', text: 'Les lettres apparaissent ici dès qu’elles sont délivrées.' },
    withdrawn: { title: 'Aucune lettre retirée', text: 'Une lettre retirée reste ici, avec son numéro.' },
  },
  choose: 'Lettre pour',
  person: 'Personne',
  organisation: 'Organisation',
  category: 'Catégorie',
  number: 'Numéro',
  issuedOn: 'Délivrée le',
  issuedBy: 'Délivrée par',
  state: 'État',
  valid: 'valable',
  withdrawnOn: date => `retirée le ${date}`,
  program: 'le programme informatique',
  erased: 'personne dont les données sont effacées',
  search: 'Nom ou organisation',
  pdf: letter => `Lettre ${letter} (PDF)`,
  withdraw: 'Retirer',
  withdrawLetter: letter => `Retirer la lettre ${letter}`,
  issueChosen: 'Délivrer les lettres choisies',
  issueAll: count => plural('fr', count, { one: 'Délivrer la lettre restante', other: 'Délivrer les # lettres' }),
  mailHint: 'Chaque personne reçoit un courriel avec un lien vers sa lettre.',
  errors: {
    none: 'Choisissez au moins une personne, ou délivrez toutes les lettres.',
  },
  done: {
    issued: count =>
      plural('fr', count, {
        one: '# lettre est délivrée, et son courriel va partir.',
        other: '# lettres sont délivrées, et leurs courriels vont partir.',
      }),
    already: count =>
      plural('fr', count, {
        one: '# personne avait déjà sa lettre : elle reste telle quelle.',
        other: '# personnes avaient déjà leur lettre : les leurs restent telles quelles.',
      }),
    left: count =>
      plural('fr', count, {
        one: '# personne n’a plus de place confirmée, et ne reçoit pas de lettre.',
        other: '# personnes n’ont plus de place confirmée, et ne reçoivent pas de lettre.',
      }),
    nothing: 'Aucune lettre n’a été délivrée.',
    withdrawn: letter => `La lettre ${letter} est retirée.`,
    withdrawnBefore: letter => `La lettre ${letter} avait déjà été retirée : rien n’a changé.`,
  },
  confirm: {
    title: letter => `Retirer la lettre ${letter} ?`,
    text: name =>
      `La lettre délivrée à ${name} ne sera plus valable, et le lien envoyé ne l’ouvrira plus. Son numéro reste dans la liste et ne sera pas redonné. Les copies enregistrées ou imprimées ne disparaissent pas : prévenez la personne.`,
    button: 'Retirer la lettre',
  },
  confirmAll: {
    title: count => plural('fr', count, { one: 'Délivrer # lettre ?', other: 'Délivrer # lettres ?' }),
    everybody: 'Elles vont à toutes les personnes qui ont une place confirmée et pas de lettre.',
    bearing: text => `Elles vont aux personnes sans lettre dont le nom ou l’organisation contient « ${text} ».`,
    text: 'Chaque personne reçoit un courriel avec un lien vers sa lettre. Une lettre peut être retirée plus tard, mais le courriel sera parti.',
    changed: 'Le nombre de personnes a changé entre-temps : rien n’a encore été délivré.',
  },
  mayNot: 'Les lettres de ce séminaire sont délivrées par son équipe d’organisation. Demandez-lui un accès.',
  badLink:
    'Ce lien n’est pas complet, ou il ne vient pas de nous. Ouvrez-le à nouveau depuis le courriel, sans rien y changer.',
  noLetter:
    'Il n’y a pas de lettre valable à cette adresse : aucune n’a été délivrée, ou elle a été retirée. L’équipe d’organisation peut vous en dire plus.',
  nobodyLeft: 'Le nom de cette personne a été effacé : la lettre ne peut plus être établie.',
  fileName: 'lettre-de-participation',
  paper: {
    heading: 'Lettre de participation',
    number: 'Numéro',
    attests: 'L’équipe d’organisation atteste que',
    tookPart: 'a participé au séminaire',
    standing: {
      elected: 'Mandat électif',
      staff: 'Personnel d’une collectivité ou d’un organisme public',
      university: 'Université, recherche',
      'civil-society': 'Société civile',
    },
    date: 'Date',
    hours: 'Horaires',
    hoursIn: (hours, city) => `${hours}, ${frenchTimeOf(city)}`,
    venue: 'Lieu',
    organisation: 'Organisation',
    issued: date => `Délivrée le ${date} par l’organisation du séminaire.`,
    check: letter =>
      `Pour vérifier cette lettre, demandez à l’équipe d’organisation si le numéro ${letter} est valable.`,
    checkWith: (letter, addresses) =>
      `Pour vérifier cette lettre, demandez à l’équipe d’organisation si le numéro ${letter} est valable : ${addresses}.`,
    page: address => `Le séminaire : ${address}`,
    demonstration: 'Démonstration : personne n’a délivré cette lettre, et elle n’atteste rien.',
    title: (letter, name) => `Lettre de participation ${letter} : ${name}`,
  },
  mail: {
    name: 'Lettre de participation',
    subject: seminar => `Votre lettre de participation : ${seminar}`,
    text: (seminar, letter) =>
      `L’équipe d’organisation a délivré votre lettre de participation au séminaire « ${seminar} ». Elle porte le numéro ${letter}.`,
    use: 'C’est un PDF fait pour être gardé : il reste lisible dans des archives et par un lecteur d’écran.',
    action: 'Ouvrir ma lettre (PDF)',
    keep: 'Ce lien est à vous : ne le transmettez pas. Transmettez la lettre elle-même.',
    contact: addresses => `Si elle contient une erreur, écrivez à l’équipe d’organisation : ${addresses}.`,
  },
} satisfies Messages<typeof en>
