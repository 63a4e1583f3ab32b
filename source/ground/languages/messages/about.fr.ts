import type { Messages } from '../say.ts'
import type { en } from './about.en.ts'

export const fr = {
  accessibility: {
    title: 'Accessibilité',
    lead: 'Chaque personne doit pouvoir lire, s’inscrire et travailler ici. Voici ce que nous avons fait, et ce que nous ne savons pas encore.',
    aim: 'Ce que nous visons',
    aimText: [
      'Chaque page cherche à respecter les règles pour l’accessibilité des contenus Web (WCAG) 2.2, au niveau AA.',
      'Chaque page fonctionne sans JavaScript, au clavier seul, sur une largeur de 320 pixels et agrandie à 400 %. Rien n’est dit par la couleur seule. Chaque page est dans une langue, et les textes dans une autre sont signalés.',
    ],
    tested: 'Ce qui a été testé',
    testedItems: [
      'chaque page par un programme (axe), sur un écran large et clair puis étroit et sombre, dans les quatre langues tour à tour, à chaque modification du logiciel',
      'la correction du HTML de chaque page, par un programme',
      'l’inscription, sans JavaScript et au clavier seul, à chaque modification du logiciel',
      'l’ordre du clavier, les messages d’erreur et l’aspect de chaque page, par les personnes qui ont écrit le logiciel',
    ],
    notTested: 'Ce qui ne l’a pas été',
    notTestedItems: [
      'aucun test encore par des personnes en situation de handicap, ni avec leurs lecteurs d’écran et leurs commandes vocales',
      'aucun audit par une personne extérieure',
      'les documents et les images ajoutés par les personnes qui utilisent ce site : nous ne pouvons pas en répondre',
    ],
    report: 'Quelque chose vous arrête ?',
    reportText:
      'Dites-nous sur quelle page et ce que vous vouliez faire : écrivez à l’adresse de contact indiquée sur la page du séminaire. Si vous ne parvenez pas à vous inscrire ici, écrivez-y aussi ; quelqu’un le fera avec vous.',
    writeTo: address => `Vous pouvez aussi écrire aux personnes qui gèrent ce site : ${address}`,
  },
  privacy: {
    title: 'Données personnelles',
    lead: 'Ce qui est gardé sur vous ici, où, combien de temps, et ce que vous pouvez demander.',
    kept: 'Ce qui est gardé',
    keptItems: [
      'Si vous vous inscrivez : vos nom et adresse, votre téléphone si vous le donnez, votre organisation, votre pays, votre langue, votre catégorie, ce à quoi vous avez consenti et dans quels termes exacts, et la suite donnée à votre inscription.',
      'Si vous travaillez ici : vos nom, adresse et langue, les droits d’accès reçus, de qui et pourquoi, ce que vous avez modifié et quand.',
      'Les courriels qui vous sont envoyés sont gardés sans votre nom et sans leur texte : l’un et l’autre sont recomposés quand quelqu’un les regarde.',
      'Les journaux gardent le type de page et l’heure, ni votre nom ni votre adresse réseau. Pour écarter les afflux de requêtes, votre adresse réseau reste en mémoire quelques minutes, sans être écrite.',
    ],
    where: 'Où',
    whereText: [
      'Sur le serveur de l’organisation qui gère ce site et dans ses sauvegardes, nulle part ailleurs. Aucune autre entreprise n’intervient : ni mesure d’audience, ni publicité, ni polices ou images venues d’ailleurs.',
      'Vos nom et adresse se trouvent en un seul endroit de la base de données ; tout le reste y renvoie.',
    ],
    long: 'Combien de temps',
    longItems: [
      'Une inscription : aussi longtemps que l’indiquait le formulaire quand vous l’avez accepté.',
      'Un lien de connexion : 30 minutes. Une session : deux semaines après sa dernière utilisation, trois mois au plus.',
      'Une sauvegarde faite avant l’effacement de vos données les contient jusqu’à sa propre suppression, douze mois plus tard au plus.',
      'L’historique de qui a modifié quoi est gardé sans limite, par numéro et sans nom : une fois vos données effacées, il ne mène à personne.',
    ],
    offices: 'Interlocutrices et interlocuteurs, élues et élus, fonctions publiques',
    officesText: [
      'Les territoires et réseaux présents sur ce site gardent en mémoire avec qui ils travaillent : qui a exercé quelle fonction et quand, qui a pris part à une rencontre ou à une mission, ce qui a été promis. Votre nom peut y figurer sans inscription de votre part : le service du territoire l’a noté, ou l’a repris de ses propres fichiers ou courriels.',
    ],
    officesItems: [
      'Pourquoi c’est permis : cette mémoire relève de la mission d’intérêt public d’une collectivité (RGPD, article 6, paragraphe 1, e). Les noms des personnes qui exercent ou ont exercé un mandat ou une fonction publique sont gardés comme archives d’intérêt public (articles 17, paragraphe 3, d, et 89), ou selon la loi de votre pays qui dit de même.',
      'Ce qui est public : d’une personne qui exerce ou a exercé un mandat ou une fonction publique, le nom, la fonction et ses dates, là où le territoire a choisi de montrer cette ligne. Le nom de toute autre personne, et les adresses et téléphones de tout le monde, ne sont vus que par les personnes qui travaillent pour ce territoire.',
      'Combien de temps : la fiche d’une personne, jusqu’à ce que le service la retire ; celle d’une personne dont on est sans nouvelles depuis deux ans lui est signalée. Une fois la fiche retirée, adresse, téléphone et langues disparaissent pour de bon, et le nom aussi ; seuls le nom et les dates d’un mandat ou d’une fonction publique restent, pour l’histoire. Un courriel repris par le service sans être noté : 14 jours.',
      'Pour consulter, corriger ou vous opposer : écrivez au service du territoire qui tient cette ligne, ou aux personnes qui gèrent ce site. Un nom, une fonction ou une date inexacts sont corrigés ; qu’une autre version ait existé reste dans l’historique, qui ne garde pas les noms.',
    ],
    rights: 'Ce que vous pouvez demander',
    rightsText: [
      'De voir ce qui est gardé sur vous, de le corriger, de le faire effacer, de retirer un consentement. Votre lien personnel, dans le courriel qui a confirmé votre inscription, montre celle-ci ; pour le reste, écrivez à l’adresse de contact de la page du séminaire.',
      'Après l’effacement, vos nom, adresse et téléphone disparaissent ; les chiffres, comme le nombre de personnes venues, demeurent.',
      'Si la réponse ne vous convient pas, vous pouvez saisir l’autorité de protection des données de votre pays.',
    ],
    cookies: 'Cookies et ce que garde votre navigateur',
    cookiesText:
      'Deux cookies, nécessaires au fonctionnement, qui ne servent à suivre personne ; c’est pourquoi nous ne vous demandons rien :',
    cookiesItems: [
      'perenne_session : que votre session est ouverte ; seulement si vous vous connectez, jusqu’à la déconnexion ou la fin de la session',
      'perenne_flash : le message que la page suivante vous montre ; une minute au plus',
      'Sur votre seul appareil, et seulement si vous le choisissez : vos créneaux d’un programme (perenne:programme:…), et le souhait de voir les heures dans votre propre fuseau horaire (perenne:zone). Rien ne nous en parvient.',
    ],
  },
} satisfies Messages<typeof en>
