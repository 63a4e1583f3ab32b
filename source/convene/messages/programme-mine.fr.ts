import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-mine.en.ts'

export const fr: Messages<typeof en> = {
  title: 'Mon programme',
  titleOf: seminar => `Mon programme : ${seminar}`,
  choosing: {
    choose: 'Choisir',
    lead: 'Cochez les créneaux que vous choisissez. Aucun compte n’est nécessaire : votre programme a une adresse, à garder ou à envoyer.',
    button: 'Voir mon programme',
    none: 'Rien n’est encore choisi.',
    one: '# créneau choisi.',
    other: '# créneaux choisis.',
    kept: 'Votre choix reste dans ce navigateur et dans l’adresse de votre programme. Perenne n’en conserve rien.',
    refused:
      'Ce navigateur ne retient rien d’une page à l’autre. Utilisez le bouton, et gardez l’adresse de la page qui s’ouvre.',
  },
  lead: count => plural('fr', count, { one: 'Vous avez choisi # créneau.', other: 'Vous avez choisi # créneaux.' }),
  address:
    'Gardez l’adresse de cette page, ou envoyez-la : qui l’ouvre voit le même choix, avec ce qui change. Perenne n’en conserve rien.',
  empty: {
    title: 'Vous n’avez encore rien choisi',
    text: 'Cochez dans le programme les créneaux que vous choisissez. Ils seront ici dans l’ordre, prêts pour votre agenda.',
    button: 'Choisir dans le programme',
  },
  collisions: {
    title: count =>
      plural('fr', count, {
        one: 'Deux de vos créneaux ont lieu en même temps',
        other: '# paires de vos créneaux ont lieu en même temps',
      }),
    more: count => plural('fr', count, { one: '# autre paire', other: '# autres paires' }),
  },
  changed: {
    title: 'Votre programme a changé',
    text: (from, to) => `De « ${from} » à « ${to} » :`,
    understood: 'Compris : ne me signaler que ce qui change désormais',
  },
  gone: {
    title: count =>
      plural('fr', count, {
        one: '# créneau n’est plus au programme',
        other: '# créneaux ne sont plus au programme',
      }),
    last: version => `en dernier dans « ${version} »`,
  },
  unknown: count =>
    plural('fr', count, {
      one: '# élément de cette adresse n’est pas un créneau de ce programme ; il est laissé de côté.',
      other: '# éléments de cette adresse ne sont pas des créneaux de ce programme ; ils sont laissés de côté.',
    }),
  tooMany: most =>
    plural('fr', most, {
      one: 'Seul le premier élément de cette adresse a été lu.',
      other: 'Seuls les # premiers éléments de cette adresse ont été lus.',
    }),
  calendar: 'Ajouter à mon agenda (une fois)',
  subscribe: 'S’abonner, pour que l’agenda suive les changements',
  choose: 'Choisir d’autres créneaux',
  clear: 'Tout retirer',
  remove: 'Retirer',
  addOne: 'Ajouter à un agenda',
  device: {
    print: 'Imprimer',
    other: 'Ce navigateur a retenu un autre choix.',
    nothing: 'Ce choix n’est pas retenu dans ce navigateur.',
    keep: 'Retenir ce choix ici',
    own: 'Voir le choix retenu ici',
    kept: 'Ce choix est maintenant retenu dans ce navigateur.',
    refused: 'Ce navigateur ne retient rien d’une page à l’autre : gardez l’adresse de cette page.',
  },
  printed: address => `Le programme tel qu’il est à ce jour : ${address}`,
  zone: {
    link: 'Les heures d’un autre lieu',
    label: 'Les heures de quel lieu ?',
    button: 'Afficher aussi ces heures',
    clear: city => `Seulement les heures du séminaire (${city})`,
    shown: (city, zone) => `Au-dessous, les heures d’un autre lieu : ${city} (${zone}).`,
    same: city => `${city} : ces jours-là, les horloges y disent la même chose.`,
    unknown: said => `« ${said} » n’est pas un fuseau horaire connu ici. Choisissez-en un dans la liste.`,
    unreadable: 'Ce que l’adresse demande n’est pas un fuseau horaire. Choisissez-en un dans la liste.',
    elsewhere: (city, hours) => `${city} : ${hours}`,
    here: city => `Afficher aussi l’heure de cet appareil (${city})`,
    regions: {
      Africa: 'Afrique',
      America: 'Amérique',
      Antarctica: 'Antarctique',
      Arctic: 'Arctique',
      Asia: 'Asie',
      Atlantic: 'Atlantique',
      Australia: 'Australie',
      Europe: 'Europe',
      Indian: 'Océan Indien',
      Pacific: 'Pacifique',
      other: 'Autres',
    },
  },
}
