import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './journal-mail.en.ts'

export const fr = {
  title: 'Noter à partir d’un courriel',
  lead: 'Enregistrez le courriel au format .eml depuis votre messagerie et choisissez-le ici, ou déposez-le sur le champ. Il remplit le formulaire d’une entrée, que vous relisez : rien n’est dans le journal avant que vous n’enregistriez.',
  file: 'Le courriel (.eml)',
  button: 'Continuer',
  noSubject: 'Courriel sans objet',
  known: 'Ce courriel est déjà noté : voici son entrée.',
  waits: 'Ce courriel a déjà été déposé et attend d’être noté : le voici.',
  written: 'Le courriel est dans le journal.',
  gone: 'Ce courriel n’attend plus : entre-temps, quelqu’un l’a noté ou abandonné. Ce que vous avez saisi est toujours là. Regardez d’abord dans le journal ; si vous enregistrez, il est noté sans ses pièces jointes.',
  kept: count =>
    plural('fr', count, {
      one: 'Une pièce jointe est gardée comme document.',
      other: '# pièces jointes sont gardées comme documents.',
    }),
  notKept: count =>
    plural('fr', count, {
      one: 'Une pièce jointe n’a pas pu être gardée.',
      other: '# pièces jointes n’ont pas pu être gardées.',
    }),
  waiting: {
    title: count =>
      plural('fr', count, {
        one: 'Un courriel attend d’être noté',
        other: '# courriels attendent d’être notés',
      }),
    by: name => `déposé par ${name}`,
    keptBy: name => `repris par ${name}`,
    attached: count => plural('fr', count, { one: '# pièce jointe', other: '# pièces jointes' }),
    until: day => `attend jusqu’au ${day}`,
    goOn: 'Continuer',
  },
  draft: {
    title: 'Noter un courriel',
    lead: 'Rempli d’après le courriel, autant qu’il le dit. Corrigez, choisissez ce qui est gardé ; rien n’est dans le journal avant que vous n’enregistriez.',
    asItCame: 'Le courriel tel qu’il est arrivé',
    from: 'De',
    to: 'À',
    subject: 'Objet',
    strangers:
      'Ces adresses viennent sans nom et ne sont celles d’aucune personne connue ici. Elles ne sont pas gardées avec l’entrée :',
    moreAddresses: count => plural('fr', count, { one: 'et # autre', other: 'et # autres' }),
    addPeople: 'Ajouter aux contacts',
    addPeopleHint:
      'Les personnes cochées deviennent des contacts de cette mémoire, visibles en interne seulement, et participent à cette entrée. Les autres adresses ne sont pas gardées avec elle.',
    addContact: 'Ajouter la personne (le courriel attend ici)',
    cut: 'Sans les messages auxquels il répond et sans la signature : tout est plus haut, dans « Le courriel tel qu’il est arrivé ».',
    until: day =>
      `Si vous partez, le courriel attend dans le journal jusqu’au ${day}, pour celles et ceux qui tiennent cette mémoire, puis il est supprimé.`,
    keptDone: 'Ce que vous avez changé est gardé avec le courriel, pour vous et vos collègues.',
    asLeft: name => `Tel que ${name} l’a laissé.`,
    stale: name =>
      `${name} a changé ce formulaire entre-temps et l’a gardé. Ce que vous avez saisi est ci-dessous : si vous l’enregistrez ou le gardez, il remplace l’autre version.`,
    somebody: 'Quelqu’un',
    staleLook: 'Voir l’autre version dans un nouvel onglet',
    whoIsIt: who => `${who} : est-ce une personne déjà connue ici ?`,
    whoSame: who => `Oui, ${who}`,
    whoGets: 'Aucune adresse n’est encore connue ici : celle-ci est ajoutée au contact.',
    whoKeeps: address => `Le contact garde l’adresse ${address}.`,
    whoNew: 'Non, une autre personne : l’ajouter aux contacts',
    whoNobody: 'Ne pas ajouter',
    whoAsk: 'Quelqu’un de ce nom est déjà connu ici : dites si c’est la même personne.',
    save: 'Noter',
    later: 'Garder pour plus tard',
    drop: 'Abandonner',
  },
  attached: {
    label: 'Garder comme documents',
    named: (name, size) => `${name} (${size})`,
    nameless: 'Pièce jointe sans nom',
    categories: 'Leurs catégories',
    categoryOf: name => `Catégorie de ${name}`,
    refused: 'Refusées, et non gardées :',
    more: count => plural('fr', count, { one: '# pièce jointe de plus', other: '# pièces jointes de plus' }),
  },
  drop: {
    title: subject => `Abandonner « ${subject} » ?`,
    text: 'Le courriel et ses pièces jointes quittent définitivement l’attente. Rien n’en était dans le journal.',
    done: 'Le courriel est abandonné.',
  },
  log: {
    forgotten: count =>
      plural('fr', count, {
        one: 'Suppression d’un courriel que personne n’a noté à temps',
        other: 'Suppression de # courriels que personne n’a notés à temps',
      }),
    erased: count =>
      plural('fr', count, {
        one: 'Suppression d’un courriel en attente qui citait une adresse effacée',
        other: 'Suppression de # courriels en attente qui citaient une adresse effacée',
      }),
  },
  errors: {
    missing: 'Choisissez le fichier d’un courriel.',
    tooLarge: most =>
      `Ce courriel dépasse ${most}. Notez-le à la main, puis ajoutez ses pièces jointes comme documents.`,
    tooMany: most =>
      `${most} courriels attendent déjà. Notez-en ou abandonnez-en quelques-uns, dans le journal, puis déposez celui-ci.`,
    damaged:
      'Ce n’est pas un courriel lisible. Depuis votre messagerie, enregistrez le message lui-même au format .eml.',
    tooMuch: 'Lire ce courriel demande plus de mémoire ou de temps qu’il n’est permis. Notez-le à la main.',
  },
} satisfies Messages<typeof en>
