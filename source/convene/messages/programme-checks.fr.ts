import { type Messages, plural } from '#ground/languages/say.ts'
import type { en } from './programme-checks.en.ts'

const seats = (count: number) => plural('fr', count, { one: '# siège', other: '# sièges', many: '# de sièges' })

export const fr = {
  title: 'Vérification du programme',
  lead: 'Ce qui mérite un regard dans le brouillon du programme. Rien ici n’empêche de le publier.',
  door: 'Vérification du programme',
  doorText: 'Chevauchements, vides, modération absente, invitations sans réponse, traductions à mettre à jour.',
  mayNot: 'Seules les personnes qui peuvent modifier ce séminaire voient cette page.',
  noneTitle: 'Rien à signaler',
  none: 'La vérification n’a rien trouvé dans ce brouillon.',
  onlyAside: 'La vérification n’a rien trouvé d’autre dans ce brouillon.',
  emptyTitle: 'Le programme n’a pas encore de créneau',
  empty: 'La vérification commence avec le premier créneau.',
  toProgramme: 'Aller au programme',
  count: count =>
    plural('fr', count, {
      one: '# point à regarder dans le brouillon',
      other: '# points à regarder dans le brouillon',
      many: '# de points à regarder dans le brouillon',
    }),
  ofSlot: count =>
    plural('fr', count, {
      one: '# point à regarder ici',
      other: '# points à regarder ici',
      many: '# de points à regarder ici',
    }),
  onDesk: count =>
    plural('fr', count, {
      one: '# point du programme mérite un regard',
      other: '# points du programme méritent un regard',
      many: '# de points du programme méritent un regard',
    }),
  ways: {
    timetable: 'Déplacer dans la grille horaire',
    slot: 'Ajouter un créneau',
    days: 'Changer les heures annoncées',
    seats: 'Voir le panel',
    asked: 'Voir les invitations',
    translate: 'Traduire',
  },
  severities: {
    error: 'Impossible tel quel',
    warning: 'À regarder',
    notice: 'Bon à savoir',
  },
  where: 'Où',
  why: 'Ce que cela change',
  todo: 'Que faire',
  codes: {
    overlap: {
      title: 'Deux créneaux en même temps',
      why: 'Personne ne peut être aux deux, et aucun ne peut commencer ou finir comme annoncé.',
      todo: 'Changez les heures de l’un des deux, ou donnez à chacun sa salle.',
    },
    'two-places': {
      title: 'Une personne à deux endroits à la fois',
      why: 'L’un des deux créneaux devra se passer d’elle.',
      todo: 'Déplacez l’un des deux créneaux, ou confiez l’un d’eux à quelqu’un d’autre.',
    },
    gap: {
      title: 'Un temps où rien n’est prévu',
      why: 'On se demande si c’est une pause, une erreur, ou un changement qui n’a pas été annoncé.',
      todo: 'Ajoutez un créneau, par exemple une pause ou un repas, ou rapprochez ceux qui l’entourent.',
    },
    'outside-hours': {
      title: 'En dehors des heures annoncées',
      why: 'Les personnes qui se fient aux heures annoncées arrivent trop tard ou sont déjà parties.',
      todo: 'Changez les heures annoncées de cette journée, ou celles du créneau.',
    },
    'no-moderator': {
      title: 'Pas de modération',
      why: 'Le jour venu, personne ne sait qui donne la parole et veille au temps.',
      todo: 'Indiquez une organisation ou une personne qui modère, ou la coordination générale.',
    },
    'panel-unbalanced': {
      title: 'Panel déséquilibré',
      why: 'L’une des deux régions est plus entendue que l’autre.',
      todo: 'Ajoutez un siège à la région qui en a le moins, ou remplacez celui qui a été décliné.',
    },
    'declined-still-on': {
      title: 'Siège décliné, mais encore au programme',
      why: 'Le programme annonce, pour animer ou intervenir, quelqu’un qui ne viendra peut-être pas du tout.',
      todo: 'Demandez à cette personne si elle anime ou intervient malgré tout ; sinon, nommez quelqu’un d’autre.',
    },
    'document-unknown': {
      title: 'Document qui ne mène nulle part',
      why: 'Son lien n’ouvre rien : le fichier a été déposé dans un autre séminaire ou sur une autre installation.',
      todo: 'Ouvrez le créneau, videz l’adresse du document et choisissez de nouveau le fichier.',
    },
    'translation-missing': {
      title: 'Traduction absente',
      why: 'Dans cette langue, on trouve ces textes dans une autre.',
      todo: 'Écrivez les traductions qui manquent, ou retirez la langue du séminaire.',
    },
    'translation-stale': {
      title: 'Traduction à mettre à jour',
      why: 'Dans cette langue, on lit encore ce que le programme disait avant.',
      todo: 'Mettez les traductions à jour, ou indiquez qu’elles valent toujours.',
    },
    'repeated-title': {
      title: 'Même titre plusieurs fois',
      why: 'Dans un agenda ou une liste, rien ne distingue ces créneaux.',
      todo: 'Donnez un titre à chacun, à moins que vous ne les vouliez semblables.',
    },
    'part-declined': {
      title: 'Modération ou intervention déclinée',
      why: 'Une personne a dit ne pas pouvoir venir : elle ne figurera pas dans la prochaine version publiée.',
      todo: 'Retirez la personne du créneau, et trouvez quelqu’un d’autre.',
    },
    'seat-unanswered': {
      title: 'Invitation sans réponse',
      why: 'La composition du panel reste incertaine tant que la réponse n’est pas arrivée.',
      todo: 'Relancez la personne invitée, ou proposez le siège à quelqu’un d’autre.',
    },
    'part-unanswered': {
      title: 'Modération ou intervention sans réponse',
      why: 'On ne sait pas encore qui animera ou interviendra : publié maintenant, le programme indique « à confirmer ».',
      todo: 'Relancez la personne, ou demandez à quelqu’un d’autre.',
    },
  },
  found: {
    sameRoom: room => `Les deux se tiennent dans la salle « ${room} ».`,
    noRoom: 'Un créneau sans salle s’adresse à tout le monde : rien d’autre ne peut se tenir pendant ce temps.',
    person: name => `Aux deux, on attend la même personne : ${name}.`,
    declined: name => `${name} a décliné un siège de panel et figure encore ici pour animer ou intervenir.`,
    empty: (day, hours) => `Rien n’est prévu le ${day}, ${hours}.`,
    announced: hours => `Heures annoncées pour cette journée : ${hours}.`,
    notAnnounced: 'Aucune heure n’est annoncée pour cette journée.',
    seats: (latinAmerica, europe) =>
      `Amérique latine : ${seats(latinAmerica)}. Europe : ${seats(europe)}. Ceux qui ont été déclinés ne comptent pas.`,
    cannot: name => `${name} ne peut pas venir.`,
    seat: who => `Invitation envoyée : ${who}.`,
    language: language => `Langue : ${language}.`,
    document: title => `« ${title} » nomme un fichier que ce séminaire n’a pas.`,
  },
  regions: { 'latin-america': 'Amérique latine', europe: 'Europe', other: 'autre région' },
  seatFor: region => `un siège (${region})`,
  elsewhere: {
    name: 'Nom du programme',
    rooms: 'Noms des salles',
    people: 'Fonctions et présentations des personnes',
  },
  aside: {
    open: 'Mettre de côté',
    reason: 'Pourquoi cela peut rester ainsi',
    hint: 'Les autres personnes qui préparent le séminaire le lisent.',
    button: 'Mettre de côté',
    done: 'Ce point est mis de côté, avec votre raison.',
    already: 'Quelqu’un l’avait déjà mis de côté : sa raison demeure.',
    gone: 'Ce point ne se trouve plus dans le brouillon.',
    errors: {
      reason: 'Écrivez pourquoi cela peut rester ainsi.',
      'reason-long': 'Écrivez 1 000 caractères au plus.',
    },
    title: 'Mis de côté',
    what: 'Quoi',
    by: 'Par',
    when: 'Quand',
    somebody: 'Quelqu’un',
    back: 'Reprendre',
    backDone: 'Ce point est de nouveau parmi ceux à regarder.',
    act: 'Action',
  },
  inLog: 'Point de vérification mis de côté',
} satisfies Messages<typeof en>
