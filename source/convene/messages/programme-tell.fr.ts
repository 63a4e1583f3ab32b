import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-tell.en.ts'

export const fr = {
  title: 'Annoncer les changements',
  lead: 'Les personnes inscrites et celles qui figurent au programme apprennent une seule fois ce qui change pour elles : quand et où venir, et ce qui s’y passe. De simples corrections ou traductions ne méritent pas un courriel.',
  mayNot: 'Seules les personnes qui peuvent modifier ce séminaire voient cette page.',
  mayNotTell:
    'Voici ce qui serait annoncé. Seules les personnes qui suivent aussi les inscriptions de ce séminaire peuvent l’envoyer.',
  notNow: {
    title: 'Il n’y a rien à annoncer maintenant',
    draft: 'Le séminaire est un brouillon : personne n’en connaît encore le programme.',
    over: 'Le séminaire est passé.',
    postponed: 'Le séminaire est reporté : la nouvelle date s’annonce d’abord, avec le programme de ce jour-là.',
    cancelled: 'Le séminaire est annulé.',
  },
  noVersion: {
    title: 'Aucun programme n’est encore publié',
    text: 'Quand une version sera publiée, puis une autre qui en diffère, vous l’annoncerez ici.',
  },
  nobody: {
    title: 'Il n’y a personne à prévenir',
    text: 'Les personnes inscrites et celles qui figurent au programme savent tout ce qui les concerne.',
  },
  toProgramme: 'Le programme : brouillon et versions',
  who: 'Qui apprend quoi',
  people: people =>
    plural('fr', people, {
      one: '# personne apprendrait par un courriel ce que change la dernière version.',
      other: '# personnes apprendraient par un courriel chacune ce que change la dernière version.',
      many: '# de personnes apprendraient par un courriel chacune ce que change la dernière version.',
    }),
  group: (people, version) =>
    plural('fr', people, {
      one: `# personne en est restée à « ${version} »`,
      other: `# personnes en sont restées à « ${version} »`,
      many: `# de personnes en sont restées à « ${version} »`,
    }),
  groupOfNone: people =>
    plural('fr', people, {
      one: '# personne s’est inscrite avant qu’il y ait un programme',
      other: '# personnes se sont inscrites avant qu’il y ait un programme',
      many: '# de personnes se sont inscrites avant qu’il y ait un programme',
    }),
  hours: city => `Les heures sont celles de ${city}.`,
  readMail: 'Voir le courriel qu’elles recevront',
  onProgramme: people =>
    plural('fr', people, {
      one: '# personne au programme n’apprend que ce qui touche ses propres créneaux',
      other: '# personnes au programme n’apprennent que ce qui touche leurs propres créneaux',
      many: '# de personnes au programme n’apprennent que ce qui touche leurs propres créneaux',
    }),
  onProgrammeText:
    'Modération, interventions et panels : les personnes invitées par courriel et qui n’ont pas décliné. Une personne également inscrite reçoit le courriel des personnes inscrites, où ses créneaux sont signalés, et aucun autre.',
  unasked: people =>
    plural('fr', people, {
      one: '# personne au programme n’est pas prévenue',
      other: '# personnes au programme ne sont pas prévenues',
      many: '# de personnes au programme ne sont pas prévenues',
    }),
  unaskedText:
    'Leurs créneaux ont changé, mais personne ne leur a encore écrit : un courriel sur des changements leur apprendrait qu’elles figurent au programme. Sollicitez-les d’abord.',
  toPanel: 'Solliciter les personnes au programme',
  mail: 'Le courriel, tel qu’il partira',
  mailOf: (language, people) =>
    plural('fr', people, {
      one: `En ${language} : # personne`,
      other: `En ${language} : # personnes`,
      many: `En ${language} : # de personnes`,
    }),
  mailOnProgramme: language => `À une personne au programme, en ${language}`,
  attached: names => `En pièce jointe : ${names}`,
  add: 'Ajouter un mot, puis envoyer',
  note: language => `Ce que vous voulez ajouter, en ${language}`,
  noteHint:
    'Une ou deux phrases, par exemple la raison. Elles figurent dans le courriel telles que vous les écrivez ici.',
  noteOther: language => `Sans texte ici, les personnes le lisent en ${language}.`,
  look: 'Voir le courriel avec cet ajout',
  test: 'M’envoyer un essai',
  tell: people =>
    plural('fr', people, {
      one: 'Prévenir # personne',
      other: 'Prévenir # personnes',
      many: 'Prévenir # de personnes',
    }),
  tested: language => `Un essai en ${language} est en route vers vous. Personne d’autre n’est prévenu.`,
  looked: 'Voici le courriel avec ce que vous avez ajouté. Rien n’est encore envoyé.',
  changed:
    'Rien n’a été envoyé : le courriel n’est pas celui que vous aviez sous les yeux. Le voici tel qu’il partirait maintenant ; ce que vous avez écrit est conservé.',
  stale:
    'Rien n’a été envoyé : une autre version a été publiée depuis que vous avez ouvert la page. Voici ce qui serait annoncé maintenant ; ce que vous avez écrit est conservé.',
  already: 'Cette version est déjà annoncée à tout le monde : personne n’est prévenu deux fois.',
  told: people =>
    plural('fr', people, {
      one: '# personne est prévenue.',
      other: '# personnes sont prévenues.',
      many: '# de personnes sont prévenues.',
    }),
  log: {
    title: 'Ce qui a été annoncé',
    when: 'Quand',
    version: 'Jusqu’à quelle version',
    note: 'Ce qui a été ajouté',
    toAdd: 'Ce qui sera ajouté',
    people: 'Personnes',
    none: 'Rien n’a encore été annoncé',
    noneText: 'Chaque version que vous annoncez figure ici, avec le nombre de personnes à qui le courriel est écrit.',
    noNote: 'rien',
  },
  inLog: 'Annonce d’une version du programme',
  errors: {
    tooLong: '2 000 caractères au plus',
    source: 'Écrivez-le aussi dans la langue du séminaire : qui en lit une autre le trouve là',
  },
  mails: {
    names: { registrants: 'Changements du programme', onProgramme: 'Changements, pour les personnes au programme' },
    subject: seminar => `Changements du programme : ${seminar}`,
    intro: seminar =>
      `Le programme de « ${seminar} » a changé depuis ce que vous en saviez. Voici ce qui est différent pour vous.`,
    firstSubject: seminar => `Le programme est publié : ${seminar}`,
    firstIntro: seminar => `Le programme de « ${seminar} » a été publié depuis votre inscription.`,
    onProgrammeSubject: seminar => `Vos créneaux ont changé : ${seminar}`,
    onProgrammeIntro: seminar =>
      `Vous figurez au programme de « ${seminar} », et il a changé. Voici ce qui est différent dans vos créneaux.`,
    line: (label, text) => `${label} : ${text}`,
    change: (now, before) => `${now} (avant : ${before})`,
    onIt: slot => `${slot} (vous y figurez)`,
    inLanguage: (text, language) => `${text} (en ${language})`,
    note: text => `Ce que l’équipe d’organisation ajoute :\n${text}`,
    noteIn: (language, text) => `Ce que l’équipe d’organisation ajoute (en ${language}) :\n${text}`,
    calendar: 'Le fichier joint met ces créneaux à jour dans votre agenda.',
    all: address => `Tous les changements, avec les textes :\n${address}`,
    programme: address => `Le programme entier :\n${address}`,
    seeProgramme: 'Voir le programme',
    why: seminar => `Vous recevez ce courriel parce que vous figurez au programme de « ${seminar} ».`,
  },
} satisfies Messages<typeof en>
